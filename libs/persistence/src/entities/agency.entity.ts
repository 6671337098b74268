import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';

@Entity({ schema: 'app', name: 'agency' })
export class AgencyEntity {
  @PrimaryGeneratedColumn('identity') id: number;
  @Column('smallint', { name: 'shard_id', default: 0 }) shardId: number;
  @Column('text', { unique: true }) code: string;
  @Column('text') name: string;
  @Column('text', { name: 'short_name' }) shortName: string;
  @Column('text') level: 'province' | 'department' | 'commune' | 'unit';
  @Column('text') kind: 'committee' | 'department' | 'inspectorate' | 'reception' | 'other';
  @Column('int', { name: 'parent_id', nullable: true }) parentId: number | null;
  @Column('int', { name: 'province_id' }) provinceId: number;
  @Column('text', { name: 'unit_code', nullable: true }) unitCode: string | null;
  @Column('boolean', { default: false }) remote: boolean;
  @Column('jsonb', { default: {} }) settings: Record<string, unknown>;
  @Column('date', { name: 'valid_from', default: '2025-07-01' }) validFrom: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo: string | null;
  @Column('int', { name: 'successor_id', nullable: true }) successorId: number | null;
  @ManyToOne(() => AgencyEntity)
  @JoinColumn({ name: 'parent_id' })
  parent: Relation<AgencyEntity> | null;
}
