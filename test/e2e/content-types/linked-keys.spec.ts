import {
  CharField,
  ChildItem,
  ChildItems,
  EntityLinkField,
  EntityLinksField,
  ItemType,
  PageContent,
  PageType,
  ContentStore,
  ReferenceUpkeep,
  SubtreeCopy,
  UnitOfWork,
  SnippetContent,
  SnippetType,
  StreamField,
  entityLink,
  entityLinks,
  manage,
  stream,
  type JsonObject,
  type Page,
  type Project,
  type ValueOf,
} from '@pipit/cms';
import { Column, Entity, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { garden } from '../../support/world/types.js';
import { useWorld } from '../../support/world/world.js';

@Entity('keys_hut')
class Hut {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('varchar', { length: 60 }) name!: string;
}

@Entity('keys_valley')
class Valley {
  @PrimaryColumn('varchar', { length: 10 }) code!: string;
  @Column('varchar', { length: 60 }) name!: string;
  @ManyToOne(() => Hut, { nullable: true }) hut!: Relation<Hut> | null;
}

/** Known by a number of eight bytes, which TypeORM hands over as text. */
@Entity('keys_peak')
class Peak {
  @PrimaryColumn('bigint') id!: string;
  @Column('varchar', { length: 60 }) name!: string;
  @ManyToOne(() => Peak, { nullable: true }) beside!: Relation<Peak> | null;
}

const story = stream({
  hut: entityLink(() => Hut),
  valleys: entityLinks(() => Valley),
  peak: entityLink(() => Peak),
  peaks: entityLinks(() => Peak),
});

@ItemType({ app: 'keys' })
class Night extends ChildItem {
  @EntityLinkField(() => Hut) hut!: Relation<Hut> | null;
  @EntityLinksField(() => Valley, { ordered: true }) through!: Valley[];
  @EntityLinkField(() => Peak) below!: Relation<Peak> | null;
}

@PageType({ app: 'keys' })
class Tour extends PageContent {
  @EntityLinkField(() => Hut) hut!: Relation<Hut> | null;
  @EntityLinkField(() => Valley, { onDelete: 'RESTRICT' }) start!: Relation<Valley> | null;
  @EntityLinksField(() => Hut) huts!: Hut[];
  @EntityLinksField(() => Valley, { ordered: true }) valleys!: Valley[];
  @EntityLinkField(() => Peak, { onDelete: 'RESTRICT' }) top!: Relation<Peak> | null;
  @EntityLinksField(() => Peak) seen!: Peak[];
  @EntityLinksField(() => Peak, { ordered: true }) climbed!: Peak[];
  @CharField({ showWhen: { field: 'start', is: 'uri' } }) ferry!: string;
  @CharField({ showWhen: { field: 'top', is: 12 } }) key!: string;
  @StreamField(story) story!: ValueOf<typeof story>;
  @ChildItems(() => Night) nights!: Night[];
}

@SnippetType<Warden>({ app: 'keys', list: { columns: ['hut', 'peak'], filters: ['hut', 'valleys', 'peak', 'peaks'] } })
class Warden extends SnippetContent {
  @CharField({ required: true }) name!: string;
  @EntityLinkField(() => Hut, { unique: true }) hut!: Relation<Hut> | null;
  @EntityLinksField(() => Valley, { ordered: true }) valleys!: Valley[];
  @EntityLinkField(() => Peak, { unique: true }) peak!: Relation<Peak> | null;
  @EntityLinksField(() => Peak) peaks!: Peak[];
}

const hikes: Project = {
  ...garden,
  name: 'hikes',
  types: [...garden.types, Tour, Warden],
  models: [manage(Hut, { app: 'keys' }), manage(Valley, { app: 'keys' }), manage(Peak, { app: 'keys' })],
};

const GONE = '00000000-0000-4000-8000-000000000000';

/** More digits than a number of JavaScript holds. */
const HUGE = '9007199254740993';
const BIG = 5_000_000_000;

describe('links to rows whose key is a uuid, text or a number of eight bytes', () => {
  const world = useWorld({ project: hikes });
  const hut: Record<string, string> = {};
  const admin = () => world().admin();
  let section: Page;
  const makeTour = (title: string, fields: JsonObject, publish = false): Promise<Page> =>
    world().createPage({ type: 'keys.Tour', parent: section, title, fields, publish });
  const delivered = async (url: string) => (await world().client().get(url)).body;

  beforeAll(async () => {
    section = await world().createPage({ type: 'garden.EveryKind', title: 'Tours' });
    for (const name of ['Spannort', 'Salbit'])
      hut[name] = (await (await admin()).post('/records/keys.Hut', { fields: { name } })).body.id;
    for (const [code, name] of [['uri', 'Uri'], ['sz', 'Schwyz'], ['07', 'Seven']])
      await (await admin()).post('/records/keys.Valley', { fields: { code, name, hut: hut['Salbit'] } }); // prettier-ignore
    for (const [id, name, beside] of [[12, 'Bristen', null], [BIG, 'Titlis', 12], [HUGE, 'Rigi', BIG]])
      await (await admin()).post('/records/keys.Peak', { fields: { id, name, beside } }); // prettier-ignore
  });

  it('are columns of the key’s own type with a foreign key, and tables with a place in the order', async () => {
    const columns = await world().sql(
      `SELECT table_name || '.' || column_name AS name, data_type AS type, character_maximum_length AS length
         FROM information_schema.columns
        WHERE table_name LIKE 'keys\\_tour%' AND (column_name ~ 'hut|valley|start|sort|top|peak') ORDER BY 1`,
    );
    expect(columns.map(({ name, type, length }) => `${name} ${type} ${length}`)).toEqual([
      'keys_tour.hut_id uuid null',
      'keys_tour.start_id character varying 10',
      'keys_tour.top_id bigint null',
      'keys_tour_climbed.keys_peak_id bigint null',
      'keys_tour_climbed.sort_order integer null',
      'keys_tour_huts.keys_hut_id uuid null',
      'keys_tour_seen.keys_peak_id bigint null',
      'keys_tour_valleys.keys_valley_code character varying 10',
      'keys_tour_valleys.sort_order integer null',
    ]);
    const keys = await world().sql(
      `SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) AS key FROM pg_constraint
        WHERE contype = 'f' AND conrelid::regclass::text LIKE 'keys\\_tour%' ORDER BY 1`,
    );
    expect(keys.map(({ key }) => key)).toEqual(
      expect.arrayContaining([
        'keys_tour FOREIGN KEY (hut_id) REFERENCES keys_hut(id) ON DELETE SET NULL',
        'keys_tour FOREIGN KEY (start_id) REFERENCES keys_valley(code) ON DELETE RESTRICT',
        'keys_tour FOREIGN KEY (top_id) REFERENCES keys_peak(id) ON DELETE RESTRICT',
        'keys_tour_climbed FOREIGN KEY (keys_peak_id) REFERENCES keys_peak(id) ON UPDATE CASCADE ON DELETE CASCADE',
        'keys_tour_valleys FOREIGN KEY (keys_valley_code) REFERENCES keys_valley(code) ON UPDATE CASCADE ON DELETE CASCADE',
      ]),
    );
  });

  it('take the keys of the target and nothing else', async () => {
    const refused = async (fields: object) => {
      const wish = { parentId: section.id, type: 'keys.Tour', fields: { title: 'Odd', ...fields } };
      const answer = await (await admin()).post('/pages', wish);
      return [answer.status, ...answer.body.errors.map((error: { path: string; code: string }) => `${error.path} ${error.code}`)]; // prettier-ignore
    };
    expect(await refused({ hut: 3 })).toEqual([422, '/fields/hut type']);
    expect(await refused({ hut: 'Salbit' })).toEqual([422, '/fields/hut pattern']);
    expect(await refused({ hut: GONE })).toEqual([422, '/fields/hut unknown_target']);
    expect(await refused({ start: 7 })).toEqual([422, '/fields/start type']);
    expect(await refused({ start: 'much too long' })).toEqual([422, '/fields/start maxLength']);
    expect(await refused({ valleys: ['uri', 'gr'] })).toEqual([422, '/fields/valleys/1 unknown_target']);
    expect(await refused({ valleys: ['uri', 'uri'] })).toEqual([422, '/fields/valleys uniqueItems']);
    expect(await refused({ top: 'Bristen' })).toEqual([422, '/fields/top pattern']);
    expect(await refused({ top: 0 })).toEqual([422, '/fields/top minimum']);
    expect(await refused({ top: 13 })).toEqual([422, '/fields/top unknown_target']);
    expect(await refused({ top: '9223372036854775808' })).toEqual([422, '/fields/top unknown_target']);
    expect(await refused({ climbed: [12, '9007199254740994'] })).toEqual([422, '/fields/climbed/1 unknown_target']);
    expect(await refused({ story: [{ type: 'peak', value: 13 }] })).toEqual([422, '/fields/story/0/value unknown_target']); // prettier-ignore
    expect(await refused({ story: [{ type: 'hut', value: GONE }] })).toEqual([
      422,
      '/fields/story/0/value unknown_target',
    ]);
  });

  it('are kept, published, printed and filtered by, in their order where they have one', async () => {
    const { Spannort, Salbit } = hut as { Spannort: string; Salbit: string };
    const fields = {
      hut: Salbit.toUpperCase(),
      start: '07',
      huts: [Spannort, Salbit, Spannort.toUpperCase()],
      valleys: ['uri', '07', 'sz'],
      story: [
        { type: 'hut', value: Salbit },
        { type: 'valleys', value: ['sz', 'uri'] },
      ],
      nights: [{ id: '11111111-1111-4111-8111-111111111111', hut: Spannort, through: ['sz', '07'] }],
    };
    const tour = await makeTour('Round tour', fields, true);
    const saved = (await (await admin()).get(`/pages/${tour.id}`)).body.fields;
    expect(saved).toMatchObject({
      hut: Salbit,
      start: '07',
      valleys: ['uri', '07', 'sz'],
      nights: [{ hut: Spannort }],
    });

    const page = await delivered(`/api/v2/pages/${tour.id}/`);
    expect(page).toMatchObject({
      hut: { id: Salbit, meta: { type: 'keys.Hut' } },
      start: { id: '07', meta: { type: 'keys.Valley' } },
      valleys: [{ id: 'uri' }, { id: '07' }, { id: 'sz' }],
      story: [{ value: Salbit }, { value: ['sz', 'uri'] }],
      nights: [{ hut: { id: Spannort }, through: [{ id: 'sz' }, { id: '07' }] }],
    });
    expect(page.huts.map(({ id }: { id: string }) => id).sort()).toEqual([Salbit, Spannort].sort());

    const found = async (query: string) => {
      const answer = await world().client().get(`/api/v2/pages/?type=keys.Tour&${query}`);
      return answer.status === 200 ? answer.body.items.map(({ id }: { id: number }) => id) : answer.status;
    };
    expect(await found(`hut=${Salbit}`)).toEqual([tour.id]);
    expect(await found(`hut=${Spannort}`)).toEqual([]);
    expect(await found('hut=seven')).toBe(400);
    expect(await found('start=07')).toEqual([tour.id]);
    expect(await found('start=7')).toEqual([]);
    expect(await found('valleys=sz')).toEqual([tour.id]);
    expect(await found(`huts=${Spannort}`)).toEqual([tour.id]);
    expect(await found('order=hut')).toEqual([tour.id]);
    expect(await found('order=-huts')).toEqual([tour.id]);

    await world().edit(tour, { valleys: ['sz', 'uri'] }, true);
    const turned = (await delivered(`/api/v2/pages/${tour.id}/`)).valleys;
    expect(turned.map(({ id }: { id: string }) => id)).toEqual(['sz', 'uri']);
  });

  it('are numbers where JavaScript holds all their digits, and text where it does not', async () => {
    const tour = await makeTour(
      'Over the tops',
      {
        top: '12',
        seen: [HUGE, 12, '12', BIG],
        climbed: [HUGE, BIG, '12'],
        key: 'Under the mat',
        story: [
          { type: 'peak', value: '12' },
          { type: 'peaks', value: [HUGE, String(BIG)] },
        ],
        nights: [{ id: '22222222-2222-4222-8222-222222222222', below: HUGE }],
      },
      true,
    );
    const saved = (await (await admin()).get(`/pages/${tour.id}`)).body.fields;
    expect(saved).toMatchObject({ top: 12, seen: [HUGE, 12, BIG], climbed: [HUGE, BIG, 12] });
    const [row] = (await world().get(ContentStore).read(world().system, Tour, [tour.id])).values();
    expect(row).toMatchObject({ top: 12, seen: [12, BIG, HUGE], climbed: [HUGE, BIG, 12], nights: [{ below: HUGE }] });
    const page = await delivered(`/api/v2/pages/${tour.id}/`);
    expect(page).toMatchObject({
      top: { id: 12, meta: { type: 'keys.Peak' } },
      climbed: [{ id: HUGE }, { id: BIG }, { id: 12 }],
      story: [{ value: 12 }, { value: [HUGE, BIG] }],
      nights: [{ below: { id: HUGE } }],
      key: 'Under the mat',
    });
    const found = async (query: string) => {
      const answer = await world().client().get(`/api/v2/pages/?type=keys.Tour&${query}`);
      return answer.status === 200 ? answer.body.items.map(({ id }: { id: number }) => id) : answer.status;
    };
    expect(await found('top=12')).toEqual([tour.id]);
    expect(await found(`climbed=${HUGE}`)).toEqual([tour.id]);
    expect(await found('climbed=9007199254740992')).toEqual([]);
    expect(await found('top=Bristen')).toBe(400);
    expect(await found('order=-seen')).toContain(tour.id);

    const somebody = await admin();
    for (const id of [12, HUGE]) {
      expect((await somebody.delete(`/records/keys.Peak/${id}`)).body).toMatchObject({ code: 'in_use' });
    }
    const uses = async (id: unknown) =>
      (await somebody.get(`/records/keys.Peak/${String(id)}/usage`)).body.items.map(
        ({ sourceType, sourceId }: { sourceType: string; sourceId: unknown }) => [sourceType, sourceId],
      );
    expect(await uses(12)).toEqual([['keys.Peak', BIG], ['page', tour.id]]); // prettier-ignore
    expect(await uses(BIG)).toEqual([['keys.Peak', HUGE], ['page', tour.id]]); // prettier-ignore
    expect((await somebody.get(`/records/keys.Peak/${HUGE}`)).body.fields.beside).toBe(BIG);
    await world().edit(tour, { climbed: [12], seen: [], story: [], nights: [] }, true);
    expect((await delivered(`/api/v2/pages/${tour.id}/`)).climbed).toMatchObject([{ id: 12 }]);
    expect((await somebody.delete(`/records/keys.Peak/${HUGE}`)).status).toBe(204);
  });

  it('go along with a copy of the page', async () => {
    const page = await makeTour('First', { hut: hut['Salbit']!, valleys: ['sz', '07', 'uri'] });
    const { root } = await world()
      .get(UnitOfWork)
      .run(world().system, async (ctx) => {
        ctx.record({ action: 'test', subject: { type: 'page', id: page.id, label: '' } });
        const request = { before: null, recursive: false, as: 'copy', slug: 'second', keepLive: false } as const;
        return world()
          .get(SubtreeCopy)
          .copy(ctx, { ...request, source: page, parent: section });
      });
    const [row] = (await world().get(ContentStore).read(world().system, Tour, [root.id])).values();
    expect(row).toMatchObject({ hut: hut['Salbit'], valleys: ['sz', '07', 'uri'] });
    const pointers = (id: number) =>
      world().sql('SELECT target_key, pointer FROM reference WHERE source_id = $1 ORDER BY 1', [id]);
    expect(await pointers(root.id)).toEqual(await pointers(page.id));
  });

  it('are known to the index of references, which guards what is used', async () => {
    const [{ body: Claride }, somebody] = await Promise.all([
      (await admin()).post('/records/keys.Hut', { fields: { name: 'Claride' } }),
      admin(),
    ]);
    const tour = await makeTour('To the Claride', { hut: Claride.id });
    await somebody.post('/records/keys.Valley', { fields: { code: 'gl', name: 'Glarus', hut: Claride.id } });
    const usage = (await somebody.get(`/records/keys.Hut/${Claride.id}/usage`)).body;
    expect(usage).toMatchObject({
      total: 2,
      items: [
        { sourceType: 'keys.Valley', sourceId: 'gl', title: 'Glarus', live: true },
        { sourceType: 'page', sourceId: tour.id, title: 'To the Claride', live: false },
      ],
    });
    expect(await somebody.delete(`/records/keys.Hut/${Claride.id}`)).toMatchObject({
      status: 409,
      body: { code: 'in_use', detail: '“Claride” is used in 2 places.' },
    });
    await world().edit(tour, { hut: null });
    expect((await somebody.delete('/records/keys.Valley/gl')).status).toBe(204);
    expect((await somebody.delete(`/records/keys.Hut/${Claride.id}`)).status).toBe(204);
    expect(await world().sql(`SELECT 1 FROM reference WHERE source_key = 'gl'`)).toEqual([]);
  });

  it('are found again when the index is made anew, and swept when their row went without an action', async () => {
    const rows = () =>
      world().sql(
        `SELECT source_type, source_id, source_key, target_type, target_id, target_key, pointer, live, draft FROM reference
          ORDER BY source_type, source_id, source_key, pointer, target_key, target_id`,
      );
    const before = await rows();
    expect(before.some(({ source_key, target_key }) => source_key === 'uri' && target_key === hut['Salbit'])).toBe(
      true,
    );
    await world().sql('DELETE FROM reference');
    await world().get(ReferenceUpkeep).rebuild();
    expect(await rows()).toEqual(before);

    await world().sql(`INSERT INTO keys_valley (code, name) VALUES ('brief', 'Brief')`);
    await world().sql(
      `INSERT INTO reference (source_type, source_key, target_type, target_id, pointer, live, draft)
       VALUES ('keys.Valley', 'brief', 'page', 1, '/x', true, true), ('keys.Valley', 'gone', 'page', 1, '/x', true, true)`,
    );
    expect(await world().get(ReferenceUpkeep).stale()).toEqual([
      { sourceType: 'keys.Valley', entries: 1, isDeclared: true },
    ]);
    await world().get(ReferenceUpkeep).sweep();
    expect(await rows()).toHaveLength(before.length + 1);
  });

  it('are columns, filters and files of lists', async () => {
    const somebody = await admin();
    const { Spannort, Salbit } = hut as { Spannort: string; Salbit: string };
    const make = (fields: object) => somebody.post('/records/keys.Warden', { fields });
    const ida = (await make({ name: 'Ida', hut: Salbit, valleys: ['uri', 'sz'], peak: 12, peaks: [12] })).body.id;
    expect((await make({ name: 'Odd', hut: Salbit })).body.errors).toMatchObject([
      { path: '/fields/hut', code: 'unique' },
    ]);
    await make({ name: 'Max', hut: Spannort });
    const list = async (query: string) =>
      (await somebody.get(`/records/keys.Warden?${query}`)).body.items.map(
        ({ title, cells }: { title: string; cells: object }) => [title, cells],
      );
    expect(await list(`filter.hut=${Salbit}`)).toEqual([['Ida', { hut: 'Salbit', peak: 'Bristen' }]]);
    expect(await list('filter.valleys=sz')).toEqual([['Ida', { hut: 'Salbit', peak: 'Bristen' }]]);
    expect((await somebody.get('/records/keys.Warden?filter.hut=salbit')).status).toBe(400);

    const { text } = await somebody.get('/records/keys.Warden/export?format=csv');
    expect(text).toContain(`${Salbit},"uri, sz",12,12`);
    const file = text.replace('"uri, sz",12,12', `"sz, 07, uri",12,"12, ${BIG}"`);
    expect(await somebody.upload('/records/keys.Warden/import', file)).toMatchObject({
      status: 200,
      body: { updated: 1 },
    });
    expect((await somebody.get(`/records/keys.Warden/${ida}`)).body.fields.valleys).toEqual(['sz', '07', 'uri']);
    expect(await list('filter.peak=12')).toEqual([['Ida', { hut: 'Salbit', peak: 'Bristen' }]]);
    expect(await list(`filter.peaks=${BIG}`)).toEqual([['Ida', { hut: 'Salbit', peak: 'Bristen' }]]);
    expect((await somebody.get('/records/keys.Warden?filter.peak=Rigi')).status).toBe(400);
    expect((await somebody.get(`/records/keys.Warden/${ida}`)).body.fields).toMatchObject({
      peak: 12,
      peaks: [12, BIG],
    });
    const odd = await somebody.upload('/records/keys.Warden/import', `name,hut\nEva,${GONE}\n`);
    expect(JSON.stringify(odd.body)).toContain('unknown_target');
  });

  it('judge conditions, and are described as what they are', async () => {
    const tour = await makeTour('Over the lake', { start: 'uri', ferry: 'At nine' }, true);
    expect((await delivered(`/api/v2/pages/${tour.id}/`)).ferry).toBe('At nine');
    await world().edit(tour, { start: 'sz' }, true);
    expect((await delivered(`/api/v2/pages/${tour.id}/`)).ferry).toBe('');

    const { schema, fields: kinds } = (await (await admin()).get('/content-types/keys.Tour')).body;
    expect(schema.properties.hut).toMatchObject({
      type: ['string', 'null'],
      pattern: expect.stringContaining('0-9a-f'),
    });
    expect(schema.properties.valleys.items).toMatchObject({ type: 'string', maxLength: 10 });
    const schemas = (await delivered('/api/v2/openapi.json')).components.schemas;
    const tours = schemas.KeysTour ?? schemas.Tour;
    const named = (ref: string) => schemas[ref.split('/').at(-1)!];
    expect(named(tours.properties.hut.anyOf[0].$ref).properties.id).toMatchObject({ type: 'string', format: 'uuid' });
    expect(named(tours.properties.start.anyOf[0].$ref).properties.id).toEqual({ type: 'string' });
    expect(schema.properties.top.type).toEqual(['integer', 'string', 'null']);
    expect(named(tours.properties.top.anyOf[0].$ref).properties.id).toEqual({ type: ['integer', 'string'] });
    const options = (name: string) => kinds.find((field: { name: string }) => field.name === name).options;
    expect([options('huts').ordered, options('valleys').ordered]).toEqual([false, true]);
  });
});
