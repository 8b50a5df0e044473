import { Column, CreateDateColumn, Entity, Index, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { User } from '../accounts/user.entity.js';

/** What a link in a mail is good for. */
export const PURPOSES = ['invitation', 'reset', 'email'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** A link that works once: to accept an invitation, to choose a new password, to prove an address. */
@Entity('one_time_token')
@Index(['userId', 'purpose'])
export class OneTimeToken {
  /** UUIDv7. */
  @PrimaryColumn('uuid') id!: string;
  @Column('int') userId!: number;
  @ManyToOne(() => User, { onDelete: 'CASCADE' }) user!: Relation<User>;
  @Column('varchar', { length: 20 }) purpose!: Purpose;
  /** Only the hash is stored. */
  @Index({ unique: true })
  @Column('text')
  tokenHash!: string;
  /** The address that is to be proved; null for other purposes. */
  @Column('text', { nullable: true }) email!: string | null;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @Index()
  @Column('timestamptz')
  expiresAt!: Date;
}
