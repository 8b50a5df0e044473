import type { JsonObject } from '@pipit/content-types';
import { Check, Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { Document } from '../document.entity.js';
import { Image } from '../image.entity.js';

/** A file that an image or a document had before it got the one it has now. */
@Entity('media_file_version')
@Check('media_file_version_of_one', 'num_nonnulls(image_id, document_id) = 1')
export class FileVersion {
  @PrimaryGeneratedColumn() id!: number;
  @Index()
  @Column('int', { nullable: true })
  imageId!: number | null;
  @ManyToOne(() => Image, { nullable: true, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'image_id' })
  image?: Relation<Image> | null;
  @Index()
  @Column('int', { nullable: true })
  documentId!: number | null;
  @ManyToOne(() => Document, { nullable: true, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'document_id' })
  document?: Relation<Document> | null;
  /** Where the storage keeps it. */
  @Index()
  @Column('varchar', { length: 400 })
  fileKey!: string;
  @Column('varchar', { length: 255 }) fileName!: string;
  @Column('varchar', { length: 127 }) mimeType!: string;
  @Column('bigint', { transformer: { to: (size: number) => size, from: Number } }) fileSize!: number;
  @Column('varchar', { length: 40 }) fileHash!: string;
  /** What else is known of this file: its subject's `fileColumns` by property name. */
  @Column('jsonb', { default: {} }) facts!: JsonObject;
  /** When another file took its place. */
  @CreateDateColumn({ type: 'timestamptz' }) replacedAt!: Date;
  @Column('int', { nullable: true }) replacedById!: number | null;
  @ManyToOne('User', { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn({ name: 'replaced_by_id' })
  replacedBy?: Relation<object> | null;
}
