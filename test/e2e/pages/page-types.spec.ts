import {
  ApiField,
  CharField,
  CreateGroup,
  DateField,
  IntegerField,
  PageContent,
  PageType,
  type Project,
} from '@pipit/cms';
import { garden } from '../../support/world/types.js';
import { useWorld } from '../../support/world/world.js';

/** Fields that several types share without being a type. */
abstract class Described extends PageContent {
  @CharField({ maxLength: 200 }) teaser!: string;
  @ApiField() get teaserLength(): number {
    return this.teaser.length;
  }
}

// The compiler asks for exactly this of classes that are made by functions.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Base = abstract new (...args: any[]) => PageContent;

function Dated<B extends Base>(Parent: B) {
  abstract class WithDay extends Parent {
    @DateField() day!: string | null;
    @ApiField() get year(): number | null {
      return this.day === null ? null : Number(this.day.slice(0, 4));
    }
  }
  return WithDay;
}

function Priced<B extends Base>(Parent: B) {
  abstract class WithPrice extends Parent {
    @IntegerField({ min: 0 }) price!: number | null;
  }
  return WithPrice;
}

@PageType<Event>({
  app: 'shows',
  name: 'Happening',
  label: 'Something on',
  creatable: false,
  tabs: { Facts: ['teaser', { row: ['day', 'price'] }], More: ['place'] },
  childOrder: '-title',
})
class Event extends Priced(Dated(Described)) {
  @CharField({ maxLength: 80 }) place!: string;
}

/** One level further down, with a field more. */
@PageType<Concert>({ app: 'shows' })
class Concert extends Event {
  @CharField({ maxLength: 80 }) band!: string;
}

/** Two levels further down, arranged anew. */
@PageType<OpenAir>({ app: 'shows', tabs: { All: ['band', 'shelter'] } })
class OpenAir extends Concert {
  @CharField({ maxLength: 80 }) shelter!: string;
}

@PageType({ app: 'shows', defaultPrivacy: 'login', childOrder: 'title' })
class Backstage extends PageContent {}

@PageType({ app: 'shows', defaultPrivacy: { groups: ['Crew'] }, childOrder: '-firstPublishedAt' })
class CrewPage extends PageContent {}

const MODES = [
  { name: 'page', label: 'Page' },
  { name: 'card', label: 'Card in lists' },
];

@PageType({ app: 'shows', previewModes: MODES, childOrder: '-latestRevisionCreatedAt' })
class Programme extends PageContent {}

@PageType({ app: 'shows' })
class Anything extends PageContent {}

const shows: Project = {
  ...garden,
  name: 'shows',
  types: [...(garden.types ?? []), Event, Concert, OpenAir, Backstage, CrewPage, Programme, Anything],
};

interface Listed {
  readonly title: string;
}

describe('page types', () => {
  const world = useWorld({ project: shows });
  const make = async (type: string, title: string, parent?: { id: number }, fields = {}) => {
    const root = parent ?? (await world().createPage({ type: 'shows.Anything', title: `Above ${title}`, parent: 1 }));
    return world().createPage({ type: `shows.${type}`, title, parent: root, fields, publish: true });
  };
  const describedAs = async (type: string) => (await (await world().admin()).get(`/content-types/shows.${type}`)).body;
  const publicly = async (path: string) =>
    (await world().app.inject({ url: `/api/v2/${path}`, headers: { host: 'garden.example' } })).json();

  describe('extend classes', () => {
    it('whose fields, getters and arrangement are theirs too, over several levels', async () => {
      const names = (type: { fields: { name: string }[] }) => type.fields.map(({ name }) => name).slice(5);
      const [event, concert, openAir] = await Promise.all(['Happening', 'Concert', 'OpenAir'].map(describedAs));
      expect(names(event)).toEqual(['teaser', 'day', 'price', 'place']);
      expect(names(concert)).toEqual(['teaser', 'day', 'price', 'place', 'band']);
      expect(names(openAir)).toEqual(['teaser', 'day', 'price', 'place', 'band', 'shelter']);
      const tabs = (type: { tabs: { name: string }[] }) => type.tabs.map(({ name }) => name).slice(0, 2);
      expect(tabs(concert)).toEqual(['Facts', 'More']);
      expect(concert.tabs[0].panels).toContainEqual({ row: ['day', 'price'] });
      expect(concert.tabs[0].panels).toContainEqual({ field: 'band' });
      expect(tabs(openAir)).toEqual(['All', 'Search and sharing']);
    });

    it('whose name, label, rules and order are not', async () => {
      const concert = await describedAs('Concert');
      expect(concert).toMatchObject({ name: 'shows.Concert', label: 'Concert', childOrder: 'manual' });
      expect(concert.rules.creatable).toBe(true);
    });

    it('and count as what they extend in the content API, with what their bases compute', async () => {
      const home = await world().home();
      await world().sql(`UPDATE site SET root_page_id = 1`);
      const root = await make('Anything', 'Season');
      await make('Happening', 'Fair', root, { teaser: 'abc', day: '2026-05-01' });
      await make('Concert', 'Quartet', root, { band: 'Four', day: '2025-01-01' });
      await make('OpenAir', 'By the lake', root, { shelter: 'Tent', price: 5 });
      const titles = async (query: string) =>
        (await publicly(`pages/?order=title&${query}`)).items.map(({ title }: Listed) => title);
      expect(await titles('type=shows.Happening')).toEqual(['By the lake', 'Fair', 'Quartet']);
      expect(await titles('type=shows.Concert')).toEqual(['By the lake', 'Quartet']);
      expect(await titles('type=shows.OpenAir')).toEqual(['By the lake']);
      expect(await titles('type=shows.Happening&price=5')).toEqual(['By the lake']);
      const listing = await publicly('pages/?type=shows.Happening&order=title&fields=teaserLength,year');
      expect(listing.items).toMatchObject([
        { title: 'By the lake', teaserLength: 0, year: null },
        { title: 'Fair', teaserLength: 3, year: 2026 },
        { title: 'Quartet', teaserLength: 0, year: 2025 },
      ]);
      await world().sql(`UPDATE site SET root_page_id = $1`, [home.id]);
    });
  });

  describe('say who may read new pages', () => {
    const restrictions = (id: number) =>
      world().sql(
        `SELECT r.restriction, array_remove(array_agg(g.name), NULL) AS groups FROM view_restriction r
           LEFT JOIN view_restriction_group m ON m.view_restriction_id = r.id LEFT JOIN user_group g ON g.id = m.group_id
          WHERE r.kind = 'page' AND r.target_id = $1 GROUP BY r.id`,
        [id],
      );

    it('everybody, unless they say otherwise', async () => {
      expect(await restrictions((await make('Programme', 'Open')).id)).toEqual([]);
      expect((await describedAs('Programme')).defaultPrivacy).toBe('public');
    });

    it('whoever is signed in: the content API does not show them to strangers', async () => {
      const page = await make('Backstage', 'Behind');
      expect(await restrictions(page.id)).toEqual([{ restriction: 'login', groups: [] }]);
      expect((await publicly(`pages/${page.id}/`)).message).toBe('No Page matches the given query.');
    });

    it('members of groups, which have to be there', async () => {
      await expect(make('CrewPage', 'Too early')).rejects.toMatchObject({
        detail:
          'A new Crew page is shown to “Crew” only, and there is no such group. Make it, or change defaultPrivacy of shows.CrewPage.',
        errors: [{ path: '/type', code: 'unknown_group' }],
      });
      await world().get(CreateGroup).run(world().system, { name: 'Crew' });
      const page = await make('CrewPage', 'In time');
      expect(await restrictions(page.id)).toEqual([{ restriction: 'groups', groups: ['Crew'] }]);
      expect((await describedAs('CrewPage')).defaultPrivacy).toEqual({ groups: ['Crew'] });
    });
  });

  it('tell how their drafts can be looked at', async () => {
    expect((await describedAs('Programme')).previewModes).toEqual(MODES);
    expect((await describedAs('Anything')).previewModes).toEqual([{ name: 'page', label: 'Page' }]);
    const snippet = (await (await world().admin()).get('/content-types/garden.Grower')).body;
    expect(snippet).not.toHaveProperty('previewModes');
  });

  describe('say how the pages below are listed', () => {
    const below = async (type: string, query = '') => {
      const parent = await make(type, `${type} with pages`);
      const first = await make('Anything', 'B', parent);
      for (const title of ['C', 'A']) await make('Anything', title, parent);
      await world().edit(first, { showInMenus: true });
      const { body } = await (await world().admin()).get(`/pages?parent=${parent.id}${query}`);
      return [body.order, body.items.map(({ title }: Listed) => title).join('')];
    };

    it('by hand unless they say otherwise', async () => {
      expect(await below('Anything')).toEqual(['tree', 'BCA']);
    });

    it('by title, by the last edit, by the day they went live', async () => {
      expect(await below('Backstage')).toEqual(['title', 'ABC']);
      expect(await below('Happening')).toEqual(['-title', 'CBA']);
      expect(await below('Programme')).toEqual(['-updated', 'BAC']);
      expect(await below('CrewPage')).toEqual(['-published', 'ACB']);
    });

    it('which gives way to the order that was asked for', async () => {
      expect(await below('Programme', '&order=tree')).toEqual(['tree', 'BCA']);
      expect(await below('Programme', '&order=published')).toEqual(['published', 'BCA']);
    });
  });
});
