import { newUuid, type Json, type JsonObject } from '@pipit/cms';
import { useWorld } from '../../support/world/world.js';

const GONE: Json = { id: newUuid(), type: 'gone', value: { 'any ': ['thing', { nested: null }], n: 1.5 } };
const HEADING: Json = { id: newUuid(), type: 'heading', value: 'Roses' };

describe('blocks of a type that no longer exists', () => {
  const world = useWorld();
  const fieldsOf = async (id: number): Promise<JsonObject> =>
    (await (await world().admin()).get(`/pages/${id}`)).body.fields as JsonObject;
  const report = async (query = '') => (await (await world().admin()).get(`/reports/unknown-blocks${query}`)).body;

  it('stay as they are through saving, publishing and going back', async () => {
    const page = await world().createPage({ type: 'garden.EveryKind', fields: { stream: [GONE, HEADING] } });
    const first = page.latestRevisionId!;
    await world().publish(page);
    await world().edit(page, { char: 'Fern' }, true);
    expect((await fieldsOf(page.id))['stream']).toEqual([GONE, HEADING]);

    await world().edit(page, { stream: [HEADING] }, true);
    const admin = await world().admin();
    const { latestRevisionId: baseRevisionId } = await world().page(page.id);
    const back = await admin.post(`/pages/${page.id}/revert`, { revisionId: first, baseRevisionId });
    expect(back.status).toBe(200);
    await world().publish(page);
    const [row] = await world().sql<{ stream: Json }>('SELECT stream FROM garden_every_kind WHERE page_id = $1', [
      page.id,
    ]);
    expect(row!.stream).toEqual([GONE, HEADING]);
  });

  it('are left out of what readers get', async () => {
    const table = {
      columns: [
        { type: 'gone', heading: 'a' },
        { type: 'number', heading: 'b' },
      ],
      rows: [{ values: ['x', 1] }],
      caption: '',
    };
    const measures: Json = { id: newUuid(), type: 'measures', value: table };
    const page = await world().createPage({
      type: 'garden.EveryKind',
      fields: { stream: [GONE, HEADING, measures] },
      publish: true,
    });
    const { body } = await (await world().admin()).get(`/api/v2/pages/${page.id}/`);
    expect(body.stream).toEqual([
      HEADING,
      { ...measures, value: { columns: [{ type: 'number', heading: 'b' }], rows: [{ values: [1] }], caption: '' } },
    ]);
  });

  it('are reported with their places, live and in drafts, and so are members that were dropped', async () => {
    const nested: Json = { id: newUuid(), type: 'nested', value: [GONE] };
    const page = await world().createPage({
      type: 'garden.EveryKind',
      title: 'Old',
      fields: { stream: [HEADING] },
      publish: true,
    });
    await world().edit(page, { rows: [{ id: newUuid(), body: [nested] }] });
    const card: Json = { id: newUuid(), type: 'card', value: { title: 'x', text: '', amount: 1, dropped: true } };
    await world().sql('UPDATE garden_every_kind SET stream = $2::jsonb WHERE page_id = $1', [
      page.id,
      JSON.stringify([card]),
    ]);
    const { items, next } = await report();
    const subject = { subjectType: 'page', subjectId: page.id, title: 'Old', contentType: 'garden.EveryKind' };
    expect(next).toBeNull();
    expect(items.filter((item: { subjectId: number }) => item.subjectId === page.id)).toEqual([
      {
        ...subject,
        field: 'stream',
        pointer: '/stream/0/value/dropped',
        what: 'member',
        name: 'dropped',
        version: 'live',
      },
      { ...subject, field: 'rows', pointer: '/rows/0/body/0/value/0', what: 'block', name: 'gone', version: 'draft' },
    ]);
  });

  it('are reported in parts, each beginning where the last ended', async () => {
    const whole = await report('?limit=100');
    const seen: unknown[] = [];
    for (let from = ''; ;) {
      const part = await report(`?limit=1${from}`);
      seen.push(...part.items);
      if (part.next === null) break;
      from = `&from=${encodeURIComponent(part.next)}`;
    }
    expect(seen).toEqual(whole.items);
    const admin = await world().admin();
    expect((await admin.get('/reports/unknown-blocks?from=garden.Nothing:3')).status).toBe(400);
    expect((await admin.get('/reports/unknown-blocks?limit=1000')).status).toBe(400);
  });

  it('are told to those who may edit the page, and nobody else', async () => {
    const bed = await world().createPage({ type: 'garden.Bed' });
    const inside = await world().createPage({ type: 'garden.EveryKind', parent: bed, fields: { stream: [GONE] } });
    const editor = await world().person([{ permission: 'page.edit', scope: { kind: 'page', id: bed.id } }]);
    const { items } = (await editor.get('/reports/unknown-blocks')).body as { items: { subjectId: number }[] };
    expect(items.map(({ subjectId }) => subjectId)).toEqual([inside.id]);
    const nobody = await world().person([]);
    expect((await nobody.get('/reports/unknown-blocks')).body).toEqual({ items: [], next: null });
    expect((await world().client().get('/reports/unknown-blocks')).status).toBe(401);
  });
});
