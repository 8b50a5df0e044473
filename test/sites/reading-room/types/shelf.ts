import { PageContent, PageType, SnippetLinkField } from '@pipit/cms';
import type { Relation } from 'typeorm';
import { Author } from './author.js';

/** A page that uses a snippet. */
@PageType<Shelf>({ app: 'reading', icon: 'book' })
export class Shelf extends PageContent {
  @SnippetLinkField(() => Author, { onDelete: 'RESTRICT' }) author!: Relation<Author> | null;
}
