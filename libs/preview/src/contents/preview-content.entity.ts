import type { Snapshot } from '@pipit/revisions';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';

/** What somebody looks at without having saved it. Neither a revision nor a working copy: gone when its time is over. */
@Entity('preview_content')
@Unique(['userId', 'subjectKey'])
export class PreviewContent {
  /** UUIDv7. */
  @PrimaryColumn('uuid') id!: string;
  @ManyToOne('User', { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id' })
  user!: unknown;
  @Column('integer') userId!: number;
  /** Of each thing a person looks at, there is one. */
  @Column('text') subjectKey!: string;
  /** Of things that are not created yet: the id they are shown with. */
  @Column('integer') subjectId!: number;
  @Column('jsonb') snapshot!: Snapshot;
  @Column('timestamptz') updatedAt!: Date;
  @Index()
  @Column('timestamptz')
  expiresAt!: Date;
}
