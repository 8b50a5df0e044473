import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../support/browser.js';
import { startSite, type RunningSite } from '../../support/running-site.js';
import { signIn } from '../editor.js';
import { openPage } from './form.js';
import { CATALOGUE, createPage, seed } from './seed.js';

describe('the form of a type', () => {
  let browser: Browser;
  let site: RunningSite;
  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), startSite(CATALOGUE)]);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  it('opens without loading other types, nor controls it has no use for', async () => {
    const { home } = await seed(site);
    const id = await createPage(site, 'catalogue.PanelCatalogue', { title: 'Panels' }, home);
    const { tab } = await signIn(browser, site);
    const asked: string[] = [];
    tab.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await openPage(tab, id);
    await tab.waitForLoadState('networkidle');
    const types = asked.flatMap((path) => /\/content-types\/(.+)$/.exec(path)?.[1] ?? []);
    expect([...new Set(types)]).toEqual(['catalogue.PanelCatalogue']);
    expect(asked.filter((path) => /\/assets\/rich-text/.test(path))).toEqual([]);
  }, 60_000);
});
