import type { Browser, Locator, Page as Tab } from 'playwright-core';
import * as cms from '@pipit/cms';
import { launchBrowser } from '../../support/browser.js';
import { startSite, type RunningSite } from '../../support/running-site.js';
import { callApi, signIn } from '../editor.js';
import { BLOCK_TRIALS } from './block-functions.js';
import { openPage, publish, saveDraft } from './form.js';
import { CATALOGUE, createPage, seed, type Seed } from './seed.js';

interface Item {
  id: string;
  type: string;
  value: unknown;
}

/** Functions that make blocks from other blocks and add no control. */
const MODIFIERS = new Set(['lazy', 'optional', 'block']);

describe('every block', () => {
  let browser: Browser;
  let site: RunningSite;
  let seeded: Seed;
  let tab: Tab;
  let faults: string[];

  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), startSite(CATALOGUE)]);
    seeded = await seed(site);
    ({ tab, faults } = await signIn(browser, site));
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  it('has a row in the table of trials', () => {
    const functions = Object.entries(cms).filter(([name, value]) => makesBlocks(value) && !MODIFIERS.has(name));
    expect(functions.length).toBeGreaterThan(30);
    const tried = BLOCK_TRIALS.map(({ make }) => make);
    expect(functions.map(([name]) => name).filter((name) => !tried.includes(name))).toEqual([]);
  });

  it('is filled by its control, saved, reopened, published and read', async () => {
    const id = await createPage(site, 'catalogue.BlockCatalogue', { title: 'Every block' }, seeded.home);
    await openPage(tab, id);
    for (const [index, { make, fill }] of BLOCK_TRIALS.entries()) {
      await fill(await addBlock(tab, make, index), tab);
    }
    await saveDraft(tab);
    const { fields } = await callApi<{ fields: { body: Item[] } }>(site, `/pages/${id}`);
    expect(fields.body.map(({ type, value }) => ({ [type]: value }))).toEqual(
      BLOCK_TRIALS.map(({ make, stored }) => ({ [make]: stored(seeded) })),
    );

    await openPage(tab, id);
    await tab.getByRole('button', { name: 'Fold or unfold all' }).first().click();
    await blockAt(tab, 1).locator('[data-body]').waitFor();
    await publish(tab);
    const live = (await (await fetch(`${site.origin}/api/v2/pages/${id}/`)).json()) as { body: Item[] };
    expect(live.body.map(({ type, value }) => ({ [type]: value }))).toEqual(
      BLOCK_TRIALS.map(({ make, stored, delivered }) => ({ [make]: (delivered ?? stored)(seeded) })),
    );
    expect(faults).toEqual([]);
  }, 120_000);
});

/** Adds a block at the end of the stream as the keyboard does: search, Enter. */
async function addBlock(tab: Tab, make: string, index: number): Promise<Locator> {
  await tab.locator('[data-pointer="/body"]').getByRole('button', { name: 'Add a block' }).last().click();
  await tab.getByRole('combobox', { name: 'Find a block' }).fill(make);
  await tab.locator(`[role="option"][id$="-${make}"]`).click();
  return blockAt(tab, index);
}

function blockAt(tab: Tab, index: number): Locator {
  return tab.locator(`[data-spine][data-pointer="/body/${index}"]`);
}

/** Block functions all end in the one that makes blocks. */
function makesBlocks(value: unknown): boolean {
  return typeof value === 'function' && /\bblock\)?\(/.test(Function.prototype.toString.call(value));
}
