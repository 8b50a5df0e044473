import { EmailControl, UrlControl } from './controls/address';
import { BlockquoteControl } from './controls/blockquote';
import { BooleanControl } from './controls/boolean';
import { CharControl } from './controls/char';
import { ChildItemsControl } from './controls/child-items';
import { ChoiceControl } from './controls/choice';
import { CollectionControl } from './controls/collection';
import { DateControl, DateTimeControl, TimeControl } from './controls/date-time';
import { DocumentControl } from './controls/document';
import { DurationControl } from './controls/duration';
import { EmbedControl } from './controls/embed';
import { ImageControl } from './controls/image';
import { ImageWithAltControl } from './controls/image-with-alt';
import { JsonControl } from './controls/json';
import { ListControl } from './controls/list';
import { MultipleChoiceControl } from './controls/multiple-choice';
import { DecimalControl, FloatControl, IntegerControl } from './controls/number';
import { PageLinkControl } from './controls/page-link';
import { RawHtmlControl } from './controls/raw-html';
import { RichTextControl } from './controls/rich-text';
import { SlugControl } from './controls/slug';
import { SnippetLinkControl } from './controls/snippet-link';
import { SnippetsControl } from './controls/snippets';
import { StaticControl } from './controls/static';
import { StreamControl } from './controls/stream';
import { StructControl } from './controls/struct';
import { TableControl } from './controls/table';
import { TagsControl } from './controls/tags';
import { TextControl } from './controls/text';
import { TypedTableControl } from './controls/typed-table';
import { UnknownControl } from './controls/unknown';
import { UuidControl } from './controls/uuid';
import { useExtensions } from '../extensions/start';
import type { Kind } from './contract';
import type { ControlEntry } from './control';

/** The control of each kind. A new kind is one file in `controls` and one line here. */
const REGISTRY: Record<Kind, ControlEntry> = {
  char: { Control: CharControl, layout: 'label' },
  text: { Control: TextControl, layout: 'label' },
  richText: { Control: RichTextControl, layout: 'label' },
  integer: { Control: IntegerControl, layout: 'label' },
  float: { Control: FloatControl, layout: 'label' },
  decimal: { Control: DecimalControl, layout: 'label' },
  boolean: { Control: BooleanControl, layout: 'inline' },
  date: { Control: DateControl, layout: 'label' },
  time: { Control: TimeControl, layout: 'label' },
  datetime: { Control: DateTimeControl, layout: 'label' },
  duration: { Control: DurationControl, layout: 'group' },
  choice: { Control: ChoiceControl, layout: 'label' },
  multipleChoice: { Control: MultipleChoiceControl, layout: 'group' },
  email: { Control: EmailControl, layout: 'label' },
  url: { Control: UrlControl, layout: 'label' },
  slug: { Control: SlugControl, layout: 'label' },
  uuid: { Control: UuidControl, layout: 'label' },
  json: { Control: JsonControl, layout: 'label' },
  image: { Control: ImageControl, layout: 'group' },
  document: { Control: DocumentControl, layout: 'group' },
  pageLink: { Control: PageLinkControl, layout: 'group' },
  snippetLink: { Control: SnippetLinkControl, layout: 'group' },
  snippets: { Control: SnippetsControl, layout: 'group' },
  collection: { Control: CollectionControl, layout: 'label' },
  tags: { Control: TagsControl, layout: 'label' },
  childItems: { Control: ChildItemsControl, layout: 'section', holdsFields: true },
  stream: { Control: StreamControl, layout: 'section', holdsFields: true },
  struct: { Control: StructControl, layout: 'group', holdsFields: true },
  list: { Control: ListControl, layout: 'group', holdsFields: true },
  rawHtml: { Control: RawHtmlControl, layout: 'label' },
  blockquote: { Control: BlockquoteControl, layout: 'label' },
  embed: { Control: EmbedControl, layout: 'label' },
  table: { Control: TableControl, layout: 'group' },
  typedTable: { Control: TypedTableControl, layout: 'group', holdsFields: true },
  static: { Control: StaticControl, layout: 'group' },
  imageWithAlt: { Control: ImageWithAltControl, layout: 'group' },
};

const UNKNOWN: ControlEntry = { Control: UnknownControl, layout: 'label' };

/** The kinds no extension can bring a control for. */
export const KNOWN_KINDS: readonly string[] = Object.keys(REGISTRY);

/** The control of a kind: the editor's own or an extension's; a kind nobody knows gets a note instead. */
export function useEntry(kind: string): ControlEntry {
  const brought = useExtensions((all) => all.controls.get(kind));
  return Object.hasOwn(REGISTRY, kind) ? REGISTRY[kind as Kind] : (brought ?? UNKNOWN);
}
