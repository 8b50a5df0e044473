import { CharField, CreateSnippet, SchemaComparison, SnippetContent, SnippetType, type Project } from '@pipit/cms';
import { garden } from '../../support/world/types.js';
import { startWorld } from '../../support/world/world.js';

/** The type as it was. */
@SnippetType<PlainTip>({ app: 'garden', name: 'Tip' })
class PlainTip extends SnippetContent {
  @CharField({ maxLength: 60, required: true }) title!: string;
}

/** The type as it is now. */
@SnippetType<Tip>({ app: 'garden', name: 'Tip', drafts: true })
class Tip extends SnippetContent {
  @CharField({ maxLength: 60, required: true }) title!: string;
}

const before: Project = { ...garden, name: 'tips', types: [...garden.types, PlainTip] };
const after: Project = { ...garden, name: 'tips', types: [...garden.types, Tip] };

describe('a type that turns drafts on', () => {
  it('keeps its rows public, and they were published when they were made', async () => {
    const old = await startWorld({ project: before });
    const world = await startWorld({ project: after, databaseUrl: old.databaseUrl });
    try {
      const input = { type: 'garden.Tip', fields: { title: 'Water in the evening' } };
      const id = await old.get(CreateSnippet).run(old.system, input);
      for (const sql of (await world.get(SchemaComparison).compare(after)).project.up) await world.sql(sql);
      const admin = await world.admin();
      const url = `/records/garden.Tip/${id}`;
      const found = (await admin.get(url)).body;
      expect(found).toMatchObject({ state: 'live', version: 1, live: { title: 'Water in the evening' } });
      const draft = await admin.patch(url, { baseVersion: 1, fields: { title: 'Water at dawn' } });
      expect(draft.body).toMatchObject({ state: 'live+draft', live: { title: 'Water in the evening' } });
      expect((await admin.post(`${url}/publish`)).body).toMatchObject({
        state: 'live',
        live: { title: 'Water at dawn' },
      });
      expect(await world.sql(`SELECT first_published_at = created_at AS same FROM garden_tip`)).toEqual([
        { same: true },
      ]);
    } finally {
      await world.close();
      await old.close();
    }
  }, 120_000);
});
