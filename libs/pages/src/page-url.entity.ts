import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Locale } from '@pipit/locales';
import { Page } from './page.entity.js';
import { Site } from './site.entity.js';

/** An address, current or past, and its page. Redirects of moved pages follow from the past ones. */
@Entity('page_url')
@Index(['pageId', 'isCurrent'])
export class PageUrl {
  @PrimaryColumn('integer') siteId!: number;
  /** The language of the site's root, or of that page's translation, which the path begins below. */
  @PrimaryColumn('integer') localeId!: number;
  /** Below that root and without a language's prefix: `/`, `/blog/x/`. */
  @PrimaryColumn('text') path!: string;
  @ManyToOne(() => Site, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'site_id' })
  site!: Relation<Site>;
  @ManyToOne(() => Locale, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'locale_id' })
  locale!: Relation<Locale>;
  @ManyToOne(() => Page, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'page_id' })
  page!: Relation<Page>;
  @Column('integer') pageId!: number;
  @Column('boolean') isCurrent!: boolean;
  @Column('timestamptz', { default: () => 'now()' }) since!: Date;
}
