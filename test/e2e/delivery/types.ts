import {
  ApiField,
  ColourField,
  EmbedField,
  EntityLinkField,
  EntityLinksField,
  GeoPointField,
  LinkField,
  colour,
  embed,
  entityLink,
  entityLinks,
  link,
  type GeoPoint,
  type LinkValue,
  BooleanField,
  CharField,
  ChildItem,
  ChildItems,
  DateField,
  IntegerField,
  ItemType,
  OwnerField,
  RenditionField,
  StreamField,
  RichTextField,
  richText,
  stream,
  struct,
  text,
  type ValueOf,
} from '@pipit/content-types';
import { ImageField, type Image } from '@pipit/media';
import { PageContent, PageLinkField, PageType, pageLink, type Page } from '@pipit/pages';
import { SettingsContent, SettingsType } from '@pipit/settings';
import { SnippetContent, SnippetLinkField, SnippetType } from '@pipit/snippets';
import { TagField, type Tag } from '@pipit/tags';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';

@SnippetType<Author>({ app: 'birds' })
export class Author extends SnippetContent {
  @CharField({ required: true }) name!: string;
  @PageLinkField() home!: Relation<Page> | null;
  @CharField({ maxLength: 10, unique: true }) ring!: string;
}

@ItemType({ app: 'birds' })
export class Sighting extends ChildItem {
  @CharField() place!: string;
  @PageLinkField() path!: Relation<Page> | null;
  @OwnerField() page!: unknown;
}

export const body = stream({
  paragraph: richText(),
  teaser: struct({ label: text(), page: pageLink() }),
});

@PageType<Article>({ app: 'birds', api: { metaFields: ['last_published_at'] } })
export class Article extends PageContent {
  @CharField({ search: true }) intro!: string;
  @DateField({ searchFilter: true }) day!: string | null;
  @CharField({ api: false }) secret_note!: string;
  @CharField({ api: 'shownAs' }) renamed!: string;
  @StreamField(body, { search: true }) body!: ValueOf<typeof body>;
  @SnippetLinkField(() => Author) author!: Relation<Author> | null;
  @PageLinkField() related!: Relation<Page> | null;
  @ImageField({ renditions: { thumb: 'fill-8x8', wide: 'width-{4,8}|format-{webp,png}' } })
  picture!: Relation<Image> | null;
  @TagField() tags!: Tag[];
  @ChildItems(() => Sighting) sightings!: Sighting[];
  @ApiField({ loads: ['page', 'sightings'] }) get summary(): string {
    return `${this.page.title}: ${this.sightings.map(({ place }) => place).join(', ')}`;
  }
}

/** A short page. */
@PageType<Note>({ app: 'birds' })
export class Note extends PageContent {
  @DateField() day!: string | null;
  @TagField() tags!: Tag[];
}

/** A note with a field more, in a table of its own. */
@PageType<Report>({ app: 'birds' })
export class Report extends Note {
  @CharField() region!: string;
}

/** A row of a walk's programme. */
@ItemType({ app: 'birds' })
export class Stop extends ChildItem {
  @CharField() place!: string;
  @CharField({ showWhen: { field: '../guided', is: true } }) guide!: string;
}

const walkBody = stream({
  hint: struct({ text: text(), phone: text({ showWhen: { field: '../guided', is: true } }) }),
  warning: text({ showWhen: { field: 'guided', is: false } }),
});

/** A page whose values depend on one another. */
@PageType<Walk>({
  app: 'birds',
  tabs: {
    Content: [
      'guided',
      'body',
      { heading: 'Guide', showWhen: { field: 'guided', is: true }, fields: ['guide', 'photo', 'stops'] },
    ],
  },
})
export class Walk extends PageContent {
  @BooleanField() guided!: boolean;
  @CharField({ search: true }) guide!: string;
  @IntegerField({ showWhen: { field: 'guided', is: true }, requireWhen: { field: 'guided', is: true } })
  price!: number | null;
  @CharField({ showWhen: { field: 'title', is: 'Moor' }, filterable: true }) moor!: string;
  @CharField({ filterable: false }) code!: string;
  @CharField({ api: 'callSign' }) sign!: string;
  @ImageField() photo!: Relation<Image> | null;
  @RenditionField('fill-10x10', { source: 'photo' }) thumb!: unknown;
  @PageLinkField({ showWhen: { field: 'guided', is: true } }) meeting!: Relation<Page> | null;
  @ChildItems(() => Stop) stops!: Stop[];
  @StreamField(walkBody) body!: ValueOf<typeof walkBody>;
}

/** A thing that is neither page nor snippet. */
@Entity('birds_ringer')
export class Ringer {
  @PrimaryGeneratedColumn() id!: number;
  @Column('text') name!: string;
}

const places = stream({
  ringer: entityLink(() => Ringer),
  authors: entityLinks(() => Author),
  more: link(),
  tint: colour(),
  story: richText({ expand: true }),
  clip: embed({ expand: true, maxWidth: 640 }),
  quote: struct({ words: text(), by: text() }, { computed: { signed: ({ words, by }) => `${words} (${by})` } }),
});

/** A page with the kinds that point anywhere, and with columns and indexes only TypeORM knows. */
@PageType<Hide>({ app: 'birds' })
@Index('birds_hide_inspected_index', ['inspected'])
export class Hide extends PageContent {
  @ColourField({ default: '#2e7d32' }) colour!: string;
  @GeoPointField() where!: GeoPoint | null;
  @LinkField({ text: true }) more!: LinkValue | null;
  @EmbedField() film!: string;
  @CharField({ maxLength: 10, unique: true, api: false }) number!: string;
  @RichTextField({ expand: true }) story!: string;
  @EntityLinkField(() => Author) keeper!: Relation<Author> | null;
  @EntityLinkField(() => Ringer) ringer!: Relation<Ringer> | null;
  @EntityLinksField(() => Author, { max: 2 }) friends!: Author[];
  @EntityLinksField(() => Ringer) ringers!: Ringer[];
  @StreamField(places) places!: ValueOf<typeof places>;
  @Column('date', { nullable: true }) inspected!: string | null;
  @ManyToOne(() => Ringer, { nullable: true })
  @JoinColumn({ name: 'inspector_id' })
  inspector!: Relation<Ringer> | null;
}

/** A snippet that readers may ask for by itself. */
@SnippetType<Term>({ app: 'birds', api: { endpoint: true } })
export class Term extends SnippetContent {
  @CharField({ required: true, search: { boost: 2 } }) name!: string;
  @RichTextField({ search: true }) meaning!: string;
  @CharField({ api: false }) source!: string;
  @SnippetLinkField(() => Author) author!: Relation<Author> | null;
}

/** What each site says about itself, to everybody. */
@SettingsType<Contact>({ app: 'birds', scope: 'site', api: { endpoint: true } })
export class Contact extends SettingsContent {
  @CharField({ default: 'Write to us' }) invitation!: string;
  @CharField({ api: false, default: 'hush' }) password!: string;
  @PageLinkField() page!: Relation<Page> | null;
  @TagField() tags!: Tag[];
  @ChildItems(() => ContactLink) links!: ContactLink[];
}

/** One of several addresses. */
@ItemType({ app: 'birds' })
export class ContactLink extends ChildItem {
  @CharField() address!: string;
}

/** What holds everywhere. */
@SettingsType<Opening>({ app: 'birds', scope: 'global', api: { endpoint: true } })
export class Opening extends SettingsContent {
  @BooleanField({ default: true }) open!: boolean;
  @IntegerField({ default: 9 }) from!: number | null;
}

/** Settings that are nobody's business. */
@SettingsType<Keys>({ app: 'birds', scope: 'global' })
export class Keys extends SettingsContent {
  @CharField({ default: 'secret' }) key!: string;
}

/** The types of the world. */
export const types = [Article, Note, Report, Walk, Hide, Author, Term, Contact, Opening, Keys];
