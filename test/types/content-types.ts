import {
  BooleanField,
  CharField,
  ChildItem,
  ChildItems,
  ChoiceField,
  DateField,
  DateTimeField,
  DecimalField,
  ImageField,
  IntegerField,
  ItemType,
  PageContent,
  PageLinkField,
  PageType,
  RichTextField,
  SnippetContent,
  SnippetLinkField,
  SnippetType,
  StreamField,
  TagField,
  TextField,
  stream,
  struct,
  text,
  type Image,
  type Page,
  type Tag,
  type ValueOf,
} from '@pipit/cms';
import type { Relation } from 'typeorm';

/** How types may be declared, and how not. */

export const body = stream({ heading: text(), quote: struct({ words: text(), by: text() }) });
const other = stream({ note: text() });

@SnippetType<Author>({
  titleField: 'name',
  tabs: { Person: ['name', { row: ['born'] }] },
})
export class Author extends SnippetContent {
  @CharField({ maxLength: 60, required: true }) name!: string;
  @DateField() born!: string | null;
  // @ts-expect-error a number is no text
  @CharField()
  age!: number;
  // @ts-expect-error days are text, moments are dates
  @DateTimeField()
  at!: string;
}

// @ts-expect-error no field of it stands for a row
SnippetType<Author>({ titleField: 'nam' });
// @ts-expect-error a tab of a snippet names no field
SnippetType<Author>({ tabs: { Person: ['nam'] } });
// @ts-expect-error a page's class for a snippet
@SnippetType()
export class Wrong extends PageContent {}

@ItemType()
export class Line extends ChildItem {
  @TextField() words!: string;
}

// @ts-expect-error rows extend ChildItem
@ItemType()
export class Loose {}

@PageType<Post>({
  label: 'Post',
  parents: () => [],
  tabs: {
    Content: [
      'title',
      { row: ['date', 'hero'] },
      { heading: 'Text', fields: ['body', { row: ['rating'] }], collapsed: true },
    ],
    Rest: [{ help: 'Seldom needed.', tone: 'info', showWhen: { any: [{ field: 'date', isEmpty: false }] } }, 'author'],
  },
  side: ['tags'],
})
export class Post extends PageContent {
  @DateField({ required: 'to-publish', min: '2000-01-01' }) date!: string | null;
  @ImageField({ renditions: { hero: 'fill-1920x600' } }) hero!: Relation<Image> | null;
  @StreamField(body, { counts: { heading: { max: 1 } } }) body!: ValueOf<typeof body>;
  @SnippetLinkField(() => Author) author!: Relation<Author> | null;
  @PageLinkField({ types: () => [Post] }) next!: Relation<Page> | null;
  @ChildItems(() => Line, { min: 1 }) lines!: Line[];
  @ChoiceField({ of: ['sun', 'shade'] }) light!: string;
  @IntegerField({ showWhen: { not: { field: 'date', is: null } } }) rating!: number | null;
  @TagField() tags!: Tag[];
  @BooleanField() open!: boolean;

  // @ts-expect-error a stream of other blocks
  @StreamField(other)
  otherBody!: ValueOf<typeof body>;

  // @ts-expect-error counts of a block the stream does not have
  @StreamField(body, { counts: { headline: { max: 1 } } })
  counted!: ValueOf<typeof body>;

  // @ts-expect-error an image is no number
  @ImageField()
  picture!: number;

  // @ts-expect-error another snippet
  @SnippetLinkField(() => Author)
  writer!: Line | null;

  // @ts-expect-error one row instead of several
  @ChildItems(() => Line)
  line!: Line;

  // @ts-expect-error a decimal needs its digits
  @DecimalField({ scale: 2 })
  price!: string | null;

  // @ts-expect-error a choice without choices
  @ChoiceField({})
  choice!: string;

  // @ts-expect-error required is yes, no or to publish
  @RichTextField({ required: 'always' })
  text!: string;

  // @ts-expect-error yes or no is no text
  @BooleanField()
  shut!: string;
}

// @ts-expect-error a tab names no field
PageType<Post>({ tabs: { Content: ['subtitle'] } });
// @ts-expect-error a row names no field
PageType<Post>({ tabs: { Content: [{ row: ['date', 'heroe'] }] } });
// @ts-expect-error a group names no field
PageType<Post>({ tabs: { Content: [{ heading: 'Text', fields: ['bodi'] }] } });
// @ts-expect-error the side names no field
PageType<Post>({ side: ['tag'] });
// @ts-expect-error a panel that is none
PageType<Post>({ tabs: { Content: [{ column: ['date'] }] } });
// @ts-expect-error a tone that does not exist
PageType<Post>({ tabs: { Content: [{ help: 'Mind.', tone: 'loud' }] } });
// @ts-expect-error a condition without a test
PageType<Post>({ tabs: { Content: [{ row: ['date'], showWhen: { field: 'hero' } }] } });
// @ts-expect-error a number is no list of types
PageType<Post>({ parents: () => 1 });
// @ts-expect-error an option that does not exist
PageType<Post>({ colour: 'red' });

/** Reading a page's stream: the value follows from the type. */
export function first(post: Post): string {
  const [item] = post.body;
  // @ts-expect-error not every block has that member
  item?.value.by.trim();
  if (item?.type === 'quote') return `${item.value.words} ${item.value.by}`;
  // @ts-expect-error no block has that type
  if (item?.type === 'headline') return '';
  // @ts-expect-error a field the type does not have
  post.bodie.map(String);
  return item?.value ?? '';
}
