import { BooleanField, CharField, ChildItem, ItemType } from '@pipit/cms';

/** A row that looks at itself and at its page. */
@ItemType({ app: 'catalogue', label: 'Guest' })
export class Guest extends ChildItem {
  @CharField() name!: string;
  @BooleanField() speaks!: boolean;
  @CharField({
    showWhen: {
      all: [
        { field: 'speaks', is: true },
        { field: '../kind', isNot: 'news' },
      ],
    },
  })
  subject!: string;
}
