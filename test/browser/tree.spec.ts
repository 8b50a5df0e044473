import type { Browser, Page as Tab } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { DEMO, startSite, type RunningSite } from '../support/running-site.js';
import { callApi, signIn } from './editor.js';

interface Row {
  id: number;
  title: string;
  parentId: number;
  childCount: number;
}

describe('the page tree in the editor', () => {
  let browser: Browser;
  let site: RunningSite;

  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), startSite(DEMO)]);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  const pages = async (query: string): Promise<Row[]> =>
    (await callApi<{ items: Row[] }>(site, `/pages?${query}`)).items;
  const titles = async (parent: number): Promise<string[]> =>
    (await pages(`parent=${parent}&order=tree&limit=200`)).map(({ title }) => title);
  const add = (parentId: number, title: string): Promise<Row> =>
    callApi(site, '/pages', {
      method: 'POST',
      body: JSON.stringify({ parentId, type: 'demo.StandardPage', fields: { title } }),
    });
  const menuOf = async (tab: Tab, title: string, item: string): Promise<void> => {
    await tab
      .getByRole('row')
      .getByRole('button', { name: `Actions for ${title}` })
      .click();
    await tab.getByRole('menuitem', { name: item }).click();
  };

  it('copies, mirrors, moves and orders pages', async () => {
    const [home] = await pages('type=demo.HomePage&locale=en&limit=1');
    const section = await add(home!.id, 'Workshop');
    const other = await add(home!.id, 'Shed');
    for (const title of ['Saw', 'Hammer', 'Anvil']) await add(section.id, title);
    const { tab, faults } = await signIn(browser, site);
    const dialog = tab.getByRole('dialog');
    const find = async (title: string): Promise<void> => {
      await dialog.getByLabel('Find a page').fill(title);
      await dialog.getByRole('list').getByText(title, { exact: true }).first().click();
    };

    await tab.goto(`/editor/pages/${section.id}`);
    await menuOf(tab, 'Saw', 'Copy or mirror');
    await dialog.getByLabel('Title').fill('Fretsaw');
    await dialog.getByLabel('Address').fill('fret saw');
    await dialog.getByRole('button', { name: 'Copy to “Workshop”' }).click();
    await tab.getByText('“Fretsaw” was copied to “Workshop”.').waitFor();
    expect(await titles(section.id)).toEqual(['Saw', 'Hammer', 'Anvil', 'Fretsaw']);

    await menuOf(tab, 'Hammer', 'Copy or mirror');
    await dialog.getByRole('radio', { name: 'A mirror' }).click();
    await find('Shed');
    await dialog.getByRole('button', { name: 'Mirror to “Shed”' }).click();
    await tab.getByText('“Hammer” is mirrored below “Shed”.').waitFor();
    await tab.goto(`/editor/pages/${other.id}`);
    await tab.getByText('Mirror', { exact: true }).waitFor();
    await tab.getByRole('row').getByRole('link', { name: 'Hammer' }).click();
    await tab.getByText('This page mirrors “Hammer”.').waitFor();
    await tab.getByRole('button', { name: 'Make it a page of its own' }).click();
    await dialog.getByRole('button', { name: 'Make it a page of its own' }).click();
    await tab.getByText('“Hammer” is a page of its own now.').waitFor();
    await tab.getByRole('region', { name: 'Publishing' }).waitFor();

    await tab.goto(`/editor/pages/${section.id}`);
    await tab.getByRole('button', { name: 'Move Anvil: arrow up or down' }).press('ArrowUp');
    await tab.getByText('“Anvil” stands elsewhere').waitFor();
    expect(await titles(section.id)).toEqual(['Saw', 'Anvil', 'Hammer', 'Fretsaw']);
    await tab
      .getByRole('button', { name: 'Move Fretsaw: arrow up or down' })
      .dragTo(tab.getByRole('table').getByRole('row').nth(1), { targetPosition: { x: 200, y: 4 } });
    await expectSoon(() => titles(section.id), ['Fretsaw', 'Saw', 'Anvil', 'Hammer']);
    await tab.getByRole('button', { name: 'Sort: Menu order' }).click();
    await tab.getByRole('menu').getByText('Title, A to Z').click();
    await tab.getByRole('button', { name: 'Sort: Title, A to Z' }).click();
    await tab.getByRole('menuitem', { name: 'Keep this order on the site' }).click();
    await tab.getByText('The pages below “Workshop” stand in this order now.').waitFor();
    expect(await titles(section.id)).toEqual(['Anvil', 'Fretsaw', 'Hammer', 'Saw']);

    await menuOf(tab, 'Fretsaw', 'Move to another place');
    await find('Workshop');
    await dialog.getByRole('status').getByText('It stands here.').waitFor();
    await find('Shed');
    await dialog.getByRole('button', { name: 'Move to “Shed”' }).click();
    await tab.getByText('“Fretsaw” moved to “Shed”.').waitFor();
    expect(await titles(other.id)).toEqual(['Hammer', 'Fretsaw']);
    await tab.getByRole('button', { name: 'Undo' }).last().click();
    await expectSoon(() => titles(section.id), ['Anvil', 'Fretsaw', 'Hammer', 'Saw']);

    const tree = tab.getByRole('treegrid', { name: 'Pages' });
    const step = async (key: string, said: string): Promise<void> => {
      await tree.locator('[role=row]:focus', { hasText: 'Fretsaw' }).waitFor();
      await tab.keyboard.press(`Alt+${key}`);
      await tab.getByText(`“Fretsaw” ${said}`).last().waitFor();
    };
    await tree.getByRole('row', { name: 'Fretsaw' }).focus();
    await step('ArrowDown', 'stands below “Hammer” now.');
    expect(await titles(section.id)).toEqual(['Anvil', 'Hammer', 'Fretsaw', 'Saw']);
    await step('ArrowRight', 'is inside “Hammer” now.');
    expect(await titles(section.id)).toEqual(['Anvil', 'Hammer', 'Saw']);
    await step('ArrowLeft', 'stands after “Hammer” now.');
    await step('ArrowUp', 'stands above “Hammer” now.');
    await step('ArrowUp', 'stands above “Anvil” now.');
    await step('ArrowUp', 'is the first of its neighbours.');
    expect(await titles(section.id)).toEqual(['Fretsaw', 'Anvil', 'Hammer', 'Saw']);
    expect(faults).toEqual([]);
    await tab.context().close();
  }, 90_000);
});

async function expectSoon(read: () => Promise<string[]>, wanted: string[]): Promise<void> {
  for (let tries = 0; tries < 40; tries++) {
    if ((await read()).join() === wanted.join()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(await read()).toEqual(wanted);
}
