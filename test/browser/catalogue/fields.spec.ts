import type { Browser, Page as Tab } from 'playwright-core';
import * as cms from '@pipit/cms';
import { launchBrowser } from '../../support/browser.js';
import { startSite, type RunningSite } from '../../support/running-site.js';
import { callApi, signIn } from '../editor.js';
import { FIELD_TRIALS } from './field-kinds.js';
import { choosePart, fieldAt, openPage, publish, readField, saveDraft } from './form.js';
import { CATALOGUE, createPage, seed, type Seed } from './seed.js';

/** Kinds that are tried out in the catalogue of blocks: no field of a class has them, or only there they show all. */
const ELSEWHERE = new Set(['regex', 'stream']);

describe('every kind of field', () => {
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
    const kinds = Object.values(cms)
      .filter((value): value is cms.FieldKind => isKind(value) && value.storage !== undefined)
      .map((kind) => kind.name);
    const tried = Object.values(FIELD_TRIALS).flatMap((trials) => trials.map((trial) => trial.kind));
    expect(kinds.length).toBeGreaterThan(30);
    expect(kinds.filter((kind) => !tried.includes(kind) && !ELSEWHERE.has(kind))).toEqual([]);
  });

  it.each(Object.entries(FIELD_TRIALS))(
    'under “%s” is filled by its control, saved, reopened, published and read',
    async (part, trials) => {
      const id = await createPage(site, 'catalogue.FieldCatalogue', { title: `Trial of ${part}` }, seeded.home);
      await openPage(tab, id);
      await choosePart(tab, part);
      for (const { field, fill } of trials) await fill(fieldAt(tab, field), tab);
      await saveDraft(tab);

      const { fields } = await callApi<{ fields: Record<string, unknown> }>(site, `/pages/${id}`);
      for (const trial of trials)
        expect({ [trial.field]: fields[trial.field] }).toEqual({ [trial.field]: trial.stored(seeded) });

      await openPage(tab, id);
      await choosePart(tab, part);
      for (const { field, shows } of trials) await waitForWords(tab, field, shows);

      await publish(tab);
      const live = (await (await fetch(`${site.origin}/api/v2/pages/${id}/`)).json()) as Record<string, unknown>;
      for (const trial of trials)
        expect({ [trial.field]: live[trial.field] }).toEqual({
          [trial.field]: (trial.delivered ?? trial.stored)(seeded),
        });
      expect(faults).toEqual([]);
    },
    60_000,
  );
});

/** Names of chosen things come from the server a moment later. */
async function waitForWords(tab: Tab, field: string, words: readonly string[]): Promise<void> {
  const deadline = Date.now() + 5_000;
  let text = await readField(fieldAt(tab, field));
  while (words.some((word) => !text.includes(word)) && Date.now() < deadline) {
    await tab.waitForTimeout(100);
    text = await readField(fieldAt(tab, field));
  }
  for (const word of words) expect(text).toContain(word);
}

function isKind(value: unknown): value is cms.FieldKind {
  return typeof value === 'object' && value !== null && 'emptyValue' in value && 'jsonSchema' in value;
}
