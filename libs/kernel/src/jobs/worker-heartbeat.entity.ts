import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A worker that says it is alive. All times are the database's. */
@Entity('worker_heartbeat')
export class WorkerHeartbeat {
  @PrimaryColumn('uuid') id!: string;
  /** Host and process, for whoever looks for it. */
  @Column('text') name!: string;
  @Column('timestamptz') startedAt!: Date;
  @Column('timestamptz') seenAt!: Date;
}

/** When a job that repeats by the database's clock was last asked for. */
@Entity('recurring_job')
export class RecurringJob {
  @PrimaryColumn('text') task!: string;
  @Column('timestamptz') enqueuedAt!: Date;
}
