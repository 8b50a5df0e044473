import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import type { Relation } from 'typeorm';

/** The collection that always exists and contains all others. */
export const ROOT_COLLECTION_ID = 1;

/** The root is the first. */
export const MAX_COLLECTION_DEPTH = 32;

/** A folder of media which carries permissions and privacy; both hold for everything below it. */
@Entity('collection')
@Check('collection_depth', 'depth BETWEEN 1 AND 32')
export class Collection {
  @PrimaryGeneratedColumn() id!: number;
  @Column('uuid', { unique: true }) uuid!: string;
  /** Ids from the root down, each followed by a dot, so that a subtree is one range of the index. */
  @Column({ type: 'text', collation: 'C', unique: true }) path!: string;
  @Column('int') depth!: number;
  @Column('int', { nullable: true }) parentId!: number | null;
  @ManyToOne(() => Collection, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'parent_id' })
  parent?: Relation<Collection> | null;
  @Column('varchar', { length: 255 }) name!: string;
}
