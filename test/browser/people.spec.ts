import type { Browser, Page as Tab } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { DEMO, startSite, type RunningSite } from '../support/running-site.js';
import { callApi, signIn } from './editor.js';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('people and groups', () => {
  let browser: Browser;
  let site: RunningSite;
  let tab: Tab;
  let faults: string[];

  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), startSite(DEMO)]);
    ({ tab, faults } = await signIn(browser, site));
    tab.setDefaultTimeout(20_000);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });
  afterEach(() => {
    expect(faults).toEqual([]);
  });

  it('a group is made and granted something at a page, and the matrix shows what holds everywhere', async () => {
    await tab.goto('/editor/settings/groups');
    await tab.getByRole('button', { name: 'Add group' }).click();
    await tab.getByLabel('Name').fill('Press office');
    await tab.getByRole('dialog').getByRole('button', { name: 'Add group' }).click();
    await tab.getByRole('heading', { name: 'Press office', level: 1 }).waitFor();
    await tab.getByRole('button', { name: 'Add a page' }).click();
    await tab.getByRole('dialog').getByRole('row').first().click();
    const pages = tab.getByRole('table', { name: 'Pages' });
    const row = pages.getByRole('row').nth(2);
    await row.getByRole('checkbox', { name: /^Edit pages/ }).check();
    await pages.getByRole('checkbox', { name: 'Publish pages and take them offline, All pages' }).check();
    expect(await row.getByRole('checkbox', { name: /^Publish pages/ }).isDisabled()).toBe(true);
    await tab.getByRole('button', { name: 'Save 2 changes' }).click();
    await tab.getByText(/^Saved\. Press office/).waitFor();
    const { items } = await callApi<{ items: { id: number; name: string; grants: number }[] }>(site, '/groups');
    expect(items.find(({ name }) => name === 'Press office')?.grants).toBe(2);
  });

  it('somebody is invited by a link into it, and it is told why they may do something', async () => {
    await tab.goto('/editor/settings/users');
    await tab.getByRole('button', { name: 'Add user' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Mireille Okafor');
    await dialog.getByLabel('Email').fill('mireille@example.org');
    await dialog.getByRole('combobox', { name: 'Groups' }).click();
    await tab.getByRole('option', { name: 'Press office' }).click();
    await tab.keyboard.press('Tab');
    await dialog.getByText('By a link').click();
    await dialog.getByRole('button', { name: 'Add and invite' }).click();
    expect(await tab.getByText(/\/editor\/accept-invitation#/).textContent()).toMatch(/#[\w-]{43}$/);
    await tab.getByRole('button', { name: 'Done' }).click();
    await tab.getByRole('link', { name: /Mireille Okafor/ }).click();
    const why = tab.getByRole('region', { name: 'Why may they' });
    await why.getByText(/^Yes\./).waitFor();
    await why.getByText(/Press office may, everywhere/).waitFor();
    await why.getByRole('combobox', { name: 'What' }).click();
    await tab.getByRole('option', { name: 'Manage users' }).click();
    await why.getByText(/No group of theirs is granted/).waitFor();
  });

  it('is changed, suspended with others, and deleted', async () => {
    await tab.getByLabel('Name', { exact: true }).fill('Mireille Okafor-Brandt');
    await tab.getByRole('button', { name: 'Save 1 change' }).click();
    await tab.getByRole('heading', { name: 'Mireille Okafor-Brandt', level: 1 }).waitFor();
    await tab.goto('/editor/settings/users?state=invited');
    await tab.getByLabel('Choose Mireille Okafor-Brandt').check();
    const chosen = tab.getByRole('region', { name: 'Chosen users' });
    await chosen.getByRole('button', { name: 'Suspend' }).click();
    await tab.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click();
    await tab.getByRole('dialog').getByText('1 user done.').waitFor();
    await tab.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
    await tab.goto('/editor/settings/users?state=suspended');
    await tab.getByRole('link', { name: /Mireille/ }).click();
    await tab.getByRole('button', { name: /^What can be done with/ }).click();
    await tab.getByRole('menuitem', { name: 'Delete' }).click();
    await tab.getByRole('button', { name: 'Delete for good' }).click();
    await tab.getByRole('heading', { name: 'Users', level: 1 }).waitFor();
    expect(await callApi<{ total: number }>(site, '/users?q=mireille')).toMatchObject({ total: 0 });
  });

  it('a picture of one’s own stands where one’s name does, until it is taken away', async () => {
    await tab.goto('/editor/account');
    await tab.locator('input[type="file"]').setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: PIXEL });
    await tab.getByRole('button', { name: 'Change picture' }).waitFor();
    await tab.getByRole('link', { name: /^Your account/ }).first().locator('img').waitFor();
    await tab.goto('/editor/settings/users');
    const shown = tab.getByRole('table').locator('img').first();
    await shown.waitFor();
    expect(await shown.evaluate((image: { naturalWidth: number }) => image.naturalWidth)).toBe(128);
    await tab.goto('/editor/account');
    await tab.getByRole('button', { name: 'Remove' }).click();
    await tab.getByRole('button', { name: 'Add a picture' }).waitFor();
  });
});
