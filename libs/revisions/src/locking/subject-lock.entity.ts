import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** Somebody keeps others from changing a snippet. Pages carry their lock in columns of their own. */
@Entity('subject_lock')
@Unique(['subjectType', 'subjectId'])
export class SubjectLock {
  @PrimaryGeneratedColumn() id!: number;
  @Column('varchar', { length: 255 }) subjectType!: string;
  @Column('integer') subjectId!: number;
  @ManyToOne('User', { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn({ name: 'locked_by_id' })
  lockedBy!: unknown;
  @Column('integer', { nullable: true }) lockedById!: number | null;
  @Column('timestamptz', { default: () => 'now()' }) lockedAt!: Date;
}
