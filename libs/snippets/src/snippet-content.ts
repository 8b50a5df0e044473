import { Column, PrimaryGeneratedColumn } from 'typeorm';

/** Base of snippets: content without a place in the tree. */
export abstract class SnippetContent {
  @PrimaryGeneratedColumn() id!: number;
  @Column('uuid', { unique: true }) uuid!: string;
  /** Grows by one with each change; an edit has to name the version it started from. */
  @Column('integer', { default: 1 }) version!: number;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { default: () => 'now()' }) updatedAt!: Date;
}
