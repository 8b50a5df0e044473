import { EmailControl, UrlControl } from './controls/address';
import { BlockquoteControl } from './controls/blockquote';
import { BooleanControl } from './controls/boolean';
import { CharControl } from './controls/char';
import { ChildItemsControl } from './controls/child-items';
import { ChoiceControl } from './controls/choice';
import { CollectionControl } from './controls/collection';
import { ColourControl } from './controls/colour';
import { DocumentControl } from './controls/document';
import { DurationControl } from './controls/duration';
import { EmbedControl } from './controls/embed';
import { GeoPointControl } from './controls/geo-point';
import { ImageControl } from './controls/image';
import { ImageWithAltControl } from './controls/image-with-alt';
import { lazyControl } from './controls/lazy-control';
import { LinkControl } from './controls/link';
import { ListControl } from './controls/list';
import { MultipleChoiceControl } from './controls/multiple-choice';
import { DecimalControl, FloatControl, IntegerControl } from './controls/number';
import { PageLinkControl } from './controls/page-link';
import { RawHtmlControl } from './controls/raw-html';
import { SlugControl } from './controls/slug';
import { RecordLinkControl } from './controls/record-link';
import { RecordLinksControl } from './controls/record-links';
import { StaticControl } from './controls/static';
import { StreamControl } from './controls/stream';
import { StructControl } from './controls/struct';
import { TagsControl } from './controls/tags';
import { TextControl } from './controls/text';
import { UnknownControl } from './controls/unknown';
import { UuidControl } from './controls/uuid';
import { useExtensions } from '../extensions/use-extensions';
import type { Kind } from './contract';
import type { ControlEntry } from './control';

/** The control of each kind. A new kind is one file in `controls` and one line here. */
const REGISTRY: Record<Kind, ControlEntry> = {
  char: { Control: CharControl, layout: 'label' },
  regex: { Control: CharControl, layout: 'label' },
  text: { Control: TextControl, layout: 'label' },
  richText: {
    Control: lazyControl(async () => (await import('./controls/rich-text')).RichTextControl),
    layout: 'label',
  },
  integer: { Control: IntegerControl, layout: 'label' },
  float: { Control: FloatControl, layout: 'label' },
  decimal: { Control: DecimalControl, layout: 'label' },
  boolean: { Control: BooleanControl, layout: 'inline' },
  date: { Control: lazyControl(async () => (await import('./controls/date-time')).DateControl), layout: 'label' },
  time: { Control: lazyControl(async () => (await import('./controls/date-time')).TimeControl), layout: 'label' },
  datetime: {
    Control: lazyControl(async () => (await import('./controls/date-time')).DateTimeControl),
    layout: 'label',
  },
  duration: { Control: DurationControl, layout: 'group' },
  choice: { Control: ChoiceControl, layout: 'label' },
  multipleChoice: { Control: MultipleChoiceControl, layout: 'group' },
  email: { Control: EmailControl, layout: 'label' },
  url: { Control: UrlControl, layout: 'label' },
  slug: { Control: SlugControl, layout: 'label' },
  uuid: { Control: UuidControl, layout: 'label' },
  json: { Control: lazyControl(async () => (await import('./controls/json')).JsonControl), layout: 'label' },
  image: { Control: ImageControl, layout: 'group' },
  document: { Control: DocumentControl, layout: 'group' },
  pageLink: { Control: PageLinkControl, layout: 'group' },
  snippetLink: { Control: RecordLinkControl, layout: 'group' },
  snippets: { Control: RecordLinksControl, layout: 'group' },
  entityLink: { Control: RecordLinkControl, layout: 'group' },
  entityLinks: { Control: RecordLinksControl, layout: 'group' },
  colour: { Control: ColourControl, layout: 'label' },
  geoPoint: { Control: GeoPointControl, layout: 'label' },
  link: { Control: LinkControl, layout: 'group' },
  collection: { Control: CollectionControl, layout: 'label' },
  tags: { Control: TagsControl, layout: 'label' },
  childItems: { Control: ChildItemsControl, layout: 'section', holdsFields: true },
  stream: { Control: StreamControl, layout: 'section', holdsFields: true },
  struct: { Control: StructControl, layout: 'group', holdsFields: true },
  list: { Control: ListControl, layout: 'group', holdsFields: true },
  rawHtml: { Control: RawHtmlControl, layout: 'label' },
  blockquote: { Control: BlockquoteControl, layout: 'label' },
  embed: { Control: EmbedControl, layout: 'label' },
  table: { Control: lazyControl(async () => (await import('./controls/table')).TableControl), layout: 'group' },
  typedTable: {
    Control: lazyControl(async () => (await import('./controls/typed-table')).TypedTableControl),
    layout: 'group',
    holdsFields: true,
  },
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
