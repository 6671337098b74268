import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Ủy quyền between two accounts, for a span of days. */
@Entity({ schema: 'app', name: 'delegation' })
export class DelegationEntity {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS' }) id: number;
  @Column('int', { name: 'from_user' }) fromUser: number;
  @Column('int', { name: 'to_user' }) toUser: number;
  @Column('date', { name: 'valid_from' }) validFrom: string;
  @Column('date', { name: 'valid_to' }) validTo: string;
  @Column('text') reason: string;
  @Column('int', { name: 'created_by' }) createdBy: number;
  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' }) createdAt: Date;
}
