import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import type { Snapshot } from './snapshot.js';

/** A complete snapshot of a subject's content at a moment. Never changed once written. */
@Entity('revision')
@Index(['subjectType', 'subjectId', 'id'])
export class Revision {
  @PrimaryGeneratedColumn() id!: number;
  @Column('uuid', { unique: true }) uuid!: string;
  /** `page` or a snippet's type name. */
  @Column('varchar', { length: 255 }) subjectType!: string;
  @Column('integer') subjectId!: number;
  /** The content type the snapshot is of: a page's type may differ from `subject_type`. */
  @Column('varchar', { length: 255 }) contentType!: string;
  @Index()
  @Column('timestamptz')
  createdAt!: Date;
  @ManyToOne('User', { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn({ name: 'user_id' })
  user!: unknown;
  @Column('integer', { nullable: true }) userId!: number | null;
  /** What the subject was called at the time. */
  @Column('text') label!: string;
  /** The revision its author started from; null for the first. */
  @Column('integer', { nullable: true }) baseRevisionId!: number | null;
  /** Goes live at that time. */
  @Index({ where: 'approved_go_live_at IS NOT NULL' })
  @Column('timestamptz', { nullable: true })
  approvedGoLiveAt!: Date | null;
  /** Given by an editor to find it again. */
  @Column('text', { nullable: true }) name!: string | null;
  @Column('jsonb') snapshot!: Snapshot;
}
