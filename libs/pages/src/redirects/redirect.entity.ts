import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique, type Relation } from 'typeorm';
import { Page } from '../page.entity.js';
import { Site } from '../site.entity.js';

/** A redirect made by hand. Where a path leads on every site there is one as well, though null equals nothing. */
@Entity('redirect')
@Unique(['oldPath', 'siteId'])
@Index('redirect_once_everywhere', ['oldPath'], { unique: true, where: 'site_id IS NULL' })
export class Redirect {
  @PrimaryGeneratedColumn() id!: number;
  @Column('uuid', { unique: true }) uuid!: string;
  /** Leading slash, no trailing slash. */
  @Column('text') oldPath!: string;
  /** Null: on every site. */
  @ManyToOne(() => Site, { nullable: true, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'site_id' })
  site!: Relation<Site> | null;
  @Column('integer', { nullable: true }) siteId!: number | null;
  @Index()
  @ManyToOne(() => Page, { nullable: true, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'page_id' })
  page!: Relation<Page> | null;
  @Column('integer', { nullable: true }) pageId!: number | null;
  /** Appended to the page's address. */
  @Column('text', { default: '' }) pageRoutePath!: string;
  /** Where to, when it is no page. */
  @Column('text', { default: '' }) link!: string;
  @Column('boolean', { default: true }) isPermanent!: boolean;
  @Column('boolean', { default: false }) automaticallyCreated!: boolean;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
}
