import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique, type Relation } from 'typeorm';
import { Page } from './page.entity.js';

/** A host name and the page its addresses start from. */
@Entity('site')
@Unique(['hostname', 'port'])
@Index('site_one_default', ['isDefault'], { unique: true, where: 'is_default' })
export class Site {
  @PrimaryGeneratedColumn() id!: number;
  @Column('uuid', { unique: true }) uuid!: string;
  @Column('varchar', { length: 255 }) hostname!: string;
  /** 80 prints no port, 443 prints https. */
  @Column('integer', { default: 80 }) port!: number;
  @Column('varchar', { length: 255, default: '' }) name!: string;
  @ManyToOne(() => Page, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'root_page_id' })
  rootPage!: Relation<Page>;
  @Column('integer') rootPageId!: number;
  /** Answers for hosts no site names. */
  @Column('boolean', { default: false }) isDefault!: boolean;
}
