import {
  block,
  boolean,
  choice,
  choices,
  date,
  decimal,
  defineFieldKind,
  defineRichTextFeature,
  image,
  imageWithAlt,
  integer,
  lazy,
  list,
  optional,
  pageLink,
  regex,
  richText,
  stream,
  struct,
  table,
  text,
  typedTable,
  type Block,
  type Json,
  type ListItem,
  type NodeOptions,
  type ValueOf,
} from '@pipit/cms';

/** How blocks may be declared and read, and how not. */

const highlight = defineRichTextFeature({ name: 'highlight', elements: { mark: [] } });
const members = {
  title: text({ maxLength: 60 }),
  level: choice({ of: ['h2', 'h3'] }),
  photo: optional(image()),
  anchor: text(),
};
const card = struct(members, {
  panels: [{ row: ['title', 'level'] }, { heading: 'Picture', fields: ['photo'] }],
  settings: ['anchor'],
  default: { level: 'h2' },
  validate: ({ title, level }) => (level === 'h3' && title === '' ? { title: 'A title, please.' } : null),
  computed: { words: ({ title }) => title.split(' ').length },
});
// @ts-expect-error a panel names no member
struct(members, { panels: ['titel'] });
// @ts-expect-error a row names no member
struct(members, { panels: [{ row: ['title', 'lvl'] }] });
// @ts-expect-error a group names no member
struct(members, { panels: [{ heading: 'Picture', fields: ['foto'] }] });
// @ts-expect-error behind the gear stands no member
struct(members, { settings: ['ancor'] });
// @ts-expect-error a default that is not offered
struct(members, { default: { level: 'h4' } });
// @ts-expect-error a rule reads no member
struct(members, { validate: ({ titel }) => titel });
// @ts-expect-error a rule blames no member
struct(members, { validate: () => ({ titel: 'Too long.' }) });
// @ts-expect-error a computed member reads no member
struct(members, { computed: { words: ({ titel }) => titel } });
// @ts-expect-error a computed member prints no JSON
struct(members, { computed: { words: ({ title }) => new Map([[title, title]]) } });

interface Comment {
  readonly words: string;
  readonly answers: readonly ListItem<Comment>[];
}
const comment: Block<Comment> = struct({ words: text(), answers: list(lazy(() => comment)) });
// @ts-expect-error a lazy block of another value
export const strange: Block<Comment> = struct({ words: integer(), answers: list(lazy(() => comment)) });

export const body = stream(
  {
    heading: text({ default: 'Once', previewValue: () => 'Once upon a time' }),
    paragraph: richText({ features: ['bold', 'link', highlight] }),
    card,
    gallery: list(imageWithAlt(), { min: 1, max: 9 }),
    grid: table({ headers: ['row', 'both'], merge: true }),
    measures: typedTable({ words: text(), number: integer() }),
    when: date({ min: '2024-01-01' }),
    code: regex({ pattern: '[A-Z]{2}', message: 'Two capital letters.' }),
    inner: stream({ agreed: boolean(), price: decimal({ precision: 6, scale: 2 }) }),
    talk: comment,
  },
  { min: 1, collapsed: true, counts: { heading: { max: 1 } } },
);

// @ts-expect-error a default of another type
text({ default: 3 });
// @ts-expect-error an example of another type
integer({ previewValue: 'three' });
// @ts-expect-error an option that kind does not have
integer({ maxLength: 3 });
// @ts-expect-error a form without a message
regex({ pattern: '[A-Z]' });
// @ts-expect-error digits of a decimal are missing
decimal({ precision: 6 });
// @ts-expect-error no block but a name
stream({ heading: 'text' });
// @ts-expect-error headings a table cannot have
table({ headers: ['top'] });
// @ts-expect-error a default that is not offered
choice({ of: ['sun', 'shade'], default: 'rain' });
// @ts-expect-error one default among several that is not offered
choices({ of: ['sun', 'shade'], default: ['sun', 'rain'] });
// @ts-expect-error a condition without a test
text({ showWhen: { field: 'heading' } });
// @ts-expect-error a condition about no field
text({ requireWhen: { all: [{ name: 'heading', is: 'x' }] } });
// @ts-expect-error a feature nobody defined
richText({ features: ['bold', 'blink'] });
// @ts-expect-error an option that does not exist
pageLink({ typs: () => [] });
// @ts-expect-error a list of no block
list({ text: text() });
// @ts-expect-error counts of a block the stream does not have
stream({ heading: text() }, { counts: { headline: { max: 1 } } });
// @ts-expect-error a bound that does not exist
stream({ heading: text() }, { counts: { heading: { most: 1 } } });
// @ts-expect-error a bound of another type
list(text(), { max: 'three' });

type Body = ValueOf<typeof body>;

/** Values narrow by their type, and a switch over all of them leaves nothing. */
export function summary(item: Body[number]): string {
  switch (item.type) {
    case 'heading':
    case 'paragraph':
    case 'code':
      return item.value.trim();
    case 'card':
      // @ts-expect-error a member the block does not have
      item.value.titel.trim();
      return `${item.value.title} ${item.value.level === 'h2' ? 1 : 2} ${item.value.photo?.toFixed() ?? ''}`;
    case 'gallery':
      // @ts-expect-error items carry their value inside
      item.value.map(({ alt_text }) => alt_text);
      return item.value.map(({ value }) => value.alt_text).join();
    case 'grid':
      return String(item.value?.data[0]?.[0]);
    case 'measures':
      // @ts-expect-error no column may be of that kind
      item.value?.columns.some(({ type }) => type === 'rich');
      return item.value?.columns.map(({ type }) => type).join() ?? '';
    case 'when':
      // @ts-expect-error the day may be missing
      item.value.trim();
      return item.value?.slice(0, 4) ?? '';
    case 'inner':
      return item.value.map((inner) => (inner.type === 'agreed' ? String(inner.value) : (inner.value ?? ''))).join();
    case 'talk':
      return item.value.answers[0]?.value.answers[0]?.value.words ?? '';
    // @ts-expect-error a type the stream does not have
    case 'headline':
      return '';
    default:
      return nothing(item);
  }
}

function nothing(left: never): string {
  return String(left);
}

/** A switch that forgets a type notices. */
export function isText(item: Body[number] & { type: 'heading' | 'card' }): boolean {
  switch (item.type) {
    case 'heading':
      return true;
    case 'card':
      return false;
    default:
      nothing(item);
      return false;
  }
}

export function forgets(item: Body[number]): string {
  if (item.type === 'heading') return item.value;
  // @ts-expect-error the other types are left
  nothing(item);
  return '';
}

export const written: Body = [
  { id: '1', type: 'heading', value: 'Once' },
  { id: '2', type: 'card', value: { title: 'A', level: 'h3', photo: null, anchor: '' } },
  // @ts-expect-error a value of another type
  { id: '3', type: 'heading', value: 3 },
  // @ts-expect-error a member is missing
  { id: '4', type: 'card', value: { title: 'A', level: 'h3', photo: null } },
];

interface StarsOptions extends NodeOptions {
  readonly most: number;
}
const starsKind = defineFieldKind<StarsOptions>({
  name: 'stars',
  emptyValue: () => null,
  jsonSchema: ({ most }) => ({ type: ['integer', 'null'], minimum: 0, maximum: most }),
  // @ts-expect-error a hook that does not exist
  jsonScheme: () => ({}),
});
const stars = (options: StarsOptions): Block<number | null> => block(starsKind, options);
export const review = struct({
  stars: stars({ most: 5 }),
  data: block<Json, NodeOptions>(defineFieldKind(starsKind), {}),
});
export const half: ValueOf<typeof review>['stars'] = 2.5;
// @ts-expect-error an option of a kind of one's own is missing
export const none = stars({});
