import { Column, CreateDateColumn, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Settings of one person's editor: small, flat, theirs alone. */
export type Preferences = Record<string, unknown>;

/** A person who may sign in. */
@Entity('user_account')
export class User {
  @PrimaryGeneratedColumn() id!: number;
  @Index({ unique: true })
  @Column('uuid')
  uuid!: string;
  /** As it was given; mail goes to this spelling. */
  @Column('text') email!: string;
  /** The address as compared: see `emailKey()`. Null for an account without an address, which cannot sign in. */
  @Index({ unique: true })
  @Column('text', { nullable: true, select: false })
  emailKey!: string | null;
  @Column('text') name!: string;
  /** argon2id; never selected unless asked for by name. Null: no password yet, e.g. after an import. */
  @Column('text', { nullable: true, select: false }) passwordHash!: string | null;
  /** Administrators hold every permission. */
  @Column('boolean', { default: false }) isAdministrator!: boolean;
  /** Nobody signs in to an account that is not active, and its sessions are refused at once. */
  @Column('boolean', { default: true }) isActive!: boolean;
  /** Language of what Pipit writes to this person: mail, and the editor where it speaks it. */
  @Column('varchar', { length: 20, default: 'en' }) language!: string;
  /** IANA name, e.g. `Europe/Berlin`. Null: that of their device. */
  @Column('varchar', { length: 64, nullable: true }) timeZone!: string | null;
  /** When somebody proved to read mail at the address. Null: nobody has. */
  @Column('timestamptz', { nullable: true }) emailVerifiedAt!: Date | null;
  /** Secret of the authenticator app, sealed with the server's keys; never selected unless asked for by name. */
  @Column('text', { nullable: true, select: false }) totpSecret!: string | null;
  /** The step of the last code that was taken: each is good for one use. */
  @Column('integer', { nullable: true, select: false }) totpStep!: number | null;
  /** Since when signing in asks for a second factor. Null: it does not, and a stored secret is one not confirmed yet. */
  @Column('timestamptz', { nullable: true }) secondFactorAt!: Date | null;
  @Column('jsonb', { default: {} }) preferences!: Preferences;
  @Column('timestamptz', { nullable: true }) lastLoginAt!: Date | null;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
}
