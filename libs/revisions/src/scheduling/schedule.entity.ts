import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** What happens at the time: a revision goes live, or the subject goes offline. */
export type ScheduleKind = 'goLive' | 'expire';

/** Something that is to happen to a subject at a moment. Gone once it has happened or was called off. */
@Entity('schedule')
@Unique(['subjectType', 'subjectId', 'kind'])
@Index(['at'], { where: 'failed_at IS NULL' })
@Check('schedule_revision', `(kind = 'goLive') = (revision_id IS NOT NULL)`)
export class Schedule {
  @PrimaryGeneratedColumn() id!: number;
  /** `page` or a snippet's type name. */
  @Column('varchar', { length: 255 }) subjectType!: string;
  @Column('integer') subjectId!: number;
  @Column('varchar', { length: 10 }) kind!: ScheduleKind;
  @Column('timestamptz') at!: Date;
  /** IANA zone in which people meant and see the time. */
  @Column('varchar', { length: 64 }) zone!: string;
  /** What goes live; later drafts do not. */
  @Index()
  @ManyToOne('Revision', { nullable: true, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'revision_id' })
  revision!: unknown;
  @Column('integer', { nullable: true }) revisionId!: number | null;
  /** Who decided it. */
  @ManyToOne('User', { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn({ name: 'user_id' })
  user!: unknown;
  @Column('integer', { nullable: true }) userId!: number | null;
  /** What they were called then. */
  @Column('text') userLabel!: string;
  /** What the subject was called then. */
  @Column('text') label!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  /** A worker is at it until then; afterwards another may. */
  @Column('timestamptz', { nullable: true }) claimedUntil!: Date | null;
  /** Tries that ended in a fault of ours. */
  @Column('integer', { default: 0 }) attempts!: number;
  /** It could not be done and is not tried again. */
  @Column('timestamptz', { nullable: true }) failedAt!: Date | null;
  /** Why not, as a problem document. */
  @Column('jsonb', { nullable: true }) problem!: Record<string, unknown> | null;
}
