import { CharField, PageContent, PageType } from '@pipit/cms';

/** The page above all others. */
@PageType({ app: 'plugged', maxCount: 1 })
export class StartPage extends PageContent {
  @CharField() welcome!: string;
}
