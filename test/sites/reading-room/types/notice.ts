import { CharField, SnippetContent, SnippetType, TextField } from '@pipit/cms';

/** A snippet that is written before it is shown. */
@SnippetType<Notice>({ app: 'reading', icon: 'flag', drafts: true, description: 'Pinned beside the door' })
export class Notice extends SnippetContent {
  @CharField({ maxLength: 80, required: true }) title!: string;
  @TextField({ required: 'to-publish' }) wording!: string;
}
