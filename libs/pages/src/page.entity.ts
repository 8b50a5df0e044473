import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { guardWrites } from '@pipit/kernel';
import { Locale } from '@pipit/locales';

/** Id of the tree's root, which no site shows. */
export const ROOT_ID = 1;
/** Id of the second root, below which deleted pages wait. */
export const TRASH_ID = 0;

/** Levels of the tree, the root's included. */
export const MAX_DEPTH = 64;
/** Characters of a tree path. */
export const MAX_PATH_LENGTH = 2000;

/** A node of the tree: all that lists and the tree itself need. What a type declares is in a table of its own. */
@Entity('page')
@Index(['translationKey', 'localeId'], { unique: true, where: 'translation_key IS NOT NULL' })
@Index(['parentId', 'sortKey'])
@Index(['type', 'live'])
// The orders readers ask for most, so that a part of a listing costs the same however deep it lies.
@Index('page_by_first_publication', ['firstPublishedAt', 'id'], { where: 'live' })
@Index('page_by_title', ['title', 'id'], { where: 'live' })
@Check('page_depth', `depth BETWEEN 1 AND ${MAX_DEPTH}`)
@Check('page_path_length', `length(path) <= ${MAX_PATH_LENGTH}`)
export class Page {
  @PrimaryGeneratedColumn() id!: number;
  @Column('uuid', { unique: true }) uuid!: string;
  /** Sort keys from the root down, each followed by a full stop; ordering by it is depth first. */
  @Column({ type: 'text', collation: 'C', unique: true }) path!: string;
  /** The last part of `path`. */
  @Column({ type: 'text', collation: 'C' }) sortKey!: string;
  /** 1 for the root. */
  @Column('integer') depth!: number;
  @ManyToOne(() => Page, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'parent_id' })
  parent!: Relation<Page> | null;
  @Column('integer', { nullable: true }) parentId!: number | null;
  @Column('integer', { default: 0 }) childCount!: number;
  /** Name of the declared type; `pipit.Page` for a plain node. */
  @Column('varchar', { length: 255 }) type!: string;
  /** What readers see. */
  @Column('varchar', { length: 255 }) title!: string;
  /** What the latest draft is called. */
  @Column('varchar', { length: 255 }) draftTitle!: string;
  @Column('varchar', { length: 255 }) slug!: string;
  /** Slugs from the top of the tree down: `/home/blog/x/`. A site strips its root's own. */
  @Index()
  @Column('text')
  urlPath!: string;
  @ManyToOne(() => Locale, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'locale_id' })
  locale!: Relation<Locale>;
  @Column('integer') localeId!: number;
  /** Joins the translations of one page. */
  @Column('uuid', { nullable: true }) translationKey!: string | null;
  @Column('boolean', { default: false }) live!: boolean;
  @Column('boolean', { default: false }) hasUnpublishedChanges!: boolean;
  @Column('timestamptz', { nullable: true }) firstPublishedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) lastPublishedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) goLiveAt!: Date | null;
  @Column('timestamptz', { nullable: true }) expireAt!: Date | null;
  @Column('boolean', { default: false }) expired!: boolean;
  @ManyToOne('User', { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn({ name: 'owner_id' })
  owner!: unknown;
  @Column('integer', { nullable: true }) ownerId!: number | null;
  @Column('boolean', { default: false }) locked!: boolean;
  @ManyToOne('User', { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn({ name: 'locked_by_id' })
  lockedBy!: unknown;
  @Column('integer', { nullable: true }) lockedById!: number | null;
  @Column('timestamptz', { nullable: true }) lockedAt!: Date | null;
  @Index()
  @ManyToOne(() => Page, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn({ name: 'alias_of_id' })
  aliasOf!: Relation<Page> | null;
  @Column('integer', { nullable: true }) aliasOfId!: number | null;
  @ManyToOne('Revision', { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn({ name: 'latest_revision_id' })
  latestRevision!: unknown;
  @Column('integer', { nullable: true }) latestRevisionId!: number | null;
  @ManyToOne('Revision', { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn({ name: 'live_revision_id' })
  liveRevision!: unknown;
  @Column('integer', { nullable: true }) liveRevisionId!: number | null;
  @Column('timestamptz', { nullable: true }) latestRevisionCreatedAt!: Date | null;
  @Column('varchar', { length: 255, default: '' }) seoTitle!: string;
  @Column('text', { default: '' }) searchDescription!: string;
  @Column('boolean', { default: false }) showInMenus!: boolean;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
}

// Whatever is written to a page beside its actions would leave its place, its address or its history behind.
guardWrites(Page);
