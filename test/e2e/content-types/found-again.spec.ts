import {
  CharField,
  JobWorker,
  PageContent,
  PageType,
  SnippetContent,
  SnippetType,
  StreamField,
  convertBlock,
  migrateContent,
  pageLink,
  removeBlock,
  stream,
  text,
  type ContentMigration,
  type JsonObject,
  type Page,
  type Project,
  type ValueOf,
} from '@pipit/cms';
import { setTimeout as pause } from 'node:timers/promises';
import { garden } from '../../support/world/types.js';
import { useWorld } from '../../support/world/world.js';

const body = stream({ bird: text(), place: pageLink() });

@PageType({ app: 'found' })
class Sighting extends PageContent {
  @CharField({ search: { boost: 2 } }) bird!: string;
  @CharField({ search: true }) habitat!: string;
  @CharField({ search: { boost: 0.5 } }) remark!: string;
  @CharField() unsaid!: string;
  @StreamField(body, { search: true }) body!: ValueOf<typeof body>;
}

@SnippetType<Ringer>({ app: 'found', drafts: true })
class Ringer extends SnippetContent {
  @CharField({ required: true }) name!: string;
  @StreamField(body) body!: ValueOf<typeof body>;
}

const birds: Project = { ...garden, name: 'found', types: [...garden.types, Sighting, Ringer] };

describe('what search and the index of references know', () => {
  const world = useWorld({ project: birds });
  let section: Page, moor: Page, lake: Page;
  const sighting = (title: string, fields: JsonObject): Promise<Page> =>
    world().createPage({ type: 'found.Sighting', parent: section, title, fields, publish: true });

  beforeAll(async () => {
    section = await world().createPage({ type: 'garden.EveryKind', title: 'Sightings' });
    moor = await world().createPage({ title: 'Moor' });
    lake = await world().createPage({ title: 'Lake' });
  });

  const found = async (words: string): Promise<number[]> => {
    const url = `/api/v2/pages/?type=found.Sighting&search=${encodeURIComponent(words)}`;
    const items: { id: number }[] = (await world().client().get(url)).body.items;
    return items.map(({ id }) => id);
  };

  it('weighs fields as they are declared: the title most, then by their boost; others are not found', async () => {
    const faint = await sighting('One', { bird: 'Wren', habitat: 'Reeds', remark: 'near a bittern' });
    const normal = await sighting('Two', { bird: 'Wren', habitat: 'where bitterns are', remark: 'Dull' });
    const strong = await sighting('Three', { bird: 'Bittern', habitat: 'Reeds', remark: 'Dull' });
    const title = await sighting('The bittern', { bird: 'Wren', habitat: 'Reeds', remark: 'Dull' });
    await sighting('Five', { bird: 'Wren', unsaid: 'bittern' });
    expect(await found('bittern')).toEqual([title.id, strong.id, normal.id, faint.id]);
  });

  it('is made anew by a job after a content migration has changed live rows and drafts', async () => {
    const block = (type: string, value: string | number) => ({ type, value });
    const fields = (bird: string, place: Page): JsonObject => ({
      body: [block('bird', bird), block('place', place.id)],
    });
    const page = await sighting('Migrating', fields('godwit', moor));
    await world().edit(page, fields('godwit, drafted', lake));
    const ringer = await world().createSnippet('found.Ringer', { name: 'Cy', ...fields('godwit', lake) });
    const references = (type: string, id: number) =>
      world().sql(
        `SELECT target_id AS id, live, draft FROM reference WHERE source_type = $1 AND source_id = $2 ORDER BY 1`,
        [type, id],
      );
    const before = [
      { id: moor.id, live: true, draft: false },
      { id: lake.id, live: false, draft: true },
    ];
    expect(await references('page', page.id)).toEqual(before);
    const draftOnly = await references('found.Ringer', ringer);
    expect(draftOnly).toMatchObject([{ id: lake.id, draft: true }]);

    const runner = world().dataSource.createQueryRunner();
    const swap = convertBlock('bird', (value) => String(value).replace('godwit', 'whimbrel'));
    const migrations: ContentMigration[] = [
      { type: 'found.Sighting', field: 'body', operations: [swap] },
      { type: 'found.Ringer', field: 'body', operations: [removeBlock('place')] },
    ];
    for (const migration of migrations) await migrateContent(runner, migration);
    await runner.release();
    expect(await found('godwit')).toEqual([page.id]);

    await world().sql(`DELETE FROM reference WHERE source_type = 'page' AND source_id = $1`, [page.id]);
    void world().get(JobWorker).start();
    for (let tries = 0; tries < 100 && (await found('whimbrel')).length === 0; tries += 1) await pause(100);
    for (let tries = 0; tries < 100 && (await references('found.Ringer', ringer)).length > 0; tries += 1)
      await pause(100);
    await world().get(JobWorker).onApplicationShutdown();
    expect([await found('whimbrel'), await found('godwit')]).toEqual([[page.id], []]);
    // What readers see and what the latest draft says stay apart.
    expect(await references('page', page.id)).toEqual(before);
    expect(await references('found.Ringer', ringer)).toEqual([]);
  }, 60_000);
});
