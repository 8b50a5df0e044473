import {
  BooleanField,
  CharField,
  ChildItems,
  ChoiceField,
  ColourField,
  CollectionField,
  DateField,
  DateTimeField,
  DecimalField,
  DocumentField,
  DurationField,
  EmailField,
  EmbedField,
  EntityLinkField,
  EntityLinksField,
  FloatField,
  GeoPointField,
  ImageField,
  IntegerField,
  JsonField,
  LinkField,
  MultipleChoiceField,
  PageContent,
  PageLinkField,
  PageType,
  RichTextField,
  SlugField,
  SnippetLinkField,
  SnippetsField,
  TagField,
  TextField,
  TimeField,
  UrlField,
  UuidField,
  type Collection,
  type Document,
  type GeoPoint,
  type Image,
  type Json,
  type LinkValue,
  type Page,
  type Tag,
} from '@pipit/cms';
import type { Relation } from 'typeorm';
import { Hut, Peak, Valley } from './places.js';
import { Picture, Walk } from './rows.js';
import { Topic } from './topic.js';

const LIGHT = [
  { value: 'sun', label: 'Full sun' },
  { value: 'shade', label: 'Shade' },
];
const SOIL = {
  type: 'object',
  required: ['ph'],
  properties: { ph: { type: 'number', minimum: 0, maximum: 14 }, notes: { type: 'array', items: { type: 'string' } } },
};

/** A field of every kind, those of a sort together. */
@PageType<FieldCatalogue>({
  app: 'catalogue',
  icon: 'list-details',
  tabs: {
    Text: ['char', 'text', 'richText', 'email', 'url', 'embed', 'slugLike', 'identifier', 'json', 'soil'],
    Numbers: ['integer', 'float', 'decimal', 'boolean', 'decided', 'date', 'time', 'datetime', 'duration'],
    Choices: ['choice', 'multipleChoice', 'tags', 'colour', 'tint', 'geoPoint'],
    Links: [
      'image',
      'document',
      'collection',
      'pageLink',
      'snippetLink',
      'snippets',
      'entityLink',
      'entityLinks',
      'hut',
      'valleys',
      'peaks',
      'link',
      'phoneLink',
    ],
    Rows: ['walks', 'pictures'],
  },
})
export class FieldCatalogue extends PageContent {
  @CharField({ maxLength: 40, minLength: 3, help: 'As it stands on the sign.' }) char!: string;
  @TextField({ maxLength: 400 }) text!: string;
  @RichTextField() richText!: string;
  @EmailField() email!: string;
  @UrlField() url!: string;
  @EmbedField() embed!: string;
  @SlugField() slugLike!: string;
  @UuidField() identifier!: string | null;
  @JsonField() json!: Json;
  @JsonField({ schema: SOIL }) soil!: Json;
  @IntegerField({ min: -5, max: 50 }) integer!: number | null;
  @FloatField({ min: 0 }) float!: number | null;
  @DecimalField({ precision: 6, scale: 2, max: '1000' }) decimal!: string | null;
  @BooleanField() boolean!: boolean;
  @BooleanField({ nullable: true }) decided!: boolean | null;
  @DateField() date!: string | null;
  @TimeField() time!: string | null;
  @DateTimeField() datetime!: Date | null;
  @DurationField() duration!: string | null;
  @ChoiceField({ of: LIGHT }) choice!: string;
  @MultipleChoiceField({ of: ['spring', 'summer', 'autumn'] }) multipleChoice!: string[];
  @TagField() tags!: Tag[];
  @ColourField({ swatches: ['#2e7d32', '#f9a825', '#86306c'] }) colour!: string;
  @ColourField({ alpha: true }) tint!: string;
  @GeoPointField() geoPoint!: GeoPoint | null;
  @ImageField() image!: Relation<Image> | null;
  @DocumentField() document!: Relation<Document> | null;
  @CollectionField() collection!: Relation<Collection> | null;
  @PageLinkField() pageLink!: Relation<Page> | null;
  @SnippetLinkField(() => Topic) snippetLink!: Relation<Topic> | null;
  @SnippetsField(() => Topic, { ordered: true }) snippets!: Topic[];
  @EntityLinkField(() => Topic) entityLink!: Relation<Topic> | null;
  @EntityLinksField(() => Topic, { max: 3 }) entityLinks!: Topic[];
  @EntityLinkField(() => Hut) hut!: Relation<Hut> | null;
  @EntityLinksField(() => Valley, { ordered: true }) valleys!: Valley[];
  @EntityLinksField(() => Peak, { ordered: true }) peaks!: Peak[];
  @LinkField({ text: true }) link!: LinkValue | null;
  @LinkField({ allow: ['phone'] }) phoneLink!: LinkValue | null;
  @ChildItems(() => Walk, { max: 4 }) walks!: Walk[];
  @ChildItems(() => Picture) pictures!: Picture[];
}
