import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { oracleSet } from '../support/oracle.js';
import { startSite, type RunningSite, type SiteRecipe } from '../support/running-site.js';
import { callApi, signIn, titleField } from './editor.js';

const set = oracleSet('bakerydemo');

const BAKERY: SiteRecipe = {
  name: 'bakerydemo_site',
  project: 'test/sites/bakerydemo/index.js',
  fill: [['import', 'wagtail', set.file('fixture.json'), '--media', set.file('media'), '--allow-skips']],
};

set.describe('a page that came from Wagtail', () => {
  let browser: Browser;
  let site: RunningSite;

  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), startSite(BAKERY)]);
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  it('is edited and published in the editor, and nothing else of it changes in the content API', async () => {
    const { items } = await callApi<{ items: { id: number }[] }>(site, '/pages?type=blog.BlogPage&state=live&limit=1');
    const id = items[0]!.id;
    const read = async (): Promise<Record<string, unknown>> =>
      (await (await fetch(`${site.origin}/api/v2/pages/${id}/`)).json()) as Record<string, unknown>;
    const before = await read();

    const { tab, faults } = await signIn(browser, site);
    await tab.goto(`/editor/pages/${id}/edit`);
    await tab.getByRole('textbox', { name: 'Subtitle' }).fill('Fresh from a new oven');
    await tab
      .getByRole('button', { name: /^Publish/ })
      .first()
      .click();
    await tab.getByText('Everything is live').waitFor();
    await tab.context().close();

    expect(await read()).toEqual({ ...before, subtitle: 'Fresh from a new oven' });
    expect(faults).toEqual([]);
  });

  it('opens every page type in the editor without a fault', async () => {
    const types = await callApi<{ items: { name: string; category: string }[] }>(site, '/content-types');
    const { tab, faults } = await signIn(browser, site);
    for (const { name } of types.items.filter((type) => type.category === 'page')) {
      const { items } = await callApi<{ items: { id: number; title: string }[] }>(site, `/pages?type=${name}&limit=1`);
      const page = items[0];
      if (!page) continue;
      await tab.goto(`/editor/pages/${page.id}/edit`);
      await titleField(tab).waitFor();
      expect(await titleField(tab).inputValue()).toBe(page.title);
    }
    expect(faults).toEqual([]);
    await tab.context().close();
  }, 120_000);
});
