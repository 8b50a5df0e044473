import {
  ApiField,
  BooleanField,
  CharField,
  ChildItems,
  ChoiceField,
  DateField,
  DateTimeField,
  DecimalField,
  type Document,
  DocumentField,
  DurationField,
  EmailField,
  FloatField,
  type Image,
  ImageField,
  IntegerField,
  type Json,
  JsonField,
  type Page,
  PageContent,
  PageLinkField,
  PageType,
  RenditionField,
  RichTextField,
  SnippetLinkField,
  SnippetsField,
  StreamField,
  type Tag,
  TagField,
  TimeField,
  UrlField,
  UuidField,
  type ValueOf,
} from '@pipit/cms';
import type { Relation } from 'typeorm';
import { apiFields } from './api-fields.js';
import { KindsItem } from './kinds-item.js';
import { everyBlock } from './stream.js';
import { Topic } from './topic.js';

const LEVELS = [
  { value: 'lo', label: 'Low' },
  { value: 'hi', label: 'High' },
];

@PageType<KindsIndexPage>({ app: 'kinds', icon: 'folder', children: () => [KindsPage], api: { fields: [] } })
export class KindsIndexPage extends PageContent {}

@PageType<KindsPage>({
  app: 'kinds',
  icon: 'shapes',
  parents: () => [KindsIndexPage],
  api: { fields: apiFields, metaFields: ['last_published_at', 'url_path'] },
})
export class KindsPage extends PageContent {
  @BooleanField() bool_field!: boolean;
  @BooleanField({ nullable: true }) null_bool_field!: boolean | null;
  @IntegerField({ searchFilter: true }) int_field!: number | null;
  @IntegerField({ size: 'big' }) big_field!: number | null;
  @IntegerField({ size: 'small', min: 0, required: true, default: 0 }) small_field!: number;
  @FloatField() float_field!: number | null;
  @DecimalField({ precision: 10, scale: 3 }) decimal_field!: string | null;
  @CharField({ maxLength: 100, search: true }) char_field!: string;
  @ChoiceField({ of: LEVELS, maxLength: 10, default: 'lo' }) choice_field!: string;
  @EmailField({ maxLength: 254 }) email_field!: string;
  @UrlField() url_field!: string;
  @UuidField() uuid_field!: string | null;
  @DateField({ searchFilter: true }) date_field!: string | null;
  @TimeField() time_field!: string | null;
  @DateTimeField() datetime_field!: Date | null;
  @DurationField() duration_field!: string | null;
  @JsonField() json_field!: Json;
  @RichTextField() rich_field!: string;
  @SnippetLinkField(() => Topic, { searchFilter: true }) topic!: Relation<Topic> | null;
  @PageLinkField() page_fk!: Relation<Page> | null;
  @DocumentField() document!: Relation<Document> | null;
  @ImageField() image!: Relation<Image> | null;
  @StreamField(everyBlock, { search: true }) stream!: ValueOf<typeof everyBlock>;
  @CharField({ maxLength: 100, api: false }) hidden_field!: string;
  @SnippetsField(() => Topic) topics!: Topic[];
  @TagField() tags!: Tag[];
  @ChildItems(() => KindsItem) rows!: KindsItem[];

  @ApiField() get_choice_field_display(): string {
    return LEVELS.find((level) => level.value === this.choice_field)?.label ?? this.choice_field;
  }

  @ApiField({ loads: ['page'] }) get computed(): Json {
    return { title_length: [...this.page.title].length, none: null };
  }

  @ApiField({ loads: ['page'] }) method(): string {
    return `method of ${this.page.slug}`;
  }

  @ApiField() get date_display(): string | null {
    return this.date_field === null ? null : dayInWords(this.date_field);
  }

  @ApiField() get char_shout(): Json {
    return { shout: this.char_field.toUpperCase(), length: [...this.char_field].length };
  }

  @RenditionField('max-100x100', { source: 'image' }) image_max!: unknown;
  @RenditionField('width-50', { source: 'image' }) image_width!: unknown;
  @RenditionField('height-40', { source: 'image' }) image_height!: unknown;
  @RenditionField('min-120x120', { source: 'image' }) image_min!: unknown;
  @RenditionField('scale-50', { source: 'image' }) image_scale!: unknown;
  @RenditionField('original', { source: 'image' }) image_original!: unknown;
  @RenditionField('fill-100x60-c50', { source: 'image' }) image_fill_crop!: unknown;
  @RenditionField('width-60|format-webp', { source: 'image' }) image_multi!: unknown;
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const month = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });

/** `2020-02-29` → `Saturday 29 February 2020`. */
function dayInWords(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return `${WEEKDAYS[date.getUTCDay()]} ${date.getUTCDate()} ${month.format(date)} ${date.getUTCFullYear()}`;
}
