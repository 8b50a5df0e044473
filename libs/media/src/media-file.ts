import { Column, CreateDateColumn, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { Collection } from './collection.entity.js';

/** `missing`: no bytes under the key. `unreadable`: bytes that cannot be decoded. Only imports bring such files. */
export type FileState = 'ok' | 'missing' | 'unreadable';

/** What images and documents share: a stored original with its place, its facts and its owner. */
export abstract class MediaFile {
  @PrimaryGeneratedColumn() id!: number;
  @Column('uuid', { unique: true }) uuid!: string;
  @Column('varchar', { length: 255 }) title!: string;
  /** Where the storage keeps the original; for images also its public address below `/media/`. */
  @Index()
  @Column('varchar', { length: 400 })
  fileKey!: string;
  /** What people are shown and downloads are called. */
  @Column('varchar', { length: 255 }) fileName!: string;
  @Column('varchar', { length: 127 }) mimeType!: string;
  @Column('bigint', { transformer: { to: (size: number) => size, from: Number } }) fileSize!: number;
  /** SHA-1 of the original, hexadecimal; empty when there is no file. Recognises duplicates, as Wagtail's does. */
  @Index()
  @Column('varchar', { length: 40 })
  fileHash!: string;
  @Column('varchar', { length: 10, default: 'ok' }) fileState!: FileState;
  @Index()
  @Column('int')
  collectionId!: number;
  @ManyToOne(() => Collection, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'collection_id' })
  collection?: Relation<Collection>;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @Column('int', { nullable: true }) uploadedById!: number | null;
  /** By name, as accounts belong to a lib that media must not import. */
  @ManyToOne('User', { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn({ name: 'uploaded_by_id' })
  uploadedBy?: Relation<object> | null;
  /** Counts changes, so that nobody overwrites what somebody else changed meanwhile. */
  @Column('int', { default: 1 }) version!: number;
  /** When it was moved to the trash; null for what is in use. */
  @Index({ where: 'deleted_at IS NOT NULL' })
  @Column('timestamptz', { nullable: true })
  deletedAt!: Date | null;
  @Column('int', { nullable: true }) deletedById!: number | null;
  @ManyToOne('User', { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn({ name: 'deleted_by_id' })
  deletedBy?: Relation<object> | null;
}
