import { Tag } from '@pipit/tags';
import { Column, Entity, JoinTable, ManyToMany } from 'typeorm';
import { MediaFile } from './media-file.js';

/** A stored picture. Width, height and focal point are in pixels as it is seen, its EXIF orientation applied. */
@Entity('image')
export class Image extends MediaFile {
  @Column('text', { default: '' }) description!: string;
  /** Default text for those who cannot see it; each use may say better. */
  @Column('text', { default: '' }) alt!: string;
  @Column('int') width!: number;
  @Column('int') height!: number;
  /** More than 1 when it moves. */
  @Column('int', { default: 1 }) frameCount!: number;
  /** Centre and size of the part that crops must keep; all four or none. */
  @Column('int', { nullable: true }) focalPointX!: number | null;
  @Column('int', { nullable: true }) focalPointY!: number | null;
  @Column('int', { nullable: true }) focalPointWidth!: number | null;
  @Column('int', { nullable: true }) focalPointHeight!: number | null;
  @ManyToMany(() => Tag)
  @JoinTable()
  tags!: Tag[];
}

/** The text alternative of an image where a use gives none. */
export function defaultAlt(image: Pick<Image, 'alt' | 'description' | 'title'>): string {
  return image.alt || image.description || image.title;
}
