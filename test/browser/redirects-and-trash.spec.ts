import type { Browser, Page as Tab } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { DEMO, startSite, type RunningSite } from '../support/running-site.js';
import { callApi, signIn } from './editor.js';

interface PageList {
  items: { id: number; title: string }[];
}

describe('former addresses and deleted pages', () => {
  let browser: Browser;
  let site: RunningSite;
  let tab: Tab;
  let faults: string[];

  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), startSite(DEMO)]);
    ({ tab, faults } = await signIn(browser, site));
    tab.setDefaultTimeout(15_000);
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  afterEach(() => {
    expect(faults).toEqual([]);
  });

  it('redirects are made, refused where they lead in a circle, changed and deleted', async () => {
    await tab.goto('/editor/settings/redirects');
    await tab.getByRole('button', { name: /Add/ }).click();
    const dialog = tab.getByRole('dialog', { name: 'Add a redirect' });
    await dialog.getByLabel('From').fill('tickets/');
    await dialog.getByText('An address').click();
    await dialog.getByLabel('Address it leads to').fill('/tickets');
    await dialog.getByRole('button', { name: 'Add redirect' }).click();
    await dialog.getByText('This redirect would lead back to where it starts.').waitFor();
    await dialog.getByText('A page', { exact: true }).click();
    await dialog.getByRole('button', { name: 'Choose a page' }).click();
    const chooser = tab.getByRole('dialog', { name: 'Choose a page' });
    await chooser.getByLabel('Search pages').fill('Fares');
    await chooser.getByText('Fares', { exact: false }).first().click();
    await dialog.getByRole('button', { name: 'Add redirect' }).click();
    await dialog.waitFor({ state: 'detached' });
    const row = tab.getByRole('row', { name: /\/tickets/ });
    await row.getByText('For good').waitFor();

    await row.getByRole('button', { name: '/tickets', exact: true }).click();
    const change = tab.getByRole('dialog', { name: 'Change the redirect' });
    await change.getByLabel('How long').click();
    await tab.getByRole('option', { name: 'For now (302)' }).click();
    await change.getByRole('button', { name: 'Save redirect' }).click();
    await row.getByText('For now').waitFor();

    await row.getByRole('button', { name: 'What can be done with /tickets' }).click();
    await tab.getByRole('menuitem', { name: 'Delete' }).click();
    await tab.getByRole('button', { name: 'Delete redirect' }).click();
    await row.waitFor({ state: 'detached' });
  });

  it('a file of redirects is tried before it is taken', async () => {
    await tab.getByRole('button', { name: 'Export and import' }).click();
    await tab.getByRole('menuitem', { name: 'Import a file' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Import redirects' });
    const put = (text: string) =>
      dialog
        .getByLabel('File to import')
        .setInputFiles({ name: 'old.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await put('from,to\n/boats,javascript:1\n');
    await dialog.getByText(/begins with https/).waitFor();
    await put('from,to\n/boats,https://boats.example\n/fares-of-old,/visit/fares/\n');
    await dialog.getByText('The file fits: 2 new.').waitFor();
    await dialog.getByRole('button', { name: 'Import 2 entries' }).click();
    await tab.getByRole('row', { name: /\/boats/ }).waitFor();
  });

  it('a page that is linked to goes to the trash only when somebody insists, and comes back or goes for good', async () => {
    const { items } = await callApi<PageList>(site, '/pages?q=Silver%20thistle&locale=en');
    const page = items[0]!;
    const linking = await callApi<{ total: number; hidden: number }>(site, `/pages/${page.id}/usage`);
    expect(linking.total).toBeGreaterThan(0);
    await tab.goto(`/editor/pages/${page.id}/edit`);
    await tab.getByRole('button', { name: 'More', exact: true }).click();
    await tab.getByRole('menuitem', { name: 'Addresses' }).click();
    await tab.getByRole('dialog').getByText('Present address').waitFor();
    await tab.keyboard.press('Escape');
    await tab.getByRole('button', { name: 'More', exact: true }).click();
    await tab.getByRole('menuitem', { name: 'Move to trash' }).click();
    await tab.getByText(/is used in .*: “/).waitFor();
    await tab.getByRole('button', { name: 'Move to trash all the same' }).click();
    await tab.getByText(/moved to trash/).waitFor();

    await tab.goto('/editor/settings/trash');
    const row = tab.getByRole('listitem').filter({ hasText: page.title });
    await row.getByRole('button', { name: 'Restore' }).click();
    await tab.getByText(/is back at/).waitFor();
    await row.waitFor({ state: 'detached' });

    await callApi(site, `/pages/${page.id}?force=true`, { method: 'DELETE' });
    await tab.reload();
    await row.getByRole('button', { name: /What can be done/ }).click();
    await tab.getByRole('menuitem', { name: 'Delete for good' }).click();
    const confirm = tab.getByRole('dialog', { name: /for good/ });
    await confirm.getByLabel('What points at it').waitFor();
    await confirm.getByRole('button', { name: 'Delete for good all the same' }).click();
    await row.waitFor({ state: 'detached' });
    await tab.getByText('The trash is empty.').waitFor();
  });
});
