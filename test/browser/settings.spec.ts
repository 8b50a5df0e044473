import type { Browser, Page as Tab } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import type { RunningSite } from '../support/running-site.js';
import { callApi, signIn } from './editor.js';
import { startReadingRoom } from './reading-room.js';

interface Values {
  version: number;
  fields: Record<string, unknown>;
}

describe('settings', () => {
  let browser: Browser;
  let site: RunningSite;
  let tab: Tab;
  let faults: string[];
  let ids: { main: number; harbour: number };

  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), startReadingRoom()]);
    const { items } = await callApi<{ items: { id: number; name: string }[] }>(site, '/sites');
    const idOf = (name: string): number => items.find((item) => item.name === name)?.id ?? 0;
    ids = { main: idOf('Main library'), harbour: idOf('Harbour branch') };
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

  const values = (type: string, of: number): Promise<Values> =>
    callApi<Values>(site, `/settings/reading.${type}?site=${of}`);
  const saved = () =>
    tab
      .getByText(/^Saved \d\d:\d\d/)
      .locator('visible=true')
      .waitFor();

  it('are listed beside one’s own', async () => {
    await tab.getByRole('link', { name: 'Settings' }).first().click();
    const list = tab.getByRole('list', { name: 'Settings of the site' });
    await list.getByRole('link', { name: /Lending/ }).waitFor();
    await tab
      .getByRole('list', { name: 'Your own settings' })
      .getByRole('link', { name: /Your account/ })
      .waitFor();
    await list.getByRole('link', { name: /Opening hours/ }).click();
    await tab.getByRole('heading', { name: 'Opening hours', level: 1 }).waitFor();
  });

  it('have values of their own for each site', async () => {
    await tab.goto('/editor/settings/reading.Opening');
    await tab.getByLabel('Weekdays').fill('10 to 6');
    await tab.getByRole('button', { name: 'Save 1 change' }).click();
    await saved();
    await tab.getByRole('combobox', { name: 'Site' }).click();
    await tab.getByRole('option', { name: 'Harbour branch' }).click();
    await tab.waitForURL(`**/settings/reading.Opening?site=${ids.harbour}`);
    await tab.getByText('Nothing has happened yet.').waitFor();
    await tab.getByLabel('Weekdays').fill('Noon to 8');
    await tab.keyboard.press('Control+s');
    await saved();
    expect((await values('Opening', ids.main)).fields).toMatchObject({ weekdays: '10 to 6' });
    expect((await values('Opening', ids.harbour)).fields).toMatchObject({ weekdays: 'Noon to 8' });
  });

  it('tell who changed what', async () => {
    await tab.goto(`/editor/settings/reading.Opening?site=${ids.main}`);
    const history = tab.getByRole('complementary', { name: 'History' });
    await history.getByText('Weekdays').waitFor();
    await history.getByText(/^You, /).waitFor();
  });

  it('show what is wrong at its field, and lose nothing', async () => {
    await tab.goto('/editor/settings/reading.Lending');
    await tab.getByLabel('Days').fill('99');
    await tab.getByRole('button', { name: 'Save 1 change' }).click();
    await tab.getByRole('alert').getByRole('button', { name: 'Days' }).waitFor();
    expect(await tab.getByLabel('Days').inputValue()).toBe('99');
    await tab.getByLabel('Days').fill('21');
    await tab.getByRole('button', { name: 'Save 1 change' }).click();
    await saved();
  });

  it('are put together when somebody else saved in between', async () => {
    await tab.goto(`/editor/settings/reading.Opening?site=${ids.main}`);
    await tab.getByLabel('Weekdays').fill('11 to 7');
    const { version } = await values('Opening', ids.main);
    await callApi(site, `/settings/reading.Opening?site=${ids.main}`, {
      method: 'PATCH',
      body: JSON.stringify({ baseVersion: version, fields: { closedOnSunday: true } }),
    });
    await tab.getByRole('button', { name: 'Save 1 change' }).click();
    await saved();
    expect((await values('Opening', ids.main)).fields).toMatchObject({ weekdays: '11 to 7', closedOnSunday: true });
  });
});
