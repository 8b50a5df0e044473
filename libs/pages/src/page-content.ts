import { JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Page } from './page.entity.js';

/** Base of page types: `@PageType() class Post extends PageContent { … }`. Its table has one row per page. */
export abstract class PageContent {
  /** The page's id. */
  @PrimaryColumn('integer') pageId!: number;
  @OneToOne(() => Page, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'page_id' })
  page!: Relation<Page>;
}
