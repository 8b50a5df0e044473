import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Failed or running tries at a secret, counted in the database because several processes share the count. */
@Entity('login_attempt')
export class LoginAttempt {
  /** Hash of what is counted, e.g. account and address: no addresses of people are kept. */
  @PrimaryColumn('text') key!: string;
  @Column('int') count!: number;
  @Index()
  @Column('timestamptz')
  windowEndsAt!: Date;
}
