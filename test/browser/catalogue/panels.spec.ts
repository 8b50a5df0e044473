import type { Browser, Page as Tab } from 'playwright-core';
import { launchBrowser } from '../../support/browser.js';
import { startSite, type RunningSite } from '../../support/running-site.js';
import { callApi, signIn } from '../editor.js';
import { newUuid } from '@pipit/cms';
import { focusedIn } from '../focus.js';
import { choosePart, fieldAt, openPage, readField, saveDraft } from './form.js';
import { CATALOGUE, createPage, seed, type Seed } from './seed.js';

const PANELS = 'catalogue.PanelCatalogue';
const FIELDS = 'catalogue.FieldCatalogue';

describe('the arrangement of a form', () => {
  let browser: Browser;
  let site: RunningSite;
  let seeded: Seed;
  let tab: Tab;

  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), startSite(CATALOGUE)]);
    seeded = await seed(site);
    ({ tab } = await signIn(browser, site));
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  const boxOf = async (pointer: string) => (await fieldAt(tab, pointer).boundingBox())!;

  it('puts fields in rows, groups and beside the form', async () => {
    await openPage(tab, await createPage(site, PANELS, { title: 'Arranged' }, seeded.home));
    await tab.getByRole('complementary', { name: 'Beside the form' }).waitFor();
    const [opens, closes, teaser] = [await boxOf('opens'), await boxOf('closes'), await boxOf('teaser')];
    expect(closes.y).toBe(opens.y);
    expect(closes.x).toBeGreaterThan(opens.x + opens.width);
    expect(teaser.x).toBeGreaterThan(closes.x + closes.width);
    await tab.getByText('What is written here stands on the sign at the gate.').waitFor();
    await tab.getByRole('region', { name: 'Contact' }).getByText('One of the two is enough.').waitFor();
    expect(await fieldAt(tab, 'number').locator('input').count()).toBe(0);
    expect(await fieldAt(tab, 'number').innerText()).toContain('PIPIT-1');

    await tab.setViewportSize({ width: 390, height: 844 });
    const [below, foot] = [await boxOf('teaser'), await boxOf('number')];
    expect(below.y).toBeGreaterThan(foot.y);
    expect(below.x).toBeLessThan(40);
    await tab.setViewportSize({ width: 1440, height: 960 });
  });

  it('counts faults on the parts of the form and unfolds the groups that have some', async () => {
    await openPage(tab, await createPage(site, PANELS, { title: 'Faulty' }, seeded.home));
    expect(await fieldAt(tab, 'imprint').isVisible()).toBe(false);
    await tab
      .getByRole('button', { name: /^Publish/ })
      .first()
      .click();
    await tab.getByRole('tab', { name: 'Essentials 1 error' }).waitFor();
    await tab.getByRole('tab', { name: 'Inside 1 error' }).waitFor();
    await fieldAt(tab, 'imprint').getByRole('alert').waitFor();
    await tab.getByRole('alert').getByRole('button', { name: 'Notes' }).click();
    await fieldAt(tab, 'notes').getByRole('textbox').waitFor();
    await tab.waitForTimeout(300);
    expect(await tab.getByRole('textbox', { name: 'Notes' }).evaluate((box) => box.matches(':focus'))).toBe(true);
  });

  it('shows at the field that its value is taken', async () => {
    const complete = { imprint: 'Moor', notes: 'None' };
    const fields = { title: 'First', reference: 'M-1', ...complete };
    const body = JSON.stringify({ parentId: seeded.home, type: PANELS, fields, publish: true });
    await callApi(site, '/pages', { method: 'POST', body });
    await openPage(tab, await createPage(site, PANELS, { title: 'Second', ...complete }, seeded.home));
    await fieldAt(tab, 'reference').getByRole('textbox').fill('M-1');
    await tab
      .getByRole('button', { name: /^Publish/ })
      .first()
      .click();
    await fieldAt(tab, 'reference').getByRole('alert').waitFor();
  });

  it('makes a row in place and edits it there', async () => {
    const id = await createPage(site, FIELDS, { title: 'In passing' }, seeded.home);
    await openPage(tab, id);
    await choosePart(tab, 'Links');
    const field = fieldAt(tab, 'snippetLink');
    await field.getByRole('button', { name: 'Choose' }).click();
    await tab.getByRole('button', { name: 'New topic' }).click();
    await tab.getByRole('dialog').last().getByRole('textbox', { name: 'Name' }).fill('Wind');
    await tab.getByRole('button', { name: 'Save topic' }).click();
    await field.getByText('Wind').waitFor();

    await field.getByRole('button', { name: 'Edit Wind' }).click();
    await tab.getByRole('dialog').last().getByRole('textbox', { name: 'Name' }).fill('West wind');
    await tab.getByRole('button', { name: 'Save changes' }).last().click();
    await field.getByText('West wind').waitFor();
    await field.getByRole('button', { name: 'Clear' }).click();
    await field.getByRole('button', { name: 'Choose' }).waitFor();
  });

  it('adds a row for each of several images, and sorts rows by the keyboard', async () => {
    const id = await createPage(site, FIELDS, { title: 'Many at once' }, seeded.home);
    await openPage(tab, id);
    await choosePart(tab, 'Rows');
    await tab.getByRole('button', { name: 'Add several images' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByRole('row', { name: 'Heather' }).click();
    await dialog.getByRole('row', { name: 'Lichen' }).click();
    await dialog.getByRole('button', { name: 'Add 2 images' }).click();
    await fieldAt(tab, 'pictures/1/caption').getByRole('textbox').fill('Second');
    await tab.keyboard.press('Alt+ArrowUp');
    await saveDraft(tab);
    const { fields } = await callApi<{ fields: { pictures: { image: number; caption: string }[] } }>(
      site,
      `/pages/${id}`,
    );
    const [heather, lichen] = seeded.images;
    expect(fields.pictures.map(({ image, caption }) => [image, caption])).toEqual([
      [lichen, 'Second'],
      [heather, ''],
    ]);
  });

  it('says while one types what JSON has against its schema, and on which line', async () => {
    await openPage(tab, await createPage(site, FIELDS, { title: 'Soil' }, seeded.home));
    const field = fieldAt(tab, 'soil');
    await field.getByRole('textbox').fill('{\n  "ph": 20\n}');
    await field.getByText('Line 2, ph: At most 14.').waitFor();
    await field.getByRole('textbox').fill('{ "ph": ');
    await field.getByText('This is not JSON yet').waitFor();
  });

  it('is walked through and filled by the keyboard alone', async () => {
    await openPage(tab, await createPage(site, FIELDS, { title: 'By keys' }, seeded.home));
    await choosePart(tab, 'Choices');
    const reached: string[] = [];
    for (let presses = 0; presses < 30 && reached.at(-1) !== '/geoPoint'; presses++) {
      await tab.keyboard.press('Tab');
      const focused = tab.locator('[data-pointer^="/"]:focus-within');
      const pointer = (await focused.count()) ? await focused.last().getAttribute('data-pointer') : null;
      if (pointer === null || pointer === reached.at(-1)) continue;
      reached.push(pointer);
      if (pointer === '/choice') for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await tab.keyboard.press(key);
      if (pointer === '/multipleChoice') await tab.keyboard.press('Space');
    }
    expect(reached).toEqual(['/choice', '/multipleChoice', '/tags', '/colour', '/tint', '/geoPoint']);
    expect(await readField(fieldAt(tab, 'choice'))).toMatch(/Full sun|Shade/);
    expect(await readField(fieldAt(tab, 'multipleChoice'))).toContain('[x] spring');

    await choosePart(tab, 'Links');
    const opener = fieldAt(tab, 'pageLink').getByRole('button', { name: 'Choose a page' });
    await opener.focus();
    await tab.keyboard.press('Enter');
    await tab.getByRole('dialog').getByRole('searchbox').waitFor();
    await tab.keyboard.press('Escape');
    await tab.getByRole('dialog').waitFor({ state: 'detached' });
    await opener.and(tab.locator(':focus')).waitFor();
  });

  it('is walked through by the keyboard: every control has a name and shows when it has the focus', async () => {
    const fields = { title: 'Walked', walks: [{ id: newUuid(), name: 'Round' }], pictures: [{ id: newUuid() }] };
    await openPage(tab, await createPage(site, FIELDS, fields, seeded.home));
    for (const part of ['Text', 'Numbers', 'Choices', 'Links', 'Rows']) {
      await choosePart(tab, part);
      const inPart = tab.locator('[role=tabpanel]:focus-within');
      let stops = 0;
      for (; stops === 0 || (await inPart.count()) > 0; stops += 1) {
        await tab.keyboard.press('Tab');
        const stop = await focusedIn(tab);
        if ((await inPart.count()) > 0)
          expect([part, stop]).toEqual([part, { name: /\S/.exec(stop.name)?.input, isVisible: true }]);
      }
      expect(stops).toBeGreaterThan(7);
    }
  }, 90_000);
});
