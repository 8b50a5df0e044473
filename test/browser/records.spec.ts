import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page as Tab } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { scratchFolder, type RunningSite } from '../support/running-site.js';
import { callApi, signIn } from './editor.js';
import { fillAuthors, makeRow, run, startReadingRoom, untilTitles } from './reading-room.js';

interface Row {
  id: number;
  title: string;
  state: string | null;
  fields: Record<string, unknown>;
}
const authors = [
  { name: 'Hamsun', country: 'no', awards: 3, living: false, born: '1859-08-04' },
  { name: 'Fosse', country: 'no', awards: 9, living: true, born: '1959-09-29' },
  { name: 'Frisch', country: 'ch', awards: 5, living: false, born: '1911-05-15' },
  { name: 'Pessoa', country: 'pt', awards: 0, living: false, born: '1888-06-13' },
];

describe('lists and forms of what has no place in the tree', () => {
  let browser: Browser;
  let site: RunningSite;
  let tab: Tab;
  let faults: string[];

  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), startReadingRoom()]);
    for (const fields of authors) await makeRow(site, 'Author', fields);
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

  const open = (address: string) => tab.goto(`/editor/records/${address}`);
  const search = (): string => new URL(tab.url()).search;
  const saved = () =>
    tab
      .getByText(/^Saved \d\d:\d\d/)
      .locator('visible=true')
      .waitFor();

  it('places every type in the side column, by its category', async () => {
    await tab.getByRole('link', { name: 'Content', exact: true }).first().click();
    const side = tab.getByRole('complementary', { name: 'Content' });
    await side.getByRole('group', { name: 'Snippets' }).getByRole('link', { name: 'Authors' }).waitFor();
    await side.getByRole('group', { name: 'Records' }).getByRole('link', { name: 'Members' }).click();
    await tab.getByRole('heading', { name: 'Members', level: 1 }).waitFor();
    expect(await tab.title()).toBe('Members · Pipit');
  });

  it('creates a row, saves it, and shows it again with its history', async () => {
    await open('reading.Author');
    await tab.getByRole('link', { name: 'Add author' }).click();
    await tab.getByLabel('Name').fill('Duun');
    await tab.getByLabel('Awards').fill('2');
    await tab.getByRole('button', { name: 'Save author' }).click();
    await tab.waitForURL(/\/records\/reading\.Author\/\d+$/);
    await tab.getByLabel('Awards').fill('4');
    await tab.keyboard.press('Control+s');
    await saved();
    await tab.reload();
    await tab.getByLabel('Name').waitFor();
    expect(await tab.getByLabel('Awards').inputValue()).toBe('4');
    const history = tab.getByRole('complementary', { name: 'History' });
    await history.getByText('Author created').waitFor();
    expect(await history.getByRole('listitem').count()).toBe(2);
    await history
      .getByText(/^You, /)
      .first()
      .waitFor();
  });

  it('orders by a column’s head, says so, and “back” undoes it', async () => {
    await open('reading.Author');
    await untilTitles(tab, ['Duun', 'Fosse', 'Frisch', 'Hamsun', 'Pessoa']);
    await tab.getByRole('button', { name: 'Awards', exact: true }).click();
    await untilTitles(tab, ['Pessoa', 'Hamsun', 'Duun', 'Frisch', 'Fosse']);
    await tab.getByRole('button', { name: 'Awards', exact: true }).click();
    await untilTitles(tab, ['Fosse', 'Frisch', 'Duun', 'Hamsun', 'Pessoa']);
    await tab.getByRole('columnheader', { name: 'Awards' }).and(tab.locator('[aria-sort="descending"]')).waitFor();
    expect(search()).toBe('?order=-awards');
    await tab.goBack();
    await tab.goBack();
    await untilTitles(tab, ['Duun', 'Fosse', 'Frisch', 'Hamsun', 'Pessoa']);
  });

  it('filters by choices, numbers, days, and yes or no, all of it in the address', async () => {
    await open('reading.Author');
    await tab.getByRole('button', { name: 'Filter by Country' }).click();
    await tab.getByRole('checkbox', { name: 'Norway' }).check();
    await tab.getByRole('checkbox', { name: 'Portugal' }).check();
    await untilTitles(tab, ['Fosse', 'Hamsun', 'Pessoa']);
    await tab.keyboard.press('Escape');
    await tab.getByRole('button', { name: 'Filter by Awards' }).click();
    const awards = tab.getByRole('dialog', { name: 'Awards' });
    await awards.getByLabel('From').fill('1');
    await awards.getByLabel('From').press('Enter');
    await untilTitles(tab, ['Fosse', 'Hamsun']);
    await tab.getByRole('button', { name: 'Filter by Born' }).click();
    const born = tab.getByRole('dialog', { name: 'Born' });
    await born.getByLabel('To').fill('1900-01-01');
    await born.getByRole('button', { name: 'Show these' }).click();
    await untilTitles(tab, ['Hamsun']);
    const shared = tab.url();
    await open('reading.Author?filter.living=true');
    await untilTitles(tab, ['Fosse']);
    await tab.goto(shared);
    await untilTitles(tab, ['Hamsun']);
    await tab.getByRole('button', { name: /^Country: Norway, Portugal\./ }).waitFor();
    await tab.getByRole('button', { name: 'Clear filters' }).click();
    await untilTitles(tab, ['Duun', 'Fosse', 'Frisch', 'Hamsun', 'Pessoa']);
  });

  it('finds words, and says when there is nothing', async () => {
    await open('reading.Author');
    await tab.getByLabel('Find in authors').fill('fri');
    await untilTitles(tab, ['Frisch']);
    expect(search()).toBe('?q=fri');
    await tab.getByLabel('Find in authors').fill('nobody');
    await tab.getByText('None of the authors has “nobody” in it.').waitFor();
    await tab.getByRole('button', { name: 'Show all authors' }).click();
    await untilTitles(tab, ['Duun', 'Fosse', 'Frisch', 'Hamsun', 'Pessoa']);
  });

  it('remembers which columns a person looks at', async () => {
    await open('reading.Author');
    await tab.getByRole('button', { name: 'Columns' }).click();
    await tab.getByRole('menuitemcheckbox', { name: 'Born' }).click();
    await tab.reload();
    await tab.getByRole('columnheader', { name: 'Country' }).waitFor();
    expect(await tab.getByRole('columnheader', { name: 'Born' }).count()).toBe(0);
  });

  it('exports what the filters let through', async () => {
    await open('reading.Author?filter.country=no');
    await untilTitles(tab, ['Fosse', 'Hamsun']);
    await tab.getByRole('button', { name: 'Export and import' }).click();
    const coming = tab.waitForEvent('download');
    await tab.getByRole('menuitem', { name: 'As CSV' }).click();
    const text = await readFile(await (await coming).path(), 'utf8');
    expect(text).toContain('Fosse');
    expect(text).toContain('Hamsun');
    expect(text).not.toContain('Frisch');
  });

  it('tries a file before it imports it, and names row and field of each fault', async () => {
    const file = path.join(scratchFolder(), 'authors.csv');
    await open('reading.Author');
    await tab.getByRole('button', { name: 'Export and import' }).click();
    await tab.getByRole('menuitem', { name: 'Import a file' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Import authors' });
    const doImport = dialog.getByRole('button', { name: /^Import/ });
    await writeFile(file, 'name,country,awards\nUndset,no,7\nSkram,no,many\n');
    await dialog.locator('input[type=file]').setInputFiles(file);
    const fault = dialog.getByRole('row').filter({ hasText: 'Awards' });
    await fault.getByRole('cell', { name: '3', exact: true }).waitFor();
    expect(await doImport.isDisabled()).toBe(true);
    await writeFile(file, 'name,country,awards\nUndset,no,7\nSkram,no,1\n');
    await dialog.locator('input[type=file]').setInputFiles(file);
    await dialog.getByText('The file fits: 2 new.').waitFor();
    await dialog.getByRole('button', { name: 'Import 2 entries' }).click();
    await untilTitles(tab, ['Duun', 'Fosse', 'Frisch', 'Hamsun', 'Pessoa', 'Skram', 'Undset']);
  });

  it('sets one field of many rows', async () => {
    await open('reading.Author?q=u');
    await untilTitles(tab, ['Duun', 'Hamsun', 'Undset']);
    await tab.getByLabel('Select all').check();
    await tab.getByRole('button', { name: 'Edit', exact: true }).click();
    const dialog = tab.getByRole('dialog', { name: 'Edit 3 entries?' });
    await dialog.getByLabel('Which field').click();
    await tab.getByRole('option', { name: 'Awards' }).click();
    await dialog.getByRole('textbox', { name: 'Awards' }).fill('11');
    await dialog.getByRole('button', { name: 'Edit', exact: true }).click();
    await tab.getByText('3 entries done.').waitFor();
    await tab.getByRole('button', { name: 'Close' }).last().click();
    await open('reading.Author?filter.awards=11');
    await untilTitles(tab, ['Duun', 'Hamsun', 'Undset']);
  });

  it('deletes many rows, and says which are still used', async () => {
    const { id } = await makeRow<Row>(site, 'Agency', { name: 'Nord' });
    await makeRow(site, 'Agency', { name: 'Tejo' });
    await makeRow(site, 'Author', { name: 'Ørstavik', agency: id });
    await open('reading.Agency');
    await untilTitles(tab, ['Nord', 'Tejo']);
    await tab.getByLabel('Select all').check();
    await tab.getByRole('region', { name: 'Selected entries' }).getByRole('button', { name: 'Delete' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await dialog.getByText('1 entry done, 1 refused.').waitFor();
    await dialog.getByRole('listitem').filter({ hasText: 'Nord' }).waitFor();
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await untilTitles(tab, ['Nord']);
    await open(`reading.Agency/${id}`);
    await tab.getByRole('button', { name: 'Used in' }).click();
    await tab
      .getByRole('complementary', { name: 'Used in' })
      .getByRole('link', { name: /Ørstavik/ })
      .waitFor();
    await tab.getByRole('button', { name: 'History' }).click();
  });

  it('chooses all that match, beyond those that are loaded', async () => {
    await fillAuthors(site, 60);
    await open('reading.Author?q=Zz');
    await tab.getByText('60 entries fit').waitFor();
    await tab.getByLabel('Select all').check();
    await tab.getByRole('button', { name: 'Select all 60' }).click();
    await tab.getByRole('region', { name: 'Selected entries' }).getByRole('button', { name: 'Delete' }).click();
    await tab.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await tab.getByText('60 entries done.').waitFor();
    await tab.getByRole('button', { name: 'Close' }).last().click();
    await tab.getByText('None of the authors has “Zz” in it.').waitFor();
  });

  it('writes a draft, publishes it, takes an older version back, and takes it offline', async () => {
    await open('reading.Notice/new');
    await tab.getByPlaceholder('Title', { exact: true }).or(tab.getByLabel('Title')).first().fill('Closed on Friday');
    await tab.getByRole('button', { name: 'Save draft' }).first().click();
    await tab.waitForURL(/reading\.Notice\/\d+$/);
    const id = Number(tab.url().split('/').pop());
    const row = () => callApi<Row>(site, `/records/reading.Notice/${id}`);
    expect((await row()).state).toBe('draft');
    await tab.getByRole('button', { name: 'Publish notice' }).click();
    await tab.getByRole('alert').getByRole('button', { name: 'Wording' }).waitFor();
    await tab.getByLabel('Wording').fill('Until noon');
    await tab.getByRole('button', { name: 'Publish notice' }).click();
    await tab.getByText('Everything is live').waitFor();
    await tab.getByLabel('Wording').fill('All day');
    await tab.keyboard.press('Control+s');
    await saved();
    expect((await row()).state).toBe('live+draft');
    const history = tab.getByRole('complementary', { name: 'History' });
    await history.getByText('Went live').waitFor();
    // The save of a moment ago has to be in the list, or the first version of it is another.
    await history
      .getByRole('button', { name: /^Look at the version/ })
      .nth(1)
      .waitFor();
    await history
      .getByRole('button', { name: /^Look at the version/ })
      .first()
      .click();
    const sheet = tab.getByRole('dialog', { name: /^Version of/ });
    await sheet.getByRole('button', { name: 'Restore this version' }).click();
    await sheet.waitFor({ state: 'hidden' });
    expect((await row()).fields).toMatchObject({ wording: 'Until noon' });
    await tab.getByRole('button', { name: 'More ways to publish' }).click();
    await tab.getByRole('menuitem', { name: 'Take offline' }).click();
    await tab.getByRole('dialog').getByRole('button', { name: 'Take offline' }).click();
    await tab.getByRole('button', { name: 'Publish notice' }).waitFor();
    expect((await row()).state).toBe('draft');
  });

  it('plans when a row goes live, locks it for others, and only shows what others locked', async () => {
    const { id } = await makeRow<Row>(site, 'Notice', { title: 'Summer hours', wording: 'From ten' });
    await open(`reading.Notice/${id}`);
    await tab.getByLabel('Wording').fill('From eleven');
    await tab.getByRole('button', { name: 'More ways to publish' }).click();
    await tab.getByRole('menuitem', { name: 'Publish at a time' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Plan “Summer hours”' });
    await dialog.getByLabel('Go live at a time').check();
    await dialog.getByLabel('On the clocks of').fill('Europe/Berlin');
    await tab.getByRole('option', { name: 'Europe/Berlin' }).click();
    await dialog.getByLabel('Goes live').fill('2035-07-01T09:00');
    await dialog.getByRole('button', { name: 'Save plan' }).click();
    await tab.getByText(/Goes live Sun 1 Jul 2035, 09:00/).first().waitFor(); // prettier-ignore
    await tab.getByRole('button', { name: 'More ways to publish' }).click();
    await tab.getByRole('menuitem', { name: 'Change the plan' }).click();
    await dialog.getByLabel('Go live at a time').uncheck();
    await dialog.getByRole('button', { name: 'Save plan' }).click();
    await tab.getByText('The plan is called off.').waitFor();

    await tab.getByRole('button', { name: 'More', exact: true }).click();
    await tab.getByRole('menuitem', { name: 'Lock for others' }).click();
    await tab.getByText('Locked by you').waitFor();
    await run(site, `UPDATE subject_lock SET locked_by_id = NULL WHERE subject_id = ${id}`);
    await tab.reload();
    await tab.getByText('You can read it, and not change it.').waitFor();
    expect(await tab.getByLabel('Wording').isEditable()).toBe(false);
    expect(await tab.getByRole('button', { name: 'Publish notice' }).count()).toBe(0);
    await tab.getByRole('button', { name: 'Unlock' }).click();
    await tab.getByRole('button', { name: 'Publish notice' }).waitFor();
    expect(await tab.getByLabel('Wording').isEditable()).toBe(true);
  });

  it('joins what somebody else saved in between with one’s own changes', async () => {
    const { id } = await makeRow<Row>(site, 'Author', { name: 'Vesaas', awards: 1 });
    await open(`reading.Author/${id}`);
    await tab.getByLabel('Awards').fill('2');
    const now = await callApi<Row & { version: number }>(site, `/records/reading.Author/${id}`);
    await callApi(site, `/records/reading.Author/${id}`, {
      method: 'PATCH',
      body: JSON.stringify({ baseVersion: now.version, fields: { about: 'The birds' } }),
    });
    await tab.getByRole('button', { name: 'Save 1 change' }).click();
    await saved();
    expect(await tab.getByLabel('About').inputValue()).toBe('The birds');
    expect((await callApi<Row>(site, `/records/reading.Author/${id}`)).fields).toMatchObject({
      awards: 2,
      about: 'The birds',
    });
  });

  it('asks before unsaved work is left, and keeps it on the device', async () => {
    await open('reading.Author');
    await tab.getByRole('link', { name: 'Fosse' }).click();
    await tab.getByLabel('About').fill('Melancholy');
    await tab.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('link', { name: 'Authors' }).click();
    await tab.getByRole('button', { name: 'Leave without saving' }).click();
    await tab.getByRole('link', { name: 'Fosse' }).click();
    await tab.getByText('Nothing was lost.').waitFor();
    expect(await tab.getByLabel('About').inputValue()).toBe('Melancholy');
    await tab.getByRole('button', { name: 'Discard it' }).click();
  });

  it('manages a plain entity, with keys that are text', async () => {
    await open('reading.Member');
    await tab.getByRole('link', { name: 'Add member' }).first().click();
    await tab.getByLabel('Name').fill('Mila');
    await tab.getByRole('button', { name: 'Save member' }).click();
    await tab.waitForURL(/reading\.Member\/[0-9a-f-]{36}$/);
    await tab.getByLabel('Loans').fill('2');
    await tab.getByRole('button', { name: 'Save 1 change' }).click();
    await saved();
    await tab.getByRole('button', { name: 'More' }).click();
    await tab.getByRole('menuitem', { name: 'Delete member' }).click();
    await tab.getByRole('dialog').getByRole('button', { name: 'Delete member' }).click();
    await tab.getByText('No members yet.').waitFor();
  });

  it('is found from the palette: types by their name, rows by their words', async () => {
    await open('reading.Author');
    await tab.getByRole('link', { name: 'Pessoa' }).waitFor();
    await tab.keyboard.press('Control+k');
    await tab.getByRole('combobox', { name: 'Search or jump to' }).fill('notic');
    await tab.getByRole('option', { name: /^Notices/ }).waitFor();
    await tab.getByRole('combobox', { name: 'Search or jump to' }).fill('pessoa');
    await tab.getByRole('option', { name: /^Pessoa/ }).waitFor();
    await tab.keyboard.press('Enter');
    await tab.waitForURL(/reading\.Author\/\d+$/);
  });

  it('can be worked by the keyboard alone', async () => {
    await open('reading.Author?q=fosse');
    await untilTitles(tab, ['Fosse']);
    await tab.getByRole('button', { name: 'Filter by Living' }).focus();
    await tab.keyboard.press('Enter');
    await tab.getByRole('radio', { name: 'Either' }).focus();
    await tab.keyboard.press('ArrowDown');
    await tab.getByRole('button', { name: /^Living: Yes/ }).waitFor();
    await tab.keyboard.press('Escape');
    await tab.getByRole('checkbox', { name: 'Select Fosse' }).focus();
    await tab.keyboard.press('Space');
    await tab.getByText('1 selected').waitFor();
    await tab.getByRole('link', { name: 'Fosse' }).focus();
    await tab.keyboard.press('Enter');
    await tab.getByLabel('Name').waitFor();
  });

  it('is a list of cards on a phone, with nothing cut off', async () => {
    await tab.setViewportSize({ width: 390, height: 844 });
    await open('reading.Author');
    await tab.getByRole('link', { name: 'Frisch' }).waitFor();
    const wide = await tab.evaluate<number>('document.documentElement.scrollWidth');
    expect(wide).toBeLessThanOrEqual(390);
    for (const place of ['Settings', 'Content'])
      await tab.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place }).click();
    await tab.waitForURL(/\/records$/);
    await tab.setViewportSize({ width: 1440, height: 960 });
  });

  it('keeps the addresses lists had before', async () => {
    await tab.goto('/editor/snippets/reading.Author');
    await tab.waitForURL(/\/records\/reading\.Author$/);
    await tab.getByRole('table').waitFor();
  });
});
