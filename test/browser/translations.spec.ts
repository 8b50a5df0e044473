import type { Browser, Page as Tab } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { DEMO, startSite, type RunningSite } from '../support/running-site.js';
import { callApi, signIn, titleField } from './editor.js';

interface Row {
  id: number;
  title: string;
  url: string;
}

describe('languages in the editor', () => {
  let browser: Browser;
  let site: RunningSite;
  let tab: Tab;
  let faults: string[];

  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), startSite(DEMO)]);
    ({ tab, faults } = await signIn(browser, site));
    tab.setDefaultTimeout(15_000);
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  it('from a new language over a missing page to its translation, and from there back to the source', async () => {
    await tab.goto('/editor/settings/languages');
    await tab.getByRole('button', { name: 'Add language' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByLabel('Code').fill('de');
    await dialog.getByRole('button', { name: 'Add language' }).click();
    await dialog.getByText('There is the language de already.').waitFor();
    await dialog.getByLabel('Code').fill('fr');
    await dialog.getByRole('combobox', { name: 'What readers get instead' }).click();
    await tab.getByRole('option', { name: 'English' }).click();
    await dialog.getByRole('button', { name: 'Add language' }).click();
    const french = tab.getByRole('listitem').filter({ hasText: 'Français' });
    await french.getByText('Readers get English instead.').waitFor();

    await french.getByRole('link', { name: /^\d+ of \d+ pages translated/ }).click();
    const rows = tab.getByRole('list', { name: 'What Français lacks' });
    await rows.getByRole('listitem').first().waitFor();
    await rows.getByRole('button', { name: 'Translate Step-free travel' }).click();
    await tab.getByRole('button', { name: 'Translate into Français' }).click();
    const done = rows.getByRole('listitem').filter({ hasText: 'Step-free travel' });
    await done.getByText('Draft, not live').waitFor();
    await done.getByRole('link', { name: 'Open the translation of Step-free travel' }).click();

    await tab.getByRole('button', { name: 'Languages: Français shown' }).waitFor();
    await titleField(tab).fill('Voyager sans marches');
    const saved = tab.waitForResponse((response) => response.request().method() === 'PATCH' && response.ok());
    await tab.getByRole('button', { name: 'Save draft' }).click();
    await saved;
    // The screen has it too: nothing is left to be saved, so that nobody is asked whether to leave.
    await tab.getByRole('button', { name: 'Save draft' }).waitFor({ state: 'hidden' });
    await tab.getByRole('button', { name: 'Languages: Français shown' }).click();
    await tab.getByRole('menuitem', { name: /^English/ }).click();
    await tab.getByRole('button', { name: 'Languages: English shown' }).waitFor();
    expect(await titleField(tab).inputValue()).toBe('Step-free travel');

    const { items } = await callApi<{ items: Row[] }>(site, '/pages?locale=fr');
    expect(items.map(({ title }) => title)).toContain('Voyager sans marches');
    expect(faults).toEqual([]);
  });
});
