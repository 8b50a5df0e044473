import { CharField, SnippetContent, SnippetType } from '@pipit/cms';

/** What pages link to, and what editors make in passing. */
@SnippetType<Topic>({ app: 'catalogue', icon: 'tag' })
export class Topic extends SnippetContent {
  @CharField({ maxLength: 60, required: true }) name!: string;
}
