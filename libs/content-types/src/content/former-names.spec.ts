import { CharField, ChildItems } from '../declare/core-fields.js';
import { fieldsOf } from '../declare/declaration-store.js';
import { ChildItem, ItemType } from '../declare/item-type.js';
import { currentName, withCurrentNames } from './former-names.js';

@ItemType({ app: 'former' })
class Step extends ChildItem {
  @CharField({ was: 'label' }) words!: string;
}

class Post {
  @CharField({ was: ['teaser', 'lead'] }) intro!: string;
  @ChildItems(() => Step, { was: 'parts' }) steps!: Step[];
}

describe('old values', () => {
  const read = (values: Parameters<typeof withCurrentNames>[1]) => withCurrentNames(fieldsOf(Post), values);

  it('are read under the names fields have today, in rows of child items too', () => {
    expect(read({ lead: 'Hello', parts: [{ id: 'a', label: 'Dig' }], gone: 1 })).toEqual({
      intro: 'Hello',
      steps: [{ id: 'a', words: 'Dig' }],
      gone: 1,
    });
  });

  it('are called in histories what their fields are called today', () => {
    const names = ['teaser', 'lead', 'intro', 'parts', 'gone'].map((name) => currentName(fieldsOf(Post), name));
    expect(names).toEqual(['intro', 'intro', 'intro', 'steps', 'gone']);
  });

  it('never replace what is stored under the present name', () => {
    expect(read({ lead: 'Old', intro: 'New' })).toEqual({ lead: 'Old', intro: 'New' });
  });
});
