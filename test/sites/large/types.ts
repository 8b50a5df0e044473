import {
  BooleanField,
  CharField,
  ChoiceField,
  DateField,
  ImageField,
  IntegerField,
  PageContent,
  PageLinkField,
  PageType,
  RichTextField,
  SnippetContent,
  SnippetType,
  StreamField,
  boolean,
  choice,
  image,
  list,
  optional,
  richText,
  stream,
  struct,
  text,
  type Block,
} from '@pipit/cms';

const PAGE_TYPES = 100;
/** Thirteen in a loop, and the stream. */
const PAGE_FIELDS = 13;
const SNIPPET_TYPES = 50;
const SNIPPET_FIELDS = 12;
const STREAMS = 10;
/** Each a struct of five members. */
const BLOCKS_OF_A_STREAM = 50;

/** What is left of a decorator when it is called by hand. */
type Decorate = (target: object, key: string) => void;

const FIELD_KINDS: readonly (() => unknown)[] = [
  () => CharField({ maxLength: 120, search: true }),
  () => RichTextField(),
  () => IntegerField({ min: 0 }),
  () => DateField(),
  () => BooleanField(),
  () => ChoiceField({ of: ['sun', 'shade', 'both'] }),
  () => ImageField(),
  () => PageLinkField(),
];

/** All types, made in a loop as nobody would write them by hand. */
export function largeTypes(): object[] {
  const streams = Array.from({ length: STREAMS }, (_, index) => streamOf(index));
  const pages = Array.from({ length: PAGE_TYPES }, (_, index) => pageType(index, streams[index % STREAMS]!));
  const snippets = Array.from({ length: SNIPPET_TYPES }, (_, index) => snippetType(index));
  return [...pages, ...snippets];
}

function pageType(index: number, body: ReturnType<typeof streamOf>): object {
  class LargePage extends PageContent {}
  declareFields(LargePage, PAGE_FIELDS);
  (StreamField(body) as unknown as Decorate)(LargePage.prototype, 'body');
  PageType({ app: 'large', name: `Page${index}` })(LargePage);
  return LargePage;
}

function snippetType(index: number): object {
  class LargeSnippet extends SnippetContent {}
  declareFields(LargeSnippet, SNIPPET_FIELDS);
  SnippetType({ app: 'large', name: `Snippet${index}` })(LargeSnippet);
  return LargeSnippet;
}

function declareFields(target: { readonly prototype: object }, count: number): void {
  for (let index = 0; index < count; index += 1) {
    const decorate = FIELD_KINDS[index % FIELD_KINDS.length]!() as Decorate;
    decorate(target.prototype, `field${index}`);
  }
}

function streamOf(index: number) {
  const blocks: Record<string, Block> = {};
  for (let each = 0; each < BLOCKS_OF_A_STREAM; each += 1) {
    blocks[`block${index}x${each}`] = struct({
      heading: text({ maxLength: 120 }),
      body: optional(richText()),
      tone: choice({ of: ['calm', 'loud'] }),
      isWide: boolean(),
      photos: list(image()),
    });
  }
  return stream(blocks);
}
