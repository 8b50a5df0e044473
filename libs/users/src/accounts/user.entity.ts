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
  @Column('jsonb', { default: {} }) preferences!: Preferences;
  @Column('timestamptz', { nullable: true }) lastLoginAt!: Date | null;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
}
