import {
  CharField,
  ChildItem,
  ChildItems,
  CreateLocale,
  CreatePage,
  CreateSite,
  IntegerField,
  ItemType,
  PageContent,
  PageLinkField,
  PageType,
  RichTextField,
  StreamField,
  stream,
  struct,
  text,
  type Page,
  type Project,
  type ValueOf,
} from '@pipit/cms';
import type { Relation } from 'typeorm';
import { garden } from '../../support/world/types.js';
import type { World } from '../../support/world/world.js';

/** The page above all others of one language. */
@PageType({ app: 'atlas', children: () => [Place] })
export class Land extends PageContent {
  @RichTextField() welcome!: string;
}

const sights = stream({ sight: struct({ name: text(), height: text() }) });

/** A place: its name is translated, what was measured there is the same in all languages. */
@PageType({ app: 'atlas', parents: () => [Land, Place], sharedBaseFields: ['showInMenus'] })
export class Place extends PageContent {
  @CharField({ maxLength: 80, required: 'to-publish' }) motto!: string;
  @IntegerField({ localized: false, min: 0 }) people!: number | null;
  @CharField({ maxLength: 20, localized: false }) river!: string;
  @PageLinkField({ localized: false }) capital!: Relation<Page> | null;
  @PageLinkField() near!: Relation<Page> | null;
  @StreamField(sights, { localized: false }) sights!: ValueOf<typeof sights>;
  @ChildItems(() => Census, { localized: false }) censuses!: Census[];
}

/** A count of people in a year. */
@ItemType({ app: 'atlas' })
export class Census extends ChildItem {
  @IntegerField({ required: true }) year!: number;
  @IntegerField() count!: number | null;
}

/** The garden, and an atlas in several languages; German addresses begin with `/de/`. */
export const atlas: Project = {
  ...garden,
  name: 'atlas',
  types: [...garden.types, Land, Place, Census],
  delivery: { i18n: true, prefixedLocales: ['de'] },
};

/** A site of its own for the atlas, with an English home page that is live, in a world that knows German and French. */
export async function openAtlas(world: World): Promise<Page> {
  for (const code of ['de', 'fr']) {
    await world.get(CreateLocale).run(world.system, { code, name: '', fallback: 'en', isDefault: false });
  }
  const home = await world.get(CreatePage).run(world.system, {
    parentId: 1,
    type: 'atlas.Land',
    fields: { title: 'Atlas', slug: 'atlas' },
    publish: true,
  });
  const site = { hostname: 'atlas.example', port: 80, name: 'Atlas', rootPageId: home.id, isDefault: false };
  await world.get(CreateSite).run(world.system, site);
  return home;
}
