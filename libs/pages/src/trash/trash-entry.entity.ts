import { Column, Entity, JoinColumn, ManyToOne, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Page } from '../page.entity.js';

/** Remembers where a deleted subtree stood. Its pages wait below the trash root. */
@Entity('trash_entry')
export class TrashEntry {
  /** The subtree's top page. */
  @PrimaryColumn('integer') pageId!: number;
  @OneToOne(() => Page, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'page_id' })
  page!: Relation<Page>;
  @ManyToOne(() => Page, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn({ name: 'former_parent_id' })
  formerParent!: Relation<Page> | null;
  @Column('integer', { nullable: true }) formerParentId!: number | null;
  @Column({ type: 'text', collation: 'C' }) formerSortKey!: string;
  @Column('timestamptz', { default: () => 'now()' }) deletedAt!: Date;
  @ManyToOne('User', { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn({ name: 'deleted_by_id' })
  deletedBy!: unknown;
  @Column('integer', { nullable: true }) deletedById!: number | null;
}
