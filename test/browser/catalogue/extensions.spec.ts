import type { Browser, Page as Tab } from 'playwright-core';
import { launchBrowser } from '../../support/browser.js';
import { startSite, type RunningSite } from '../../support/running-site.js';
import { callApi, signIn } from '../editor.js';
import { fieldAt, openPage, saveDraft } from './form.js';
import { CATALOGUE, createPage, seed } from './seed.js';

describe('an editor with extensions', () => {
  let browser: Browser;
  let site: RunningSite;
  let home: number;
  let tab: Tab;
  let faults: string[];

  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), startSite(CATALOGUE)]);
    ({ home } = await seed(site));
    ({ tab, faults } = await signIn(browser, site));
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  it('gets them from the server: listed for people who are signed in, with an address for each version', async () => {
    const list = '/api/admin/v1/editor/extensions';
    expect((await fetch(site.origin + list)).status).toBe(401);
    const { items } = await callApi<{ items: { name: string; url: string }[] }>(site, '/editor/extensions');
    expect(items.map(({ name }) => name)).toEqual(['catalogue', 'broken']);
    const file = await fetch(site.origin + items[0]!.url);
    expect(file.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    expect(file.headers.get('cache-control')).toContain('immutable');
    expect((await fetch(`${site.origin}${list}/catalogue/0000000000000000.js`)).status).toBe(404);
  });

  it('shows their controls, panels and features of rich text, and stores what they write', async () => {
    const id = await createPage(site, 'catalogue.PluginCatalogue', { title: 'Extended' }, home);
    await openPage(tab, id);
    const tally = tab.getByRole('region', { name: 'Tally' });
    await tally.getByRole('button', { name: 'Start with one' }).click();
    await tab.getByText('1 stars so far').waitFor();
    await tally.getByRole('radio', { name: '3 of 3' }).click();
    await tab.getByText('3 stars so far').waitFor();

    await fieldAt(tab, 'words').locator('[contenteditable="true"]').click();
    await tab.keyboard.type('seen');
    await tab.keyboard.press('Control+Shift+ArrowLeft');
    await tab.waitForTimeout(60);
    await tab.getByRole('button', { name: 'Highlight' }).click();
    await saveDraft(tab);
    const read = await callApi<{ fields: Record<string, unknown> }>(site, `/pages/${id}`);
    expect(read.fields).toMatchObject({ stars: 3, words: '<p><mark>seen</mark></p>' });

    await openPage(tab, id);
    await fieldAt(tab, 'words').locator('mark').waitFor();
  });

  it('has their screens in the rail', async () => {
    await tab.getByRole('navigation', { name: 'Main' }).first().getByRole('link', { name: 'Types' }).click();
    await tab.getByRole('heading', { name: 'Types' }).waitFor();
    await tab.getByText(/^\d+ types/).waitFor();
    expect(tab.url()).toBe(`${site.origin}/editor/x/types`);
  });

  it('says which of them do not work, and works itself', async () => {
    await tab.goto('/editor/');
    await tab.getByText('The extension “broken” could not be loaded. It needs a key nobody gave it.').waitFor();
    expect(faults).toEqual([]);
  });
});
