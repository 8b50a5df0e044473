import { Column, Entity, Index, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { Document } from '../document.entity.js';

/** What was found in a document's file. */
@Entity('document_text')
export class DocumentText {
  @PrimaryColumn('int') documentId!: number;
  @OneToOne(() => Document, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'document_id' })
  document?: Relation<Document>;
  /** SHA-1 of the file that was read. */
  @Column('varchar', { length: 40 }) fileHash!: string;
  @Column('text') text!: string;
  /** Its words as they stand, in whatever language. */
  @Index('document_text_words', { synchronize: false })
  @Column('tsvector')
  words!: string;
  /** Why nothing was found; null when it was read. */
  @Column('text', { nullable: true }) failure!: string | null;
}
