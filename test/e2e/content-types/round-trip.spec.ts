import {
  CreateCollection,
  ImportDocument,
  ImportImage,
  newUuid,
  ContentStore,
  type Json,
  type JsonObject,
} from '@pipit/cms';
import { EveryKind } from '../../support/world/types.js';
import { useWorld } from '../../support/world/world.js';

const id = (n: number): string => `0193b5a0-0000-7000-8000-${String(n).padStart(12, '0')}`;

describe('a value of every kind', () => {
  const world = useWorld();

  async function targets() {
    const { system } = world();
    const [image, document] = [101, 102];
    const file = { sourcePath: null, collectionId: 1 };
    await world()
      .get(ImportImage)
      .run(system, { id: image, title: 'Rose', fileKey: 'original_images/rose.jpg', width: 3, height: 2, ...file });
    await world()
      .get(ImportDocument)
      .run(system, { id: document, title: 'Plan', fileKey: 'documents/plan.pdf', ...file });
    const collection = 7;
    await world().get(CreateCollection).run(system, { id: collection, uuid: newUuid(), name: 'Roses', parentId: 1 });
    const grower = await world().createSnippet('garden.Grower', { name: 'Ida' });
    const families = [
      await world().createSnippet('garden.Family', { title: 'Rosaceae' }),
      await world().createSnippet('garden.Family', { title: 'Liliaceae' }),
    ];
    const page = (await world().createPage()).id;
    return { image, document, collection, grower, families, page };
  }

  function everyValue(to: Awaited<ReturnType<typeof targets>>): JsonObject {
    const stream: Json[] = [
      { id: id(1), type: 'heading', value: 'Roses' },
      { id: id(2), type: 'paragraph', value: `<p>See <a linktype="page" id="${to.page}">this</a></p>` },
      { id: id(3), type: 'price', value: '12.50' },
      { id: id(4), type: 'moment', value: '2026-05-01T10:00:00.000Z' },
      { id: id(5), type: 'card', value: { title: 'Card', text: '<p><b>x</b></p>', amount: null } },
      { id: id(6), type: 'pots', value: [{ id: id(7), type: 'item', value: { size: 2, colour: '' } }] },
      {
        id: id(8),
        type: 'nested',
        value: [{ id: id(9), type: 'deeper', value: [{ id: id(10), type: 'innermost', value: 'deep' }] }],
      },
      { id: id(11), type: 'picture', value: to.image },
      { id: id(12), type: 'described', value: { image: to.image, decorative: false, alt_text: 'A rose' } },
      { id: id(13), type: 'grower', value: to.grower },
      {
        id: id(14),
        type: 'measures',
        value: { columns: [{ type: 'number', heading: 'cm' }], rows: [{ values: [3] }], caption: '' },
      },
      { id: id(15), type: 'grid', value: { data: [['a', 'b']] } },
      { id: id(16), type: 'rule', value: null },
      { id: id(17), type: 'long-gone', value: { kept: true } },
    ];
    return {
      char: 'Fern', nullableChar: null, charWithDefault: '', text: 'a\n"b"', richText: '<p>x</p>',
      integer: -5, small: -3, big: '9007199254740993', count: 0, countOrNone: null, float: 0.1, decimal: '-1.50',
      boolean: false, nullableBoolean: null, date: '0099-02-03', time: '23:59:59.5', datetime: '2026-05-01T10:00:00.123Z',
      duration: 'P3DT4H5M6.7S', choice: 'shade', multipleChoice: ['summer', 'spring'], email: 'a@b.example',
      url: 'https://b.example', slugLike: 'a-b', uuid4: id(99), json: ['text', { deep: [null, 1.5, true] }], soilTest: { ph: 6.5 },
      image: to.image, document: to.document, collection: to.collection, pageLink: to.page, snippetLink: to.grower,
      families: to.families, tags: ['climbing', 'scented'],
      rows: [
        {
          id: id(50), label: 'first', weight: '1.0', at: '2026-05-01T10:00:00.000Z', grower: to.grower, families: [to.families[1]!],
          body: [{ id: id(51), type: 'heading', value: 'In a row' }], subRows: [{ id: id(52), label: 'inner' }],
        },
        { id: id(53), label: '', weight: null, at: null, grower: null, families: [], body: [], subRows: [] },
      ],
      stream,
    }; // prettier-ignore
  }

  it('comes back from its columns and over the API as it was given', async () => {
    const admin = await world().admin();
    const values = everyValue(await targets());
    const parentId = (await world().home()).id;
    const fields = {
      title: 'Everything',
      slug: 'everything',
      seoTitle: 'S',
      searchDescription: 'D',
      showInMenus: true,
      ...values,
    };
    const made = await admin.post('/pages', { parentId, type: 'garden.EveryKind', fields, publish: true });
    expect(made.text).toContain('"id"');
    expect(made.body.fields).toEqual(fields);

    const read = await world().get(ContentStore).read(world().system, EveryKind, [made.body.id]);
    expect(read.get(made.body.id)).toEqual(values);
    const again = await admin.get(`/pages/${made.body.id}`);
    expect(again.body).toMatchObject({ fields, liveFields: null, state: 'live' });
  });

  it('is the default, or empty, where nothing was given', async () => {
    const page = await world().createPage({ type: 'garden.EveryKind', title: 'Nothing' });
    const { fields } = (await (await world().admin()).get(`/pages/${page.id}`)).body;
    expect(fields).toMatchObject({
      char: '', nullableChar: null, charWithDefault: 'fern', richText: '', integer: null, count: 7, countOrNone: 7,
      decimal: null, boolean: true, nullableBoolean: null, choice: 'sun', multipleChoice: [], json: null, image: null,
      families: [], tags: [], rows: [], stream: [],
    }); // prettier-ignore
    const read = await world().get(ContentStore).read(world().system, EveryKind, [page.id]);
    expect(read.get(page.id)).toMatchObject({ charWithDefault: 'fern', count: 7, countOrNone: 7, boolean: true });
  });

  it('can be emptied although it has a default', async () => {
    const page = await world().createPage({ type: 'garden.EveryKind', title: 'Emptied' });
    await world().edit(page, { countOrNone: null, charWithDefault: null });
    const read = await world().get(ContentStore).read(world().system, EveryKind, [page.id]);
    expect(read.get(page.id)).toMatchObject({ countOrNone: null, charWithDefault: '' });
  });

  it('lies in real columns', async () => {
    const columns = await world().sql<{ name: string; type: string }>(
      `SELECT column_name AS name, data_type AS type FROM information_schema.columns WHERE table_name = 'garden_every_kind'`,
    );
    const types = Object.fromEntries(columns.map(({ name, type }) => [name, type]));
    expect(types).toMatchObject({
      char: 'character varying', text: 'text', integer: 'integer', small: 'smallint', big: 'bigint', float: 'double precision',
      decimal: 'numeric', boolean: 'boolean', date: 'date', time: 'time without time zone', duration: 'bigint',
      datetime: 'timestamp with time zone', multiple_choice: 'jsonb', stream: 'jsonb', json: 'jsonb', uuid4: 'uuid', image_id: 'integer',
    }); // prettier-ignore
  });
});

describe('values over the API', () => {
  const world = useWorld();

  async function refusal(fields: JsonObject) {
    const admin = await world().admin();
    const page = await world().createPage({ type: 'garden.EveryKind' });
    const answer = await admin.patch(`/pages/${page.id}`, { baseRevisionId: page.latestRevisionId, fields });
    return {
      status: answer.status,
      errors: answer.body.errors?.map((e: { path: string; code: string }) => `${e.path} ${e.code}`),
    };
  }

  it.each<[string, JsonObject, string[]]>([
    ['an unknown field', { colour: 'red' }, ['/fields/colour unknown_field']],
    ['a name with a slash', { 'a/b~c': 1 }, ['/fields/a~1b~0c unknown_field']],
    ['several faults at once', { integer: 'x', date: 'y' }, ['/fields/integer type', '/fields/date format']],
    [
      'a fault deep in a stream',
      { stream: [{ id: '1', type: 'pots', value: [{ id: '2', type: 'item', value: { size: 0 } }] }] },
      ['/fields/stream/0/value/0/value/size minimum'],
    ],
    ['a block without a type', { stream: [{ value: 1 }] }, ['/fields/stream/0/type required']],
    ['a row without an id', { rows: [{ label: 'x' }] }, ['/fields/rows/0/id required']],
    ['a row’s unknown member', { rows: [{ id: id(1), colour: 1 }] }, ['/fields/rows/0/colour additionalProperties']],
    [
      'a fault in a row of a row',
      { rows: [{ id: id(1), subRows: [{ id: id(2), label: 5 }] }] },
      ['/fields/rows/0/subRows/0/label type'],
    ],
    ['an id twice', { rows: [{ id: id(1) }, { id: id(1) }] }, ['/fields/rows/1/id repeated']],
    ['too many rows', { rows: [1, 2, 3, 4].map((n) => ({ id: id(n) })) }, ['/fields/rows maxItems']],
    ['a picture that is not there', { image: 4711 }, ['/fields/image unknown_target']],
    [
      'a picture in a block that is not there',
      { stream: [{ id: '1', type: 'picture', value: 4711 }] },
      ['/fields/stream/0/value unknown_target'],
    ],
    ['a family that is not there', { families: [4711] }, ['/fields/families/0 unknown_target']],
    [
      'a grower of a row that is not there',
      { rows: [{ id: id(1), grower: 4711 }] },
      ['/fields/rows/0/grower unknown_target'],
    ],
    ['an id larger than ids are', { pageLink: 4_000_000_000 }, ['/fields/pageLink maximum']],
    ['JSON that breaks its schema', { soilTest: { ph: 'sour' } }, ['/fields/soilTest/ph type']],
  ])('%s is refused where it is', async (_name, fields, errors) => {
    expect(await refusal(fields)).toEqual({ status: 422, errors });
  });

  it('keep a page link to the types it names', async () => {
    const [bed, plant] = [await world().createPage({ type: 'garden.Bed' }), await world().createPage()];
    const page = await world().createPage();
    await expect(world().edit(page, { formerBed: plant.id })).rejects.toMatchObject({ code: 'invalid' });
    await world().edit(page, { formerBed: bed.id });
  });

  it('never take the rows of another page', async () => {
    const steps = [{ id: id(70), title: 'Water', tools: [{ id: id(71), title: 'Can', lender: null }] }];
    const owner = await world().createPage({ fields: { steps } });
    await expect(world().createPage({ fields: { steps } })).rejects.toMatchObject({
      code: 'invalid',
      errors: [{ path: '/fields/steps/0/id', code: 'taken' }],
    });
    await expect(world().createPage({ fields: { steps: [{ ...steps[0]!, id: id(72) }] } })).rejects.toMatchObject({
      errors: [{ path: '/fields/steps/0/tools/0/id', code: 'taken' }],
    });
    const rows = await world().sql('SELECT owner_id FROM garden_care_step WHERE uuid = $1', [id(70)]);
    expect(rows).toEqual([{ owner_id: owner.id }]);
  });

  it('let an inner row move from one outer row to another', async () => {
    const tool = { id: id(81), title: 'Rake', lender: null };
    const [first, second] = [id(82), id(83)];
    const page = await world().createPage({
      fields: {
        steps: [
          { id: first, title: 'One', tools: [tool] },
          { id: second, title: 'Two', tools: [] },
        ],
      },
    });
    await world().edit(page, {
      steps: [
        { id: second, title: 'Two', tools: [tool] },
        { id: first, title: 'One', tools: [] },
      ],
    });
    const rows = await world().sql(
      `SELECT s.title FROM garden_tool t JOIN garden_care_step s ON s.id = t.owner_id WHERE t.uuid = $1`,
      [tool.id],
    );
    expect(rows).toEqual([{ title: 'Two' }]);
  });
});
