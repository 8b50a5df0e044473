import { Column, CreateDateColumn, Entity, Index, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import type { Actor } from '@pipit/kernel';

/** Who did what to which subject, and when. Written once, never changed. */
@Entity('audit_entry')
@Index(['at', 'id'])
@Index(['subjectType', 'subjectId', 'at'])
@Index(['subjectType', 'subjectKey', 'at'], { where: '"subject_key" IS NOT NULL' })
export class AuditEntry {
  /** UUIDv7, so entries of one moment keep their order. */
  @PrimaryColumn('uuid') id!: string;
  @CreateDateColumn({ type: 'timestamptz' }) at!: Date;
  @Column('text') actorKind!: Actor['kind'];
  /** Empty for Pipit itself, for strangers, and when the account was deleted since. */
  @Column('int', { nullable: true }) userId!: number | null;
  /** By name, as accounts belong to a lib that stands beside this one. */
  @Index()
  @ManyToOne('User', { nullable: true, onDelete: 'SET NULL' })
  user!: Relation<object> | null;
  /** What the actor was called then. */
  @Column('text') actorLabel!: string;
  /** `<subject>.<verb>`, e.g. `page.publish`. */
  @Index()
  @Column('text')
  action!: string;
  @Column('text') subjectType!: string;
  /** 0 for subjects whose key is text. */
  @Column('int') subjectId!: number;
  /** The key of a subject that has no number. */
  @Column('text', { nullable: true }) subjectKey!: string | null;
  /** What the subject was called then; stays readable when it is gone. */
  @Column('text') subjectLabel!: string;
  @Column('int', { nullable: true }) revisionId!: number | null;
  @Column('jsonb', { default: {} }) data!: Record<string, unknown>;
  /** Joins the entries of one request, or of one operation on many things. */
  @Index()
  @Column('text')
  requestId!: string;
  /** The program it was done with; empty for Pipit's own work. */
  @Column('text', { default: '' }) clientAgent!: string;
  /** The network address it came from; empty for Pipit's own work. */
  @Column('text', { default: '' }) clientAddress!: string;
}
