import type { Browser, Page as Tab } from 'playwright-core';
import { RICH_TEXT_FEATURES } from '@pipit/cms';
import { launchBrowser } from '../../support/browser.js';
import { startSite, type RunningSite } from '../../support/running-site.js';
import { callApi, signIn } from '../editor.js';
import { choosePart, fieldAt, openPage, publish, saveDraft } from './form.js';
import { FEATURE_TRIALS, moveCursor } from './rich-text-features.js';
import { CATALOGUE, createPage, seed, type Seed } from './seed.js';

describe('every feature of rich text', () => {
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

  const read = async (id: number): Promise<string> =>
    (await callApi<{ fields: { story: string } }>(site, `/pages/${id}`)).fields.story;

  it('has a row in the table of trials', () => {
    const tried = FEATURE_TRIALS.map(({ feature }) => feature);
    expect(RICH_TEXT_FEATURES.filter((feature) => !tried.includes(feature))).toEqual([]);
  });

  it('is used by keys, typed signs, the palette and dialogs, saved, reopened and published', async () => {
    const id = await createPage(site, 'catalogue.BlockCatalogue', { title: 'Every feature' }, seeded.home);
    await openPage(tab, id);
    await choosePart(tab, 'Story');
    const text = fieldAt(tab, 'story').locator('[contenteditable="true"]').first();
    await text.click();
    for (const { feature, use } of FEATURE_TRIALS) {
      if (!RICH_TEXT_FEATURES.some((known) => known === feature)) continue;
      await use(tab);
      // On to an empty paragraph at the end, whatever was made.
      await text.focus();
      await moveCursor(tab, 'Control+End');
      await tab.keyboard.press('Enter');
      await tab.keyboard.press('Control+Alt+0');
      if (['ul', 'ol', 'blockquote'].includes(feature)) await tab.keyboard.press('Enter');
    }
    await saveDraft(tab);
    const stored = await read(id);
    for (const { feature, stored: part } of FEATURE_TRIALS)
      if (RICH_TEXT_FEATURES.some((known) => known === feature)) expect(stored).toContain(part(seeded));

    await openPage(tab, id);
    await choosePart(tab, 'Story');
    await fieldAt(tab, 'story').locator('[contenteditable="true"]').first().waitFor();
    await publish(tab);
    const live = (await (await fetch(`${site.origin}/api/v2/pages/${id}/`)).json()) as { story: string };
    expect(live.story).toBe(stored);
    expect(faults).toEqual([]);
  }, 90_000);
});
