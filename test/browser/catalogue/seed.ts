import pg from 'pg';
import sharp from 'sharp';
import type { RunningSite, SiteRecipe } from '../../support/running-site.js';
import { callApi, uploadFile } from '../editor.js';

/** The site whose pages hold every kind of field. */
export const CATALOGUE: SiteRecipe = { name: 'catalogue_site', project: 'test/sites/catalogue/index.js', fill: [] };

/** What the fields of the catalogue can point at. */
export interface Seed {
  readonly home: number;
  readonly images: readonly number[];
  readonly document: number;
  readonly collection: number;
  /** Topics by name. */
  readonly topics: Readonly<Record<string, number>>;
  /** Huts by name: rows that a uuid tells apart. */
  readonly huts: Readonly<Record<string, string>>;
}

const ROOT = 1;

/** A key with more digits than a number of JavaScript holds. */
export const HUGE_KEY = '9007199254740993';

/** Fills an empty catalogue: a home page that is the site's, two images, a document, three topics, huts, valleys, peaks. */
export async function seed(site: RunningSite): Promise<Seed> {
  const home = await createPage(site, 'catalogue.CatalogueHome', { title: 'Moor', slug: 'moor' }, ROOT);
  await makeSite(site, home);
  const images: number[] = [];
  for (const [title, colour] of [
    ['Heather', '#86306c'],
    ['Lichen', '#9aa98f'],
  ] as const) {
    const picture = await sharp({ create: { width: 300, height: 200, channels: 3, background: colour } })
      .png()
      .toBuffer();
    images.push(await uploadFile(site, '/images', `${title}.png`, picture, { title, alt: `${title} in bloom` }));
  }
  const document = await uploadFile(site, '/documents', 'Paths.txt', Buffer.from('Stay on them.'), { title: 'Paths' });
  const record = async <Id>(type: string, fields: Record<string, string | number>): Promise<Id> => {
    const body = JSON.stringify({ fields });
    return (await callApi<{ id: Id }>(site, `/records/catalogue.${type}`, { method: 'POST', body })).id;
  };
  const topics: Record<string, number> = {};
  for (const name of ['Birds', 'Mosses', 'Water']) topics[name] = await record<number>('Topic', { name });
  const huts: Record<string, string> = {};
  for (const name of ['Spannort', 'Salbit']) huts[name] = await record<string>('Hut', { name });
  for (const [code, name] of Object.entries({ uri: 'Uri', sz: 'Schwyz', gl: 'Glarus' }))
    await record('Valley', { code, name });
  await record('Peak', { id: 12, name: 'Bristen' });
  await record('Peak', { id: HUGE_KEY, name: 'Rigi' });
  const collections = await callApi<{ items: { id: number }[] }>(site, '/collections');
  return { home, images, document, collection: collections.items[0]!.id, topics, huts };
}

/** A new page, as a draft. */
export async function createPage(
  site: RunningSite,
  type: string,
  fields: Record<string, unknown>,
  parentId: number,
): Promise<number> {
  const body = JSON.stringify({ parentId, type, fields, publish: type === 'catalogue.CatalogueHome' });
  return (await callApi<{ id: number }>(site, '/pages', { method: 'POST', body })).id;
}

async function makeSite(site: RunningSite, home: number): Promise<void> {
  const client = new pg.Client({ connectionString: site.databaseUrl });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO site (uuid, hostname, port, name, root_page_id, is_default)
       VALUES (gen_random_uuid(), 'moor.example', 80, 'Moor', $1, true)`,
      [home],
    );
  } finally {
    await client.end();
  }
}
