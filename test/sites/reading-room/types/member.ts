import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A plain entity: nothing of Pipit is in it. */
@Entity('reading_member')
export class Member {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('varchar', { length: 80 }) name!: string;
  @Column('int', { default: 0 }) loans!: number;
  @Column('date', { nullable: true }) since!: string | null;
}
