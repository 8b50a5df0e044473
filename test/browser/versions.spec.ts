import type { Browser, Page as Tab } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { startSite, DEMO, type RunningSite } from '../support/running-site.js';
import { callApi, signIn, titleField } from './editor.js';

/** What a browser would run if anybody took it for markup. */
const MARKUP = `"><img src=x onerror=alert(1)><svg/onload=alert(2)></title><script>alert(3)</script>`;

describe('versions of a page in the editor', () => {
  let site: RunningSite;
  let browser: Browser;
  beforeAll(async () => {
    [site, browser] = await Promise.all([startSite(DEMO), launchBrowser()]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  interface Known {
    id: number;
    revisionId: number;
    fields: Record<string, unknown>;
  }
  const get = (id: number): Promise<Known> => callApi<Known>(site, `/pages/${id}`);
  const elsewhere = async (id: number, fields: object): Promise<Known> => {
    const { revisionId } = await get(id);
    return callApi<Known>(site, `/pages/${id}`, {
      method: 'PATCH',
      body: JSON.stringify({ baseRevisionId: revisionId, fields }),
    });
  };
  const aPage = async (fields: object): Promise<Known> => {
    const { items } = await callApi<{ items: { id: number }[] }>(site, '/pages?parent=root&limit=1');
    const body = { parentId: items[0]!.id, type: 'demo.StandardPage', fields };
    return callApi<Known>(site, '/pages', { method: 'POST', body: JSON.stringify(body) });
  };
  const edit = async (tab: Tab, id: number): Promise<void> => {
    await tab.goto(`/editor/pages/${id}/edit`);
    await titleField(tab).waitFor();
  };

  it('unsaved work goes on elsewhere, others’ changes join it, and where they collide somebody chooses', async () => {
    const page = await aPage({ title: 'High water', intro: 'The sea is calm.' });
    const one = await signIn(browser, site);
    await edit(one.tab, page.id);
    await titleField(one.tab).fill('High water at noon');
    await one.tab.getByText('1 change kept, not saved').waitFor();

    const other = await signIn(browser, site);
    const { tab } = other;
    await edit(tab, page.id);
    await tab.getByText('You have unsaved changes from another device').waitFor();
    expect(await titleField(tab).inputValue()).toBe('High water');
    await tab.getByRole('button', { name: 'Continue with them' }).click();
    expect(await titleField(tab).inputValue()).toBe('High water at noon');

    await elsewhere(page.id, { intro: 'The sea is rough.' });
    await tab.keyboard.press('Control+s');
    await tab.getByText(/changes? to Intro are in it too/i).waitFor();
    expect((await get(page.id)).fields).toMatchObject({ title: 'High water at noon', intro: 'The sea is rough.' });

    await titleField(tab).fill('High water at one');
    await elsewhere(page.id, { title: 'High water at two', seoTitle: 'Tides' });
    await tab.keyboard.press('Control+s');
    const dialog = tab.getByRole('dialog');
    await dialog.getByText('Everything else fits together.').waitFor();
    expect(await dialog.locator('ins').allTextContents()).toEqual(['one', 'two']);
    const joined = dialog.getByRole('textbox', { name: 'Title, both' });
    expect(await joined.inputValue()).toBe('High water at one two');
    await joined.fill('High water at one or two');
    await dialog.getByRole('button', { name: 'Save the joined version' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await titleField(tab).inputValue()).toBe('High water at one or two');
    expect((await get(page.id)).fields).toMatchObject({ title: 'High water at one or two', seoTitle: 'Tides' });
    expect([...one.faults, ...other.faults]).toEqual([]);
    await Promise.all([one.tab.context().close(), tab.context().close()]);
  });

  it('two versions are compared, named, and one field comes back', async () => {
    const page = await aPage({ title: `Ferry ${MARKUP}`, intro: 'It sails at eight.' });
    await elsewhere(page.id, { title: `The ferry ${MARKUP}`, intro: 'It sails at nine.' });
    const { tab, faults } = await signIn(browser, site);
    await tab.goto(`/editor/pages/${page.id}/history`);
    const what = tab.getByRole('region', { name: 'What differs' });
    await what.getByText('2 fields differ').waitFor();
    expect(await what.locator('del').allTextContents()).toEqual(['Ferry', 'eight']);
    await tab
      .getByRole('button', { name: /^Name the version/ })
      .last()
      .click();
    await tab.getByLabel('Name of the version').fill(`Before the season ${MARKUP}`);
    await tab.getByRole('button', { name: 'Keep this name' }).click();
    await tab.getByRole('complementary', { name: 'Versions' }).getByText('Before the season').waitFor();
    await what.getByRole('button', { name: 'Restore this field' }).last().click();
    await tab.getByText('The field is restored in a new draft.').waitFor();
    expect((await get(page.id)).fields).toMatchObject({ title: `The ferry ${MARKUP}`, intro: 'It sails at eight.' });
    // Words are words wherever they are shown: in what differs, in names of versions, in the log (E06).
    const markup = tab.locator('[onerror], [onload], script:not([src]):not([nonce]):not([type])');
    expect(await markup.count()).toBe(0);
    await tab.goto('/editor/reports/audit');
    await tab
      .getByText(/The ferry "><img/)
      .first()
      .waitFor();
    expect(await markup.count()).toBe(0);
    expect(faults).toEqual([]);
    await tab.context().close();
  });
});
