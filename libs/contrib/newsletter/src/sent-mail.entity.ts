import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A mail as it went out. */
@Entity('newsletter_sent_mail')
export class SentMail {
  @PrimaryGeneratedColumn() id!: number;
  @Column({ type: 'varchar', length: 254 }) to!: string;
  @Column('text') subject!: string;
  @Column('text') text!: string;
  @CreateDateColumn({ type: 'timestamptz' }) sentAt!: Date;
}
