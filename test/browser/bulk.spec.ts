import type { Browser, Page as Tab } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { DEMO, startSite, type RunningSite } from '../support/running-site.js';
import { callApi, signIn } from './editor.js';

interface PageList {
  total: number;
  items: { id: number; title: string; parentId: number; childCount: number; live: boolean }[];
}

describe('many pages at once', () => {
  let browser: Browser;
  let site: RunningSite;
  let tab: Tab;
  let faults: string[];
  let section: number;
  const added = 30;
  let tries = 0;

  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), startSite(DEMO)]);
    const { items } = await callApi<PageList>(site, '/pages?type=demo.ArticlePage&state=live&locale=en&limit=1');
    section = items[0]!.parentId;
    ({ tab, faults } = await signIn(browser, site));
    tab.setDefaultTimeout(15_000);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  afterEach(() => {
    expect(faults).toEqual([]);
  });

  it('are moved and removed in the background, and the screen of operations and the audit log tell of it', async () => {
    tries += 1;
    const box = `Shoebox ${tries}`;
    const create = (type: string, title: string) => {
      const body = JSON.stringify({ parentId: section, type, fields: { title } });
      return callApi<{ id: number }>(site, '/pages', { method: 'POST', body });
    };
    for (let i = 1; i <= added; i += 1) await create('demo.ArticlePage', `Note ${i}`);
    const shoebox = await create('demo.SectionPage', box);
    await tab.goto(`/editor/pages/${section}?q=Note&view=draft`);
    await tab.getByRole('checkbox', { name: /^Select all/ }).click();
    await tab.getByRole('button', { name: 'Move to…' }).click();
    const places = tab.getByRole('dialog', { name: `Move ${added} pages` });
    await places.getByLabel('Find a page').fill(box);
    await places.getByRole('list').getByText(box, { exact: true }).first().click();
    await places.getByRole('button', { name: `Move to “${box}”` }).click();
    await tab
      .getByRole('dialog', { name: `Move ${added} pages to “${box}”?` })
      .getByRole('button', { name: 'Move', exact: true })
      .click();
    await tab.getByRole('dialog', { name: 'Done' }).getByText(`${added} pages done.`).waitFor();

    await tab.goto(`/editor/pages/${shoebox.id}`);
    await tab.getByRole('checkbox', { name: /^Select all/ }).click();
    await tab.getByRole('button', { name: 'Move to trash' }).click();
    const dialog = tab.getByRole('dialog', { name: `Move to the trash ${added} pages?` });
    await dialog.getByRole('button', { name: 'Move to trash' }).click();
    await tab.getByRole('dialog', { name: 'Done' }).getByText(`${added} pages done.`).waitFor();
    await tab.getByRole('button', { name: 'Close', exact: true }).last().click();
    const { total } = await callApi<PageList>(site, `/pages?parent=${shoebox.id}`);
    expect(total).toBe(0);

    await tab.getByRole('link', { name: 'Settings' }).first().click();
    await tab
      .getByRole('list', { name: 'Reports' })
      .getByRole('link', { name: /Bulk operations/ })
      .click();
    const operation = tab.getByRole('listitem').filter({ hasText: 'Move pages to the trash' }).first();
    await operation.getByText(`Finished: ${added} of ${added} done`).waitFor();

    await tab.getByRole('link', { name: 'Audit log' }).first().click();
    const trashed = tab.getByRole('listitem').filter({ hasText: 'moved to the trash' });
    const line = trashed.filter({ hasText: `and ${added - 1} more` }).first();
    await line.getByRole('button', { name: `and ${added - 1} more` }).click();
    await tab.getByRole('button', { name: /^One operation/ }).waitFor();
    await trashed.nth(added - 1).waitFor();
    expect(await trashed.count()).toBe(added);
  }, 60_000);

  it('below one go live with it, and what is not ready is named', async () => {
    const body = { parentId: section, type: 'demo.ArticlePage', fields: { title: 'Not ready at all' } };
    const child = await callApi<{ id: number }>(site, '/pages', { method: 'POST', body: JSON.stringify(body) });
    await tab.goto(`/editor/pages/${section}`);
    const { title } = await callApi<{ title: string }>(site, `/pages/${section}`);
    await tab
      .getByRole('button', { name: `Actions for ${title}`, exact: true })
      .first()
      .click();
    await tab.getByRole('menuitem', { name: 'Publish with all pages below' }).click();
    await tab.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    const done = tab.getByRole('dialog', { name: 'Done' });
    await done.getByText(/refused\.$/).waitFor();
    await done.getByRole('list', { name: 'Refused' }).getByText('Not ready at all').first().waitFor();
    const { items } = await callApi<PageList>(site, `/pages?ids=${child.id}`);
    expect(items[0]?.live).toBe(false);
  }, 60_000);
});
