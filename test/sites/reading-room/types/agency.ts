import { CharField, SnippetContent, SnippetType } from '@pipit/cms';

/** What authors link to. */
@SnippetType<Agency>({ app: 'reading', icon: 'briefcase', labelPlural: 'Agencies' })
export class Agency extends SnippetContent {
  @CharField({ maxLength: 60, required: true }) name!: string;
}
