import { CharField, ChildItem, IntegerField, ItemType, RenditionField } from '@pipit/content-types';
import { ImageField, type Image } from '@pipit/media';
import { PageLinkField, type Page } from '@pipit/pages';
import type { Relation } from 'typeorm';

@ItemType({ app: 'kinds', api: { fields: ['text', 'number', 'link_page', 'image', 'thumb'] } })
export class KindsItem extends ChildItem {
  @CharField({ maxLength: 100, required: 'to-publish' }) text!: string;
  @IntegerField() number!: number | null;
  @PageLinkField() link_page!: Relation<Page> | null;
  @ImageField() image!: Relation<Image> | null;
  @RenditionField('max-30x30', { source: 'image' }) thumb!: unknown;
}
