import {
  Column,
  CreateDateColumn,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import type { Relation } from 'typeorm';
import { Image } from './image.entity.js';

/**
 * A derived image. The row exists from the moment its address was given out, the file from the first request of
 * that address. Rows are the only specs that are ever carried out, so nobody can ask for work of their own choice.
 */
@Entity('rendition')
@Unique('rendition_spec', ['imageId', 'filterSpec', 'focalKey', 'sourceKey'])
export class Rendition {
  @PrimaryGeneratedColumn() id!: number;
  @Index()
  @Column('int')
  imageId!: number;
  @ManyToOne(() => Image, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'image_id' })
  image?: Relation<Image>;
  @Column('varchar', { length: 255 }) filterSpec!: string;
  /** Stands for the focal point and the crop it was made with; empty where the spec does not look at them. */
  @Column('varchar', { length: 16 }) focalKey!: string;
  /** The original it was made from: its image may have another by now. */
  @Column('varchar', { length: 400 }) sourceKey!: string;
  @Column('varchar', { length: 400, unique: true }) fileKey!: string;
  @Column('int') width!: number;
  @Column('int') height!: number;
  @Column('varchar', { length: 127 }) mimeType!: string;
  /** Bytes; null until the file was made. */
  @Column('int', { nullable: true }) fileSize!: number | null;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
}
