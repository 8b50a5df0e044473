import pg from 'pg';
import type { Browser, Page as Tab } from 'playwright-core';
import { launchBrowser } from '../../support/browser.js';
import { startSite, type RunningSite, type SiteRecipe } from '../../support/running-site.js';
import { fieldAt, choosePart, openPage, publish, saveDraft } from '../catalogue/form.js';
import { callApi, signIn } from '../editor.js';

/** A site with the newsletter and two readers. */
const PLUGGED: SiteRecipe = {
  name: 'plugged_site',
  project: 'test/sites/plugged/index.js',
  fill: [
    ['newsletter:subscribe', 'bo@example.org'],
    ['newsletter:subscribe', 'cy@example.org'],
  ],
};

describe('a plugin in the editor', () => {
  let browser: Browser;
  let site: RunningSite;
  let tab: Tab;
  let faults: string[];
  let issue: number;

  const create = async (type: string, fields: object, parentId: number, live: boolean): Promise<number> => {
    const body = JSON.stringify({ parentId, type, fields, publish: live });
    return (await callApi<{ id: number }>(site, '/pages', { method: 'POST', body })).id;
  };
  const read = () => callApi<{ fields: { slot: unknown; body: string } }>(site, `/pages/${issue}`);

  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), startSite(PLUGGED)]);
    const home = await create('plugged.StartPage', { title: 'Start', slug: 'start' }, 1, true);
    const client = new pg.Client({ connectionString: site.databaseUrl });
    await client.connect();
    await client.query(
      `INSERT INTO site (uuid, hostname, port, name, root_page_id, is_default)
       VALUES (gen_random_uuid(), 'localhost', 80, 'Plugged', $1, true)`,
      [home],
    );
    await client.end();
    issue = await create('newsletter.Issue', { title: 'April', subject: 'Sow now' }, home, false);
    ({ tab, faults } = await signIn(browser, site));
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  it('has a control for its kind of field, which fills, saves and reopens', async () => {
    await openPage(tab, issue);
    await choosePart(tab, 'Sending');
    const slot = fieldAt(tab, 'slot');
    await slot.getByRole('combobox', { name: 'Day' }).click();
    await tab.getByRole('option', { name: 'Wednesday' }).click();
    await slot.getByLabel('Hour').fill('17');
    await saveDraft(tab);
    expect((await read()).fields.slot).toEqual({ day: 'wed', hour: 17 });
    await openPage(tab, issue);
    await choosePart(tab, 'Sending');
    expect(await slot.getByRole('combobox', { name: 'Day' }).inputValue()).toBe('Wednesday');
    expect(await slot.getByLabel('Hour').inputValue()).toBe('17:00');
  }, 60_000);

  it('has a panel, which sees the values around it and the plugin’s own route', async () => {
    await tab.getByText('“Sow now” goes to 2 readers.').waitFor();
  });

  it('has features, links and embeds in rich text, stored as the plugin says', async () => {
    await choosePart(tab, 'Content');
    const text = fieldAt(tab, 'body').locator('[contenteditable="true"]').first();
    await text.click();
    await tab.keyboard.type('Bright');
    await tab.keyboard.press('Shift+Home');
    await tab.keyboard.press('Control+Shift+h');
    await tab.keyboard.press('End');
    await tab.keyboard.press('Enter');
    await tab.keyboard.type('/form to subscribe');
    await tab.getByRole('listbox', { name: 'Insert' }).waitFor();
    await tab.keyboard.press('Enter');
    await tab.getByLabel('Words on the button').fill('Join in');
    await tab.getByRole('button', { name: 'Insert', exact: true }).click();
    await tab.getByText('Form to subscribe: “Join in”').waitFor();
    await saveDraft(tab);
    const { body } = (await read()).fields;
    expect(body).toContain('<mark>Bright</mark>');
    expect(body).toMatch(/<embed [^>]*embedtype="subscribe"[^>]*>/);
    expect(body).toContain('label="Join in"');
  }, 60_000);

  it('is published like everything else', async () => {
    await publish(tab);
    const live = await fetch(`${site.origin}/api/v2/pages/${issue}/`);
    expect(await live.json()).toMatchObject({ slot: { day: 'wed', hour: 17 } });
  }, 60_000);

  it('has a screen of its own, with a place in the rail', async () => {
    await tab.getByRole('link', { name: 'Newsletter', exact: true }).first().click();
    await tab.waitForURL('**/editor/x/newsletter');
    await tab.getByText('2 readers', { exact: true }).waitFor();
    if (process.env['PIPIT_SHOTS']) {
      await tab.screenshot({ path: `${process.env['PIPIT_SHOTS']}/screen.png` });
      await openPage(tab, issue);
      await choosePart(tab, 'Sending');
      await tab.getByText('goes to 2 readers').waitFor();
      await tab.screenshot({ path: `${process.env['PIPIT_SHOTS']}/sending.png` });
      await choosePart(tab, 'Content');
      await tab.screenshot({ path: `${process.env['PIPIT_SHOTS']}/content.png` });
    }
    expect(faults).toEqual([]);
  }, 60_000);
});
