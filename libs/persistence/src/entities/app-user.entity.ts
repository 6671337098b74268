import {
  Column,
  CreateDateColumn,
  Entity,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import type { Role } from '#libs/shared';
import { AgencyEntity } from './agency.entity.js';

@Entity({ schema: 'app', name: 'app_user' })
export class AppUserEntity {
  @PrimaryGeneratedColumn('identity') id: number;
  @Column('text', { unique: true }) username: string;
  @Column('text', { name: 'full_name' }) fullName: string;
  /** Left out of ordinary reads: only sign-in asks for it. */
  @Column('text', { name: 'password_hash', select: false }) passwordHash: string;
  @Column('text', { array: true }) roles: Role[];
  @Column('int', { name: 'agency_id' }) agencyId: number;
  @Column('text', { nullable: true }) title: string | null;
  @Column('boolean', { default: true }) active: boolean;
  @Column('boolean', { default: false }) demo: boolean;
  @Column('int', { name: 'failed_attempts', default: 0 }) failedAttempts: number;
  @Column('timestamptz', { name: 'locked_until', nullable: true }) lockedUntil: Date | null;
  @Column('date', { name: 'absent_from', nullable: true }) absentFrom: string | null;
  @Column('date', { name: 'absent_to', nullable: true }) absentTo: string | null;
  /** Set by somebody else: good for one sign-in. */
  @Column('boolean', { name: 'must_change_password', default: false }) mustChangePassword: boolean;
  @Column('timestamptz', { name: 'password_set_at', nullable: true }) passwordSetAt: Date | null;
  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' }) createdAt: Date;
  @ManyToOne(() => AgencyEntity)
  @JoinColumn({ name: 'agency_id' })
  agency: Relation<AgencyEntity>;
}
