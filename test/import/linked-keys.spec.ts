import {
  ChildItem,
  ChildItems,
  EntityLinkField,
  EntityLinksField,
  ItemType,
  SchemaComparison,
  SnippetContent,
  SnippetType,
  StreamField,
  entityLink,
  manage,
  stream,
  type ValueOf,
} from '@pipit/cms';
import { TypeOrmModule } from '@nestjs/typeorm';
import { importWagtailCommand } from '@pipit/contrib/wagtail-import';
import { readFileSync } from 'node:fs';
import {
  Column,
  CreateDateColumn,
  Entity,
  ManyToOne,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  VersionColumn,
  type Relation,
} from 'typeorm';
import { kinds } from '../sites/kinds/index.js';
import type { SiteDefinition } from '../sites/site-definition.js';
import { useTestDatabase } from '../support/database.js';
import { SmallExport } from './support/small-export.js';
import { migrated, openWorld, type ImportWorld } from './world.js';

@Entity('kinds_hut')
class Hut {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('varchar', { length: 60 }) name!: string;
}

@Entity('kinds_valley')
class Valley {
  @PrimaryColumn('varchar', { length: 10 }) code!: string;
  @Column('varchar', { length: 60 }) name!: string;
  @ManyToOne(() => Hut, { nullable: true }) hut!: Relation<Hut> | null;
}

@Entity('kinds_peak')
class Peak {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: string;
  @Column('varchar', { length: 60 }) name!: string;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @VersionColumn() version!: number;
}

/** An entity nobody manages. */
@Entity('kinds_stray')
class Stray {
  @PrimaryGeneratedColumn() id!: number;
}

const story = stream({ hut: entityLink(() => Hut), peak: entityLink(() => Peak) });

@ItemType({ app: 'kinds' })
class Night extends ChildItem {
  @EntityLinkField(() => Hut) hut!: Relation<Hut> | null;
}

@SnippetType<Tour>({ app: 'kinds' })
class Tour extends SnippetContent {
  @EntityLinkField(() => Hut) hut!: Relation<Hut> | null;
  @EntityLinkField(() => Peak) peak!: Relation<Peak> | null;
  @EntityLinkField(() => Stray) stray!: Relation<Stray> | null;
  @EntityLinksField(() => Valley, { ordered: true }) valleys!: Valley[];
  @EntityLinksField(() => Peak, { ordered: true }) peaks!: Peak[];
  @StreamField(story) story!: ValueOf<typeof story>;
  @ChildItems(() => Night) nights!: Night[];
}

const site: SiteDefinition = {
  ...kinds,
  types: [...kinds.types, Tour],
  models: [manage(Hut, { app: 'kinds' }), manage(Valley, { app: 'kinds' }), manage(Peak, { app: 'kinds' })],
  modules: [TypeOrmModule.forFeature([Stray])],
  importMapping: {
    ...kinds.importMapping,
    owners: { ...kinds.importMapping.owners, 'kinds.night': 'tour' },
    fields: { ...kinds.importMapping.fields, 'kinds.peak': { made_at: 'createdAt' } },
  },
};
const database = useTestDatabase('site_kinds_keys', async (url) => {
  await migrated(kinds)(url);
  const world = await openWorld(site, url);
  await world.database.query('CREATE TABLE kinds_stray (id serial PRIMARY KEY)');
  for (const sql of (await world.app.get(SchemaComparison).compare(site)).project.up) await world.database.query(sql);
  await world.close();
});
let world: ImportWorld;
beforeAll(async () => {
  world = await openWorld(site, database().url);
}, 120_000);
afterAll(() => world.close());

const SPANNORT = '0b5cbb0e-6b1c-4c3c-9d24-4f3f5a0c1a01';
const HUGE = '9007199254740993';
/** Digits that a number of JavaScript would lose stand in the file as a number. */
const exported = (given: SmallExport): string =>
  given.writeText(readFileSync(given.write(), 'utf8').replaceAll(`"${HUGE}"`, HUGE));

async function run(given: SmallExport) {
  let text = '';
  const output = { write: (part: string) => (text += part) };
  const args = { fixture: exported(given), media: given.media };
  return { code: await importWagtailCommand(world.importer, site.importMapping, args, output), text };
}

describe('imported links to rows of managed entities', () => {
  it('are refused where the export has no such row', async () => {
    const given = new SmallExport()
      .add('kinds.hut', 'no uuid', { name: 'Odd' })
      .add('kinds.tour', 1, { hut: SPANNORT, valleys: ['uri'] });
    const { code, text } = await run(given);
    expect(code).toBe(1);
    expect(text).toContain('Its key is none that rows of its type have here.');
    expect(text).toContain(`It points at kinds.hut "${SPANNORT}", which is not in the export.`);
    expect(text).toContain('It points at kinds.valley "uri", which is not in the export.');
  });

  it('keep their keys, be they a uuid, text or a number of eight bytes, and are known to the index', async () => {
    const given = new SmallExport()
      .add('kinds.hut', SPANNORT, { name: 'Spannort' })
      .add('kinds.valley', 'uri', { name: 'Uri', hut: SPANNORT })
      .add('kinds.valley', '07', { name: 'Seven', hut: null })
      .add('kinds.peak', 12, { name: 'Bristen', made_at: '2020-01-02T03:04:05.123456Z' })
      .add('kinds.peak', HUGE, { name: 'Rigi' })
      .add('kinds.tour', 1, {
        hut: SPANNORT,
        peak: HUGE,
        stray: null,
        valleys: ['07', 'uri'],
        peaks: [HUGE, 12],
        story: JSON.stringify([
          { type: 'hut', value: SPANNORT, id: '11111111-1111-4111-8111-111111111111' },
          { type: 'peak', value: 12, id: '22222222-2222-4222-8222-222222222222' },
        ]),
      })
      .add('kinds.night', 5, { tour: 1, hut: SPANNORT, sort_order: 0 });
    const { code, text } = await run(given);
    expect([code, code === 0 ? '' : text]).toEqual([0, '']);
    const [tour] = await world.database.query(
      `SELECT hut_id AS hut, peak_id AS peak, (SELECT hut_id FROM kinds_night) AS night,
              (SELECT array_agg(kinds_valley_code::text ORDER BY sort_order) FROM kinds_tour_valleys) AS valleys,
              (SELECT array_agg(kinds_peak_id::text ORDER BY sort_order) FROM kinds_tour_peaks) AS peaks
         FROM kinds_tour`,
    );
    expect(tour).toEqual({
      hut: SPANNORT,
      peak: HUGE,
      night: SPANNORT,
      valleys: ['07', 'uri'],
      peaks: [HUGE, '12'],
    });
    const peaks = await world.database.query(
      `SELECT id, name, version, to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') AS made
         FROM kinds_peak ORDER BY id`,
    );
    expect(peaks).toEqual([
      { id: '12', name: 'Bristen', version: 1, made: '2020-01-02T03:04:05.123456' },
      { id: HUGE, name: 'Rigi', version: 1, made: expect.any(String) },
    ]);
    const [next] = await world.database.query(
      `INSERT INTO kinds_peak (name, version) VALUES ('Titlis', 1) RETURNING id`,
    );
    expect(BigInt(next.id)).toBeGreaterThan(BigInt(HUGE));
    const pointers: { line: string }[] = await world.database.query(
      `SELECT concat_ws(' ', source_type, coalesce(source_key, source_id::text), target_type,
                        coalesce(target_key, target_id::text), regexp_replace(pointer, '/.*/', '/…/')) AS line
         FROM reference WHERE target_type LIKE 'kinds.%' ORDER BY 1`,
    );
    expect(pointers.map(({ line }) => line)).toEqual([
      `kinds.Tour 1 kinds.Hut ${SPANNORT} /hut`,
      `kinds.Tour 1 kinds.Hut ${SPANNORT} /…/hut`,
      `kinds.Tour 1 kinds.Hut ${SPANNORT} /…/value`,
      'kinds.Tour 1 kinds.Peak 12 /peaks',
      'kinds.Tour 1 kinds.Peak 12 /…/value',
      `kinds.Tour 1 kinds.Peak ${HUGE} /peak`,
      `kinds.Tour 1 kinds.Peak ${HUGE} /peaks`,
      'kinds.Tour 1 kinds.Valley 07 /valleys',
      'kinds.Tour 1 kinds.Valley uri /valleys',
      `kinds.Valley uri kinds.Hut ${SPANNORT} /hut`,
    ]);
  });
});
