import { CharField, ChildItem, ChildItems, ImageField, IntegerField, ItemType, type Image } from '@pipit/cms';
import type { Relation } from 'typeorm';

/** A row within a row. */
@ItemType({ app: 'catalogue', label: 'Stop' })
export class Stop extends ChildItem {
  @CharField({ maxLength: 60, required: 'to-publish' }) place!: string;
  @IntegerField({ min: 0 }) minutes!: number | null;
}

/** A row with fields in an arrangement of their own, and rows of its own. */
@ItemType({
  app: 'catalogue',
  label: 'Walk',
  tabs: { Walk: [{ row: ['name', 'length'] }, 'guided', 'guide', 'stops'] },
})
export class Walk extends ChildItem {
  @CharField({ maxLength: 60, required: 'to-publish' }) name!: string;
  @IntegerField({ min: 1, max: 40, help: 'In kilometres.' }) length!: number | null;
  @CharField({ label: 'Guided by us or on your own' }) guided!: string;
  @CharField({ showWhen: { field: 'guided', is: 'us' }, requireWhen: { field: 'guided', is: 'us' } }) guide!: string;
  @ChildItems(() => Stop, { max: 5 }) stops!: Stop[];
}

/** A row that is one picture and its words: many are added at once. */
@ItemType({ app: 'catalogue', label: 'Picture' })
export class Picture extends ChildItem {
  @ImageField({ required: 'to-publish' }) image!: Relation<Image> | null;
  @CharField({ maxLength: 120 }) caption!: string;
}
