import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { Snapshot } from '../snapshot.js';

/** One person's autosaved, not yet saved state of a subject. Not a revision. */
@Entity('working_copy')
@Unique(['subjectType', 'subjectId', 'userId'])
export class WorkingCopy {
  @PrimaryGeneratedColumn() id!: number;
  @Column('varchar', { length: 255 }) subjectType!: string;
  @Column('integer') subjectId!: number;
  @ManyToOne('User', { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id' })
  user!: unknown;
  @Column('integer') userId!: number;
  @Column('integer', { nullable: true }) baseRevisionId!: number | null;
  @Column('jsonb') snapshot!: Snapshot;
  @Column('timestamptz') updatedAt!: Date;
}
