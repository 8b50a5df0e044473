import { Entity, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { User } from '../accounts/user.entity.js';

/** Stands in for the authenticator app once; using it deletes it. Only its hash is stored. */
@Entity('recovery_code')
export class RecoveryCode {
  @PrimaryColumn('int') userId!: number;
  @PrimaryColumn('text') codeHash!: string;
  @ManyToOne(() => User, { onDelete: 'CASCADE' }) user!: Relation<User>;
}
