import { ImageField, PageContent, RenditionField, type Image } from '@pipit/cms';
import type { Relation } from 'typeorm';

/** A page with a picture of its own, in the two sizes that the site shows. */
export abstract class PicturePage extends PageContent {
  @ImageField() picture!: Relation<Image> | null;
  @RenditionField('fill-1920x900', { source: 'picture' }) pictureHero!: unknown;
  @RenditionField('fill-1200x840', { source: 'picture' }) pictureCard!: unknown;
}
