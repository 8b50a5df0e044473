import {
  CharField,
  ChildItem,
  type Image,
  ImageField,
  IntegerField,
  ItemType,
  type Page,
  PageLinkField,
  RenditionField,
} from '@pipit/cms';
import type { Relation } from 'typeorm';

@ItemType({ app: 'kinds', api: { fields: ['text', 'number', 'link_page', 'image', 'thumb'] } })
export class KindsItem extends ChildItem {
  @CharField({ maxLength: 100, required: 'to-publish' }) text!: string;
  @IntegerField() number!: number | null;
  @PageLinkField() link_page!: Relation<Page> | null;
  @ImageField() image!: Relation<Image> | null;
  @RenditionField('max-30x30', { source: 'image' }) thumb!: unknown;
}
