import { Column, CreateDateColumn, Entity, Index, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { User } from '../accounts/user.entity.js';

/** A key for a program. Of its maker's rights it has those it names, for as long as the maker holds them. */
@Entity('api_token')
export class ApiToken {
  @PrimaryGeneratedColumn() id!: number;
  @Column('varchar', { length: 100 }) name!: string;
  /** Who made it, and with whose rights it acts. */
  @Index()
  @Column('int')
  userId!: number;
  @ManyToOne(() => User, { onDelete: 'CASCADE' }) user!: Relation<User>;
  /** Opens the content API, also where that asks for a token. */
  @Column('boolean') delivery!: boolean;
  /** Opens it with drafts, those its maker may see. */
  @Column('boolean', { default: false }) preview!: boolean;
  /** Permissions of the management API; empty: it does not open that at all. */
  @Column('text', { array: true }) permissions!: string[];
  /** Where it may be sent from by browsers, `https://www.example.org`; empty: from anywhere. */
  @Column('text', { array: true }) origins!: string[];
  /** Networks it may be sent from, in CIDR notation; empty: from anywhere. */
  @Column('text', { array: true }) networks!: string[];
  /** Its first characters, by which people tell tokens apart. */
  @Column('varchar', { length: 20 }) prefix!: string;
  @Index({ unique: true })
  @Column('text', { select: false })
  tokenHash!: string;
  /** The former token after a rotation, good until its programs know the new one. */
  @Index({ unique: true })
  @Column('text', { nullable: true, select: false })
  formerHash!: string | null;
  @Column('timestamptz', { nullable: true }) formerUntil!: Date | null;
  @Column('timestamptz', { nullable: true }) expiresAt!: Date | null;
  /** Exact to a minute. */
  @Column('timestamptz', { nullable: true }) lastUsedAt!: Date | null;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
}
