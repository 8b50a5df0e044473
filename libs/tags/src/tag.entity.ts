import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A word that pages, images and documents of any kind can be marked with. */
@Entity('tag')
export class Tag {
  @PrimaryGeneratedColumn() id!: number;
  @Column('uuid', { unique: true }) uuid!: string;
  /** As people wrote it; upper and lower case make different tags. */
  @Column('varchar', { length: 100, unique: true }) name!: string;
  @Column('varchar', { length: 100, unique: true }) slug!: string;
}
