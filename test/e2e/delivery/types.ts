import {
  ApiField,
  CharField,
  ChildItem,
  ChildItems,
  DateField,
  ItemType,
  OwnerField,
  StreamField,
  richText,
  stream,
  struct,
  text,
  type ValueOf,
} from '@pipit/content-types';
import { ImageField, type Image } from '@pipit/media';
import { PageContent, PageLinkField, PageType, pageLink, type Page } from '@pipit/pages';
import { SnippetContent, SnippetLinkField, SnippetType } from '@pipit/snippets';
import { TagField, type Tag } from '@pipit/tags';
import type { Relation } from 'typeorm';

@SnippetType<Author>({ app: 'birds' })
export class Author extends SnippetContent {
  @CharField({ required: true }) name!: string;
  @PageLinkField() home!: Relation<Page> | null;
}

@ItemType({ app: 'birds' })
export class Sighting extends ChildItem {
  @CharField() place!: string;
  @PageLinkField() path!: Relation<Page> | null;
  @OwnerField() page!: unknown;
}

export const body = stream({
  paragraph: richText(),
  teaser: struct({ label: text(), page: pageLink() }),
});

@PageType<Article>({ app: 'birds', api: { metaFields: ['last_published_at'] } })
export class Article extends PageContent {
  @CharField({ search: true }) intro!: string;
  @DateField({ searchFilter: true }) day!: string | null;
  @CharField({ api: false }) secret_note!: string;
  @CharField({ api: 'shownAs' }) renamed!: string;
  @StreamField(body, { search: true }) body!: ValueOf<typeof body>;
  @SnippetLinkField(() => Author) author!: Relation<Author> | null;
  @PageLinkField() related!: Relation<Page> | null;
  @ImageField() picture!: Relation<Image> | null;
  @TagField() tags!: Tag[];
  @ChildItems(() => Sighting) sightings!: Sighting[];
  @ApiField({ loads: ['page', 'sightings'] }) get summary(): string {
    return `${this.page.title}: ${this.sightings.map(({ place }) => place).join(', ')}`;
  }
}

/** A short page. */
@PageType<Note>({ app: 'birds' })
export class Note extends PageContent {
  @DateField() day!: string | null;
  @TagField() tags!: Tag[];
}

/** A note with a field more, in a table of its own. */
@PageType<Report>({ app: 'birds' })
export class Report extends Note {
  @CharField() region!: string;
}

/** The types of the world. */
export const types = [Article, Note, Report, Author];
