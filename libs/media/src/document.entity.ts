import { Tag } from '@pipit/tags';
import { Column, Entity, Index, JoinColumn, JoinTable, ManyToMany, ManyToOne } from 'typeorm';
import type { Relation } from 'typeorm';
import { Image } from './image.entity.js';
import { MediaFile } from './media-file.js';

/** What people do with a document: read it, hear it, watch it. */
export const MEDIA_KINDS = ['document', 'audio', 'video'] as const;
export type MediaKind = (typeof MEDIA_KINDS)[number];

/** A text track of a video or a recording, which is a document itself. */
export interface Caption {
  /** Language of the text, `en` or `pt-BR`. */
  readonly language: string;
  /** What people choose it by. */
  readonly label: string;
  readonly documentId: number;
}

/** A stored file that is offered for download, or plays. */
@Entity('document')
export class Document extends MediaFile {
  @Column('text', { default: '' }) description!: string;
  /** Language of its content; empty where nobody said. */
  @Column('varchar', { length: 35, default: '' }) language!: string;
  @Column('varchar', { length: 10, default: 'document' }) mediaKind!: MediaKind;
  /** Seconds it plays; null until it was looked into, and for what does not play. */
  @Column('double precision', { nullable: true }) duration!: number | null;
  /** Of its picture, in pixels. */
  @Column('int', { nullable: true }) width!: number | null;
  @Column('int', { nullable: true }) height!: number | null;
  /** Shown until it plays. */
  @Index()
  @Column('int', { nullable: true })
  posterId!: number | null;
  @ManyToOne(() => Image, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn({ name: 'poster_id' })
  poster?: Relation<Image> | null;
  @Column('jsonb', { default: [] }) captions!: Caption[];
  @ManyToMany(() => Tag)
  @JoinTable()
  tags!: Tag[];
}

/** The kind a file is by its media type. */
export function mediaKindOf(mimeType: string): MediaKind {
  const family = mimeType.split('/')[0];
  return family === 'audio' || family === 'video' ? family : 'document';
}
