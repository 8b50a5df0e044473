import { Tag } from '@pipit/tags';
import { Column, Entity, Index, JoinTable, ManyToMany } from 'typeorm';
import type { Crops } from './crops/crop.js';
import type { EmbeddedMetadata } from './facts/embedded-metadata.js';
import { MediaFile } from './media-file.js';

/** A stored picture. Width, height and focal point are in pixels as it is seen, its EXIF orientation applied. */
@Entity('image')
export class Image extends MediaFile {
  @Column('text', { default: '' }) description!: string;
  /** Default text for those who cannot see it; each use may say better. */
  @Column('text', { default: '' }) alt!: string;
  /** Says nothing by itself: screen readers pass over it wherever a use gives no text. */
  @Column('boolean', { default: false }) decorative!: boolean;
  /** Who is to be named beside it. */
  @Column('varchar', { length: 255, default: '' }) credit!: string;
  /** What it may be used for, and by whose leave. */
  @Column('text', { default: '' }) rights!: string;
  /** From then on it should not be used any more; null when nothing limits it. */
  @Index()
  @Column('timestamptz', { nullable: true })
  rightsExpireAt!: Date | null;
  @Column('int') width!: number;
  @Column('int') height!: number;
  /** More than 1 when it moves. */
  @Column('int', { default: 1 }) frameCount!: number;
  /** Centre and size of the part that crops must keep; all four or none. */
  @Column('int', { nullable: true }) focalPointX!: number | null;
  @Column('int', { nullable: true }) focalPointY!: number | null;
  @Column('int', { nullable: true }) focalPointWidth!: number | null;
  @Column('int', { nullable: true }) focalPointHeight!: number | null;
  /** What is shown of it in declared ratios, where a person chose; see {@link Crops}. */
  @Column('jsonb', { default: {} }) crops!: Crops;
  /** `#rrggbb`; null for drawings and for what could not be read. */
  @Column('varchar', { length: 7, nullable: true }) dominantColor!: string | null;
  /** A few dozen pixels as a data URI, to be shown while the image loads. */
  @Column('varchar', { length: 400, nullable: true }) placeholder!: string | null;
  /** What the file says about itself, as far as it is of use and no secret. */
  @Column('jsonb', { default: {} }) metadata!: EmbeddedMetadata;
  @ManyToMany(() => Tag)
  @JoinTable()
  tags!: Tag[];
}

/** The text alternative of an image where a use gives none. */
export function defaultAlt(image: Pick<Image, 'alt' | 'decorative' | 'description' | 'title'>): string {
  return image.decorative ? '' : image.alt || image.description || image.title;
}
