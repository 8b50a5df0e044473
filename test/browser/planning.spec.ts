import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { DEMO, startSite, type RunningSite } from '../support/running-site.js';
import { callApi, signIn } from './editor.js';

interface PageList {
  items: { id: number; title: string }[];
}

describe('an editor who plans', () => {
  let browser: Browser;
  let site: RunningSite;

  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), startSite(DEMO)]);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  it('sets when a page goes offline, locks it, restricts its readers, and finds all of it again', async () => {
    const { items } = await callApi<PageList>(site, '/pages?type=demo.ArticlePage&state=live&locale=en&limit=1');
    const page = items[0]!;
    const { tab, faults } = await signIn(browser, site);
    await tab.goto(`/editor/pages/${page.id}/edit`);

    await tab.getByRole('button', { name: 'More ways to publish' }).click();
    await tab.getByRole('menuitem', { name: 'Publish at a time' }).click();
    const dialog = tab.getByRole('dialog', { name: `Plan “${page.title}”` });
    await dialog.getByLabel('Go offline at a time').check();
    await dialog.getByLabel('On the clocks of').fill('Europe/Berlin');
    await tab.getByRole('option', { name: 'Europe/Berlin' }).click();
    await dialog.getByLabel('Goes offline').fill('2035-03-25T02:30');
    await dialog.getByRole('button', { name: 'Save plan' }).click();
    await dialog.getByText(/The clocks of Europe\/Berlin skip/).waitFor();
    await dialog.getByLabel('Goes offline').fill('2035-07-01T09:00');
    await dialog.getByRole('button', { name: 'Save plan' }).click();
    await tab
      .getByText(/Goes offline Sun 1 Jul 2035, 09:00/)
      .first()
      .waitFor();

    await tab.getByRole('button', { name: 'More', exact: true }).click();
    await tab.getByRole('menuitem', { name: 'Lock for others' }).click();
    await tab.getByText('Locked by you').waitFor();

    await tab.getByRole('button', { name: 'More', exact: true }).click();
    await tab.getByRole('menuitem', { name: 'Who may read it' }).click();
    await tab.getByLabel('Whoever is signed in').check();
    await tab.getByRole('button', { name: 'Save', exact: true }).click();
    await tab.getByText('Not for everybody:').waitFor();
    expect((await fetch(`${site.origin}/api/v2/pages/${page.id}/`)).status).toBe(404);

    await tab.goto('/editor/reports/scheduled');
    await tab.getByRole('link', { name: page.title }).waitFor();
    await tab.goto('/editor/reports/locked');
    await tab.getByRole('link', { name: page.title }).click();
    await tab.getByRole('button', { name: 'Unlock' }).click();
    await tab.getByText('Locked by you').waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
    await tab.context().close();
  });
});
