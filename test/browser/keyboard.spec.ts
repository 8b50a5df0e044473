import type { Browser, Page as Tab } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import type { RunningSite } from '../support/running-site.js';
import { callApi, signIn } from './editor.js';
import { focusedIn, tabTo, untilFocused } from './focus.js';
import { makeRow, startReadingRoom } from './reading-room.js';

describe('the editor by keyboard alone', () => {
  let browser: Browser;
  let site: RunningSite;
  let tab: Tab;
  let faults: string[];

  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), startReadingRoom()]);
    await makeRow(site, 'Author', { name: 'Fosse', country: 'no' });
    ({ tab, faults } = await signIn(browser, site));
    tab.setDefaultTimeout(10_000);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  afterEach(() => {
    expect(faults).toEqual([]);
  });

  const press = (...keys: string[]): Promise<void> =>
    keys.reduce((before, key) => before.then(() => tab.keyboard.press(key)), Promise.resolve());
  /** A menu takes the focus a moment after it is seen; keys pressed before that go to its button. */
  const inMenu = (): Promise<void> => tab.locator('[role=menu]:focus-within').waitFor();
  const saved = () =>
    tab
      .getByText(/^Saved \d\d:\d\d/)
      .locator('visible=true')
      .waitFor();

  it('leads from a list of records through a new one’s form to what is live, and back', async () => {
    const { items } = await callApi<{ items: { id: number }[] }>(site, '/records/reading.Notice');
    for (const { id } of items) await callApi(site, `/records/reading.Notice/${id}`, { method: 'DELETE' });
    await tab.goto('/editor/records/reading.Notice');
    await tab.getByText('No notices yet.').waitFor();
    await tabTo(tab, /^Add notice/);
    await press('Enter');
    await tab.waitForURL(/reading\.Notice\/new$/);
    await tabTo(tab, /^Title/);
    await tab.keyboard.type('Closed on Friday');
    await press('Control+s');
    await tab.waitForURL(/reading\.Notice\/\d+$/);
    await saved();

    await tabTo(tab, /^Publish notice/);
    await press('Enter');
    await tab.getByRole('alert').getByRole('button', { name: 'Wording' }).waitFor();
    await tabTo(tab, /^Wording$/);
    await press('Enter');
    await untilFocused(tab, /^Wording/);
    await tab.keyboard.type('Until noon');
    await tabTo(tab, /^Publish notice/);
    await press('Enter');
    await tab.getByText('Everything is live').waitFor();

    await tabTo(tab, /^More ways to publish/);
    await press('Enter');
    await inMenu();
    await press('Escape');
    await untilFocused(tab, /^More ways to publish/);
    await press('Enter');
    await inMenu();
    while (!/Take offline/.test((await focusedIn(tab)).name)) await press('ArrowDown');
    await press('Enter');
    await tab.getByRole('dialog').getByRole('button', { name: 'Take offline' }).waitFor();
    await tabTo(tab, /^Cancel/);
    await press('Enter');
    await tab.getByRole('dialog').waitFor({ state: 'detached' });
    await untilFocused(tab, /^More ways to publish/);
    await tab.getByText('Everything is live').waitFor();

    await tabTo(tab, /^Skip to the content/);
    await press('Enter');
    await tabTo(tab, /^Notices/);
    await press('Enter');
    await tab.getByRole('table').waitFor();
    await tabTo(tab, /^Select Closed on Friday/);
    await press('Space');
    await tab.getByText('1 selected').waitFor();
    await tabTo(tab, /^Actions for Closed on Friday/);
    await press('Enter');
    await inMenu();
    await press('Escape');
    await untilFocused(tab, /^Actions for Closed on Friday/);
  }, 90_000);

  it('leads through the form of a page, its chooser and its rails', async () => {
    const { id } = await callApi<{ id: number }>(site, '/pages', {
      method: 'POST',
      body: JSON.stringify({ parentId: 1, type: 'reading.Shelf', fields: { title: 'Norway', slug: 'norway' } }),
    });
    await tab.goto(`/editor/pages/${id}/edit`);
    await tab.getByPlaceholder('Title', { exact: true }).waitFor();
    await tabTo(tab, /^Title/);
    await press('Control+a');
    await tab.keyboard.type('From Norway');
    await tabTo(tab, /^Choose Author/);
    await press('Enter');
    const chooser = tab.getByRole('dialog');
    await chooser.getByRole('row', { name: 'Fosse' }).waitFor();
    await press('Escape');
    await chooser.waitFor({ state: 'detached' });
    await untilFocused(tab, /^Choose Author/);
    await press('Enter');
    await chooser.getByRole('row', { name: 'Fosse' }).waitFor();
    await tabTo(tab, /Fosse/);
    await press('Enter');
    await chooser.waitFor({ state: 'detached' });
    await untilFocused(tab, /^Replace/);
    await press('Control+s');
    await saved();
    await tabTo(tab, /^Publish/);
    await press('Enter');
    await tab.getByText('Everything is live').waitFor();
    const { title, fields } = await callApi<{ title: string; fields: { author: unknown } }>(site, `/pages/${id}`);
    expect({ title, ...fields }).toMatchObject({ title: 'From Norway', author: expect.any(Number) });

    const history = tab.getByRole('complementary', { name: 'History' });
    await tabTo(tab, /^History/);
    await press('Enter');
    await history.waitFor({ state: 'hidden' });
    await press('Enter');
    await history.waitFor();
    await tabTo(tab, /^Close history/);
    await press('Enter');
    await untilFocused(tab, /^History/);
    // Round once: nothing keeps the focus for itself.
    await tabTo(tab, /^Skip to the content/);
    await tabTo(tab, /^Pages/);
    await press('Enter');
    await tab.waitForURL(/\/editor\/pages/);
  }, 90_000);
});
