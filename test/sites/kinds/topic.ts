import { CharField, IntegerField, SnippetContent, SnippetType } from '@pipit/cms';

@SnippetType<Topic>({ app: 'kinds', icon: 'tag', order: ['id'], api: { fields: ['name'] } })
export class Topic extends SnippetContent {
  @CharField({ maxLength: 100, required: 'to-publish' }) name!: string;
  @IntegerField({ required: true, default: 0, api: false }) weight!: number;
}
