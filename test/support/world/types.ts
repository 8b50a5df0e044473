import {
  BooleanField,
  CharField,
  ChildItem,
  ChildItems,
  ChoiceField,
  CollectionField,
  DateField,
  DateTimeField,
  DecimalField,
  DocumentField,
  DurationField,
  EmailField,
  FloatField,
  ImageField,
  IntegerField,
  ItemType,
  JsonField,
  MultipleChoiceField,
  PageContent,
  PageLinkField,
  PageType,
  RichTextField,
  SlugField,
  SnippetContent,
  SnippetLinkField,
  SnippetType,
  SnippetsField,
  StreamField,
  TagField,
  TextField,
  TimeField,
  UrlField,
  UuidField,
  definePermission,
  type Collection,
  type Document,
  type Image,
  type Json,
  type Page,
  type Project,
  type Tag,
  type ValueOf,
} from '@pipit/cms';
import type { Relation } from 'typeorm';
import { everyBlock } from './blocks.js';

definePermission({ name: 'garden.secrets', scope: 'page', label: 'See where the rare plants grow' });
definePermission({ name: 'grower.secrets', scope: 'type', label: 'See growers’ telephone numbers' });

/** Who grows something. */
@SnippetType<Grower>({ app: 'garden', order: ['-born', 'name'] })
export class Grower extends SnippetContent {
  @CharField({ maxLength: 60, required: true }) name!: string;
  @IntegerField({ min: 0 }) born!: number | null;
  @CharField({ maxLength: 30, permission: 'grower.secrets' }) telephone!: string;
  @SnippetLinkField(() => Grower) teacher!: Relation<Grower> | null;
}

/** A word for plants that belong together. */
@SnippetType<Family>({ app: 'garden', labelPlural: 'Families' })
export class Family extends SnippetContent {
  @CharField({ maxLength: 60, required: true }) title!: string;
}

/** The page above all others. */
@PageType<Home>({ app: 'garden', label: 'Home page', maxCount: 1, children: () => [Bed, Plant, EveryKind, Visit] })
export class Home extends PageContent {
  @RichTextField() welcome!: string;
}

/** A part of the garden; beds stand inside beds. */
@PageType<Bed>({
  app: 'garden',
  parents: () => [Home, Bed],
  children: () => [Bed, Plant, Visit, EveryKind],
  subpaths: ['season/:name/'],
})
export class Bed extends PageContent {
  @CharField({ maxLength: 80 }) soil!: string;
}

/** The page most specs work on: a few fields, two of them with rules of their own. */
@PageType<Plant>({
  app: 'garden',
  parents: () => [Home, Bed],
  children: () => [],
  tabs: { Content: ['latin', { row: ['height', 'planted'] }, { heading: 'Care', fields: ['care', 'steps'] }] },
})
export class Plant extends PageContent {
  @CharField({ maxLength: 40, required: 'to-publish' }) latin!: string;
  @CharField({ maxLength: 5 }) code!: string;
  @IntegerField({ min: 0, max: 9000, default: 30 }) height!: number | null;
  @DateField() planted!: string | null;
  @RichTextField({ features: ['bold', 'link', 'image'] }) care!: string;
  @CharField({ maxLength: 80, permission: 'garden.secrets' }) whereabouts!: string;
  @CharField({ maxLength: 80, readOnly: true }) stamp!: string;
  @PageLinkField() neighbour!: Relation<Page> | null;
  @PageLinkField({ types: () => [Bed] }) formerBed!: Relation<Page> | null;
  @SnippetLinkField(() => Grower) grower!: Relation<Grower> | null;
  @ChildItems(() => CareStep) steps!: CareStep[];
}

/** A thing to do, with the tools it takes. */
@ItemType({ app: 'garden' })
export class CareStep extends ChildItem {
  @CharField({ maxLength: 100, required: true }) title!: string;
  @ChildItems(() => Tool, { max: 5 }) tools!: Tool[];
}

/** A tool of a step. */
@ItemType({ app: 'garden' })
export class Tool extends ChildItem {
  @CharField({ maxLength: 50, required: true }) title!: string;
  @SnippetLinkField(() => Grower) lender!: Relation<Grower> | null;
}

/** One to a bed. */
@PageType({ app: 'garden', children: () => [], maxCountPerParent: 1, label: 'Visiting page' })
export class Visit extends PageContent {}

/** Made by code only. */
@PageType({ app: 'garden', creatable: false })
export class Almanac extends PageContent {}

const LIGHT = [
  { value: 'sun', label: 'Full sun' },
  { value: 'shade', label: 'Shade' },
];

/** A field of every kind. */
@PageType({ app: 'garden', parents: () => [Home, Bed] })
export class EveryKind extends PageContent {
  @CharField({ maxLength: 20, minLength: 2, pattern: '[A-Z].*' }) char!: string;
  @CharField({ maxLength: 20, nullable: true }) nullableChar!: string | null;
  @CharField({ maxLength: 20, default: 'fern' }) charWithDefault!: string;
  @TextField() text!: string;
  @RichTextField() richText!: string;
  @IntegerField({ min: -5, max: 50 }) integer!: number | null;
  @IntegerField({ size: 'small' }) small!: number | null;
  @IntegerField({ size: 'big' }) big!: number | null;
  @IntegerField({ required: true, default: 7 }) count!: number;
  @IntegerField({ default: 7 }) countOrNone!: number | null;
  @FloatField({ min: 0 }) float!: number | null;
  @DecimalField({ precision: 6, scale: 2, min: '-10', max: '1000' }) decimal!: string | null;
  @BooleanField({ default: true }) boolean!: boolean;
  @BooleanField({ nullable: true }) nullableBoolean!: boolean | null;
  @DateField() date!: string | null;
  @TimeField() time!: string | null;
  @DateTimeField() datetime!: Date | null;
  @DurationField() duration!: string | null;
  @ChoiceField({ of: LIGHT, default: 'sun' }) choice!: string;
  @MultipleChoiceField({ of: ['spring', 'summer', 'autumn'] }) multipleChoice!: string[];
  @EmailField() email!: string;
  @UrlField() url!: string;
  @SlugField() slugLike!: string;
  @UuidField() uuid4!: string | null;
  @JsonField() json!: Json;
  @JsonField({ schema: { type: 'object', required: ['ph'], properties: { ph: { type: 'number' } } } }) soilTest!: Json;
  @ImageField() image!: Relation<Image> | null;
  @DocumentField() document!: Relation<Document> | null;
  @CollectionField() collection!: Relation<Collection> | null;
  @PageLinkField() pageLink!: Relation<Page> | null;
  @SnippetLinkField(() => Grower) snippetLink!: Relation<Grower> | null;
  @SnippetsField(() => Family) families!: Family[];
  @TagField() tags!: Tag[];
  @ChildItems(() => KindRow, { max: 3 }) rows!: KindRow[];
  @StreamField(everyBlock) stream!: ValueOf<typeof everyBlock>;
}

/** A row with columns, relations and rows of its own. */
@ItemType({ app: 'garden' })
export class KindRow extends ChildItem {
  @CharField({ maxLength: 20 }) label!: string;
  @DecimalField({ precision: 5, scale: 1 }) weight!: string | null;
  @DateTimeField() at!: Date | null;
  @SnippetLinkField(() => Grower) grower!: Relation<Grower> | null;
  @SnippetsField(() => Family) families!: Family[];
  @StreamField(everyBlock) body!: ValueOf<typeof everyBlock>;
  @ChildItems(() => KindSubRow) subRows!: KindSubRow[];
}

/** A row of a row. */
@ItemType({ app: 'garden' })
export class KindSubRow extends ChildItem {
  @CharField({ maxLength: 20 }) label!: string;
}

/** The types of the world's site. */
export const garden: Project = {
  name: 'garden',
  types: [Home, Bed, Plant, Visit, Almanac, EveryKind, Grower, Family],
  migrations: [],
  migrationsDir: 'test/support/world/migrations',
};
