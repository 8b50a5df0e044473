import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** Rows of the project's own that a uuid tells apart. */
@Entity('catalogue_hut')
export class Hut {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column({ length: 60 }) name!: string;
}

/** Rows of the project's own that a number of eight bytes tells apart. */
@Entity('catalogue_peak')
export class Peak {
  @PrimaryColumn('bigint') id!: string;
  @Column({ length: 60 }) name!: string;
}

/** Rows of the project's own that a word tells apart. */
@Entity('catalogue_valley')
export class Valley {
  @PrimaryColumn({ length: 20 }) code!: string;
  @Column({ length: 60 }) name!: string;
}
