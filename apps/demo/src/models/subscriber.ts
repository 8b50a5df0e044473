import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Somebody who wants our letter: a plain entity of the project's own code, with nothing of Pipit in it. */
@Entity('demo_subscriber')
export class Subscriber {
  @PrimaryGeneratedColumn() id!: number;
  @Column('varchar', { length: 254, unique: true }) email!: string;
  @Column('varchar', { length: 120, default: '' }) name!: string;
  @Column('enum', { enum: ['en', 'de'], default: 'en' }) locale!: 'en' | 'de';
  /** False until the link in our first letter was followed. */
  @Column('boolean', { default: false }) confirmed!: boolean;
  @CreateDateColumn({ type: 'timestamptz' }) signedUpAt!: Date;
}
