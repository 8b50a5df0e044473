import { Client } from 'pg';
import type { Locator, Page as Tab } from 'playwright-core';
import { startSite, type RunningSite, type SiteRecipe } from '../support/running-site.js';
import { callApi } from './editor.js';

const recipe: SiteRecipe = { name: 'reading_room', project: 'test/sites/reading-room/index.js', fill: [] };

/** Runs SQL on the site's database. */
export async function run(site: RunningSite, sql: string): Promise<void> {
  const client = new Client({ connectionString: site.databaseUrl });
  await client.connect();
  await client.query(sql);
  await client.end();
}

/** The reading room, with two sites. */
export async function startReadingRoom(): Promise<RunningSite> {
  const site = await startSite(recipe);
  await run(
    site,
    `INSERT INTO site (uuid, hostname, port, name, root_page_id, is_default)
     SELECT gen_random_uuid(), host, 80, name, 1, host = 'main.example'
     FROM (VALUES ('main.example', 'Main library'), ('harbour.example', 'Harbour branch')) AS s (host, name)`,
  );
  return site;
}

/** Authors called `Zz 1`, `Zz 2` and so on: more than anybody types. */
export function fillAuthors(site: RunningSite, number: number): Promise<void> {
  const rows = `SELECT gen_random_uuid(), 'Zz ' || n FROM generate_series(1, ${number}) n`;
  return run(site, `INSERT INTO reading_author (uuid, name) ${rows}`);
}

/** Makes a row and answers it. */
export function makeRow<T = { id: number | string }>(
  site: RunningSite,
  type: string,
  fields: object,
  publish = false,
): Promise<T> {
  const body = JSON.stringify({ fields, ...(publish ? { publish } : {}) });
  return callApi<T>(site, `/records/reading.${type}`, { method: 'POST', body });
}

/** The titles a list shows, from the top. */
export async function titlesIn(tab: Tab): Promise<string[]> {
  return (await rowsOf(tab).getByRole('cell').getByRole('link').allTextContents()).map((title) => title.trim());
}

/** The rows of a list, without its head. */
export const rowsOf = (tab: Tab): Locator => tab.getByRole('row').filter({ has: tab.getByRole('cell') });

/** Waits until a list shows just these titles, from the top. */
export async function untilTitles(tab: Tab, titles: readonly string[]): Promise<void> {
  const deadline = Date.now() + 10_000;
  let shown = await titlesIn(tab);
  while (shown.join('|') !== titles.join('|') && Date.now() < deadline) {
    await tab.waitForTimeout(50);
    shown = await titlesIn(tab);
  }
  expect(shown).toEqual(titles);
}
