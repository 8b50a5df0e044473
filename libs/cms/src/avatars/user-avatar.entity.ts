import { User } from '@pipit/users';
import { Column, Entity, Index, ManyToOne, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import type { Relation } from 'typeorm';

/** A person's picture, small enough for a row. It goes with the account. */
@Entity('user_avatar')
export class UserAvatar {
  @PrimaryColumn('int') userId!: number;
  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  user!: Relation<User>;
  /** What its address ends in: random, so that nobody finds pictures by trying, and another for each picture. */
  @Index({ unique: true })
  @Column('varchar', { length: 32 })
  name!: string;
  /** WebP. */
  @Column('bytea', { select: false }) bytes!: Buffer;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt!: Date;
}
