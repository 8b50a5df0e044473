import { manage } from '@pipit/cms';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Somebody who asked for the newsletter: a plain TypeORM entity. */
@Entity('newsletter_subscriber')
export class Subscriber {
  @PrimaryGeneratedColumn() id!: number;
  @Index({ unique: true })
  @Column({ type: 'varchar', length: 254 })
  email!: string;
  /** False: stays known, and gets no mail. */
  @Column({ type: 'boolean', default: true }) active!: boolean;
}

/** Its list and form in the editor, from the entity’s own columns. */
export const subscribers = manage(Subscriber, {
  app: 'newsletter',
  icon: 'users',
  titleField: 'email',
  list: { columns: ['email', 'active'], filters: ['active'], search: ['email'] },
});
