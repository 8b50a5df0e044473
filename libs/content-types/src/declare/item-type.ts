import { Column, Index, PrimaryGeneratedColumn } from 'typeorm';
import { declareType, type TypeOptions } from './declare-type.js';

/** Base of ordered child rows: `class Author extends ChildItem { @CharField() name!: string }`. */
export abstract class ChildItem {
  @PrimaryGeneratedColumn() id!: number;
  /** Identity in snapshots and across environments. */
  @Column('uuid', { unique: true }) uuid!: string;
  /** Primary key of the row's owner; the foreign key is added when the owner is registered. */
  @Index()
  @Column('integer')
  ownerId!: number;
  @Column('integer', { default: 0 }) sortOrder!: number;
}

/** Declares a class of ordered child rows. One class belongs to one owner type. */
export function ItemType(options: TypeOptions = {}) {
  return (target: abstract new (...args: never[]) => ChildItem): void => {
    declareType(target, options, { category: 'item', titleField: 'id' });
  };
}
