import { BooleanField, CharField, ChildItems, ChoiceField, PageContent, PageType, StreamField } from '@pipit/cms';
import { choice, stream, struct, text, type ValueOf } from '@pipit/cms';
import { Guest } from './guest.js';

const facts = stream({
  fact: struct({
    sort: choice({ of: ['number', 'words'] }),
    figure: text({ showWhen: { field: 'sort', is: 'number' } }),
    ticket: text({ showWhen: { field: '../kind', is: 'event' } }),
  }),
});

/** Fields, panels and members that are there only while other values say so. */
@PageType<ConditionCatalogue>({
  app: 'catalogue',
  icon: 'route',
  tabs: {
    Content: [
      'kind',
      'place',
      { heading: 'Tickets', fields: ['free', 'price'], showWhen: { field: 'kind', is: 'event' } },
      'guests',
      'facts',
    ],
  },
})
export class ConditionCatalogue extends PageContent {
  @ChoiceField({ of: ['news', 'event', 'talk'], default: 'news' }) kind!: string;
  @CharField({
    showWhen: { field: 'kind', in: ['event', 'talk'] },
    requireWhen: { field: 'kind', is: 'event' },
  })
  place!: string;
  @BooleanField() free!: boolean;
  @CharField({ showWhen: { not: { field: 'free', is: true } } }) price!: string;
  @ChildItems(() => Guest) guests!: Guest[];
  @StreamField(facts) facts!: ValueOf<typeof facts>;
}
