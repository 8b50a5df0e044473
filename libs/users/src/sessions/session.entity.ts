import { Column, CreateDateColumn, Entity, Index, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { User } from '../accounts/user.entity.js';

/**
 * One sign-in of one person. Access tokens name it and are refused once it is gone; its refresh tokens are one family.
 * Ending a session is deleting its row.
 */
@Entity('user_session')
export class Session {
  /** UUIDv7. */
  @PrimaryColumn('uuid') id!: string;
  @Index()
  @Column('int')
  userId!: number;
  @ManyToOne(() => User, { onDelete: 'CASCADE' }) user!: Relation<User>;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  /** How the program that signed in calls itself, and its network address; what its owner knows a device by. */
  @Column('varchar', { length: 500, default: '' }) agent!: string;
  @Column('varchar', { length: 64, default: '' }) address!: string;
  /** When it was last refreshed, so exact to the life of an access token. */
  @Column('timestamptz', { default: () => 'now()' }) lastUsedAt!: Date;
  /** When the password was last given in it; what matters asks again after a while. */
  @Column('timestamptz', { default: () => 'now()' }) confirmedAt!: Date;
  /** However often it is refreshed, a session does not outlive this. */
  @Index()
  @Column('timestamptz')
  expiresAt!: Date;
}

/** A refresh token, good for one use. Only its hash is stored. */
@Entity('refresh_token')
export class RefreshToken {
  /** UUIDv7. */
  @PrimaryColumn('uuid') id!: string;
  @Index({ unique: true })
  @Column('text')
  tokenHash!: string;
  @Index()
  @Column('uuid')
  sessionId!: string;
  @ManyToOne(() => Session, { onDelete: 'CASCADE' }) session!: Relation<Session>;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @Column('timestamptz') expiresAt!: Date;
  /** When it was used; using it again later means that somebody has a copy. */
  @Column('timestamptz', { nullable: true }) rotatedAt!: Date | null;
  @Column('uuid', { nullable: true }) replacedBy!: string | null;
}
