import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A unit under the name and rank it held from one day to another. */
@Entity({ schema: 'app', name: 'administrative_unit' })
export class AdministrativeUnitEntity {
  @PrimaryColumn('text') code: string;
  @PrimaryColumn('date', { name: 'valid_from' }) validFrom: string;
  @Column('text', { name: 'province_code', nullable: true }) provinceCode: string | null;
  @Column('text') name: string;
  @Column('text', { name: 'name_folded' }) nameFolded: string;
  @Column('text') type: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo: string | null;
}
