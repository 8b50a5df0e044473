import { Tag } from '@pipit/tags';
import { Entity, JoinTable, ManyToMany } from 'typeorm';
import { MediaFile } from './media-file.js';

/** A stored file that is offered for download. */
@Entity('document')
export class Document extends MediaFile {
  @ManyToMany(() => Tag)
  @JoinTable()
  tags!: Tag[];
}
