import {
  AddressField,
  CharField,
  ChildItem,
  type Document,
  DocumentField,
  type Image,
  ImageField,
  type Page,
  PageLinkField,
  UrlField,
} from '@pipit/cms';
import type { Relation } from 'typeorm';

/** An item that may lead to a page, a document or an address elsewhere. */
export abstract class LinkedItem extends ChildItem {
  @UrlField({ api: false, label: 'External link' }) link_external!: string;
  @PageLinkField({ api: false, onDelete: 'CASCADE' }) link_page!: Relation<Page> | null;
  @DocumentField({ api: false, onDelete: 'CASCADE' }) link_document!: Relation<Document> | null;
}

/** A titled link below a page. */
export abstract class RelatedLink extends LinkedItem {
  @CharField({ maxLength: 255, required: 'to-publish' }) title!: string;
  @AddressField({ of: ['link_page', 'link_document', 'link_external'] }) link!: unknown;
}

/** A picture or video of a carousel. */
export abstract class CarouselItem extends LinkedItem {
  @ImageField() image!: Relation<Image> | null;
  @UrlField({ label: 'Embed URL' }) embed_url!: string;
  @CharField({ maxLength: 255 }) caption!: string;
  @AddressField({ of: ['link_page', 'link_document', 'link_external'] }) link!: unknown;
}

/** What related links print, in this order. */
export const RELATED_LINK_API = { fields: ['title', 'link'] };
/** What carousel items print, in this order. */
export const CAROUSEL_API = { fields: ['image', 'embed_url', 'caption', 'link'] };
