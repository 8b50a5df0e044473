import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';

/** A language of content. */
@Entity('locale')
@Index('locale_one_default', ['isDefault'], { unique: true, where: 'is_default' })
export class Locale {
  @PrimaryGeneratedColumn() id!: number;
  @Column('uuid', { unique: true }) uuid!: string;
  /** BCP 47, e.g. `en`, `pt-BR`. */
  @Column('varchar', { length: 35, unique: true }) code!: string;
  /** In its own language. */
  @Column('varchar', { length: 100 }) name!: string;
  @Column('boolean', { default: false }) isDefault!: boolean;
  /** What readers get where this language has no translation. */
  @ManyToOne(() => Locale, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn({ name: 'fallback_id' })
  fallback!: Relation<Locale> | null;
  @Column('integer', { nullable: true }) fallbackId!: number | null;
}
