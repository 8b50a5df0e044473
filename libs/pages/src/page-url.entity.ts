import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Page } from './page.entity.js';
import { Site } from './site.entity.js';

/** An address, current or past, and its page. Redirects of moved pages follow from the past ones. */
@Entity('page_url')
@Index(['pageId', 'isCurrent'])
export class PageUrl {
  @PrimaryColumn('integer') siteId!: number;
  /** Below the site's root: `/`, `/blog/x/`. */
  @PrimaryColumn('text') path!: string;
  @ManyToOne(() => Site, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'site_id' })
  site!: Relation<Site>;
  @ManyToOne(() => Page, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'page_id' })
  page!: Relation<Page>;
  @Column('integer') pageId!: number;
  @Column('boolean') isCurrent!: boolean;
  @Column('timestamptz', { default: () => 'now()' }) since!: Date;
}
