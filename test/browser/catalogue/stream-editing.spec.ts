import type { Browser, Locator, Page as Tab } from 'playwright-core';
import { launchBrowser } from '../../support/browser.js';
import { startSite, type RunningSite } from '../../support/running-site.js';
import { callApi, signIn } from '../editor.js';
import { focusedIn, tabTo, untilFocused } from '../focus.js';
import { openPage, saveDraft } from './form.js';
import { CATALOGUE, createPage, seed, type Seed } from './seed.js';

interface Item {
  type: string;
  value: unknown;
}
const words = (...texts: string[]) => texts.map((value) => ({ type: 'longText', value }));

describe('editing the blocks of a stream', () => {
  let browser: Browser;
  let site: RunningSite;
  let seeded: Seed;
  let tab: Tab;
  let faults: string[];

  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), startSite(CATALOGUE)]);
    seeded = await seed(site);
    ({ tab, faults } = await signIn(browser, site));
  }, 180_000);

  afterAll(async () => {
    expect(faults).toEqual([]);
    await browser?.close();
    await site?.stop();
  });

  const open = async (body: readonly Item[]): Promise<number> => {
    const id = await createPage(site, 'catalogue.BlockCatalogue', { title: 'Blocks', body }, seeded.home);
    await openPage(tab, id);
    await block(0).waitFor();
    return id;
  };
  const stored = async (id: number): Promise<Item[]> => {
    await saveDraft(tab);
    const { fields } = await callApi<{ fields: { body: Item[] } }>(site, `/pages/${id}`);
    return fields.body.map(({ type, value }) => ({ type, value }));
  };
  const block = (index: number): Locator => tab.locator(`[data-spine][data-pointer="/body/${index}"]`);
  const head = (index: number): Locator => block(index).locator('[data-head]').first();

  it('moves, duplicates and deletes several that were chosen by the keyboard, and takes a deletion back', async () => {
    const id = await open(words('a', 'b', 'c', 'd'));
    await head(1).focus();
    await tab.keyboard.press('Shift+ArrowDown');
    await tab.getByRole('toolbar', { name: 'Chosen blocks' }).waitFor();
    await tab.keyboard.press('Alt+ArrowUp');
    expect(await stored(id)).toEqual(words('b', 'c', 'a', 'd'));

    await tab.getByRole('toolbar', { name: 'Chosen blocks' }).getByRole('button', { name: 'Duplicate' }).click();
    expect(await stored(id)).toEqual(words('b', 'c', 'b', 'c', 'a', 'd'));

    await tab.getByRole('toolbar', { name: 'Chosen blocks' }).getByRole('button', { name: 'Delete' }).click();
    expect(await stored(id)).toEqual(words('b', 'c', 'a', 'd'));
    await tab.getByRole('button', { name: 'Undo' }).first().click();
    expect(await stored(id)).toEqual(words('b', 'c', 'b', 'c', 'a', 'd'));
  });

  it('is begun, filled, moved and emptied by the keyboard alone', async () => {
    const id = await createPage(site, 'catalogue.BlockCatalogue', { title: 'By keys' }, seeded.home);
    await openPage(tab, id);
    const add = async (words: string): Promise<void> => {
      await untilFocused(tab, /^Find a block/);
      await tab.keyboard.type(words);
      await tab.keyboard.press('Enter');
    };
    await tab.getByPlaceholder('Title', { exact: true }).focus();
    await tabTo(tab, /^Add a block/);
    await tab.keyboard.press('Enter');
    await add('long');
    await untilFocused(tab, /^Long text/);
    await tab.keyboard.type('First');
    await tabTo(tab, /^Add a block/);
    await tab.keyboard.press('Enter');
    await add('stream');
    await block(1).and(tab.locator(':focus')).waitFor();
    expect((await focusedIn(tab)).isVisible).toBe(true);
    await tabTo(tab, /^Add a block/);
    await tab.keyboard.press('Enter');
    await add('text');
    await tab.locator('[data-pointer="/body/1/value/0"] :focus').waitFor();
    await tab.keyboard.type('Inside');
    expect(await stored(id)).toMatchObject([
      { value: 'First' },
      { type: 'stream', value: [{ type: 'text', value: 'Inside' }] },
    ]);

    await head(1).focus();
    await tab.keyboard.press('Alt+ArrowUp');
    await head(0).and(tab.locator(':focus')).waitFor();
    expect((await stored(id)).map(({ type }) => type)).toEqual(['stream', 'longText']);
    await tabTo(tab, /^More$/);
    await tab.keyboard.press('Enter');
    await tab.locator('[role=menu]:focus-within').waitFor();
    while (!/^Move to the end/.test((await focusedIn(tab)).name)) await tab.keyboard.press('ArrowDown');
    await tab.keyboard.press('Enter');
    await head(0).getByText('Long text').waitFor();

    await head(0).focus();
    await tab.keyboard.press('Delete');
    await head(0).and(tab.locator(':focus')).waitFor();
    await tab.keyboard.press('Delete');
    await untilFocused(tab, /^Add a block/);
    expect(await stored(id)).toEqual([]);
  }, 90_000);

  it('copies blocks to another page, and says why some do not fit', async () => {
    await open([...words('one'), { type: 'text', value: 'two' }]);
    await head(0).click();
    await head(1).click({ modifiers: ['Shift'] });
    await tab.getByRole('toolbar', { name: 'Chosen blocks' }).getByRole('button', { name: 'Copy' }).click();

    const id = await open([...words('zero'), { type: 'stream', value: [] }]);
    await block(0).hover();
    await head(0).focus();
    await block(0).getByRole('button', { name: 'More' }).first().click();
    await tab.getByRole('menuitem', { name: 'Paste 2 blocks below' }).click();
    expect(await stored(id)).toEqual([
      ...words('zero', 'one'),
      { type: 'text', value: 'two' },
      { type: 'stream', value: [] },
    ]);
  });

  it('moves a block into a stream of another block, and takes it back', async () => {
    const id = await open([{ type: 'text', value: 'in' }, { type: 'stream', value: [] }]); // prettier-ignore
    await head(0).focus();
    await block(0).getByRole('button', { name: 'More' }).first().click();
    await tab.getByRole('menuitem', { name: 'Move elsewhere' }).click();
    await tab
      .getByRole('dialog')
      .getByRole('button', { name: /Stream/ })
      .click();
    expect(await stored(id)).toEqual([
      { type: 'stream', value: [{ id: expect.any(String), type: 'text', value: 'in' }] },
    ]);
    await tab.getByRole('button', { name: 'Undo' }).first().click();
    expect(await stored(id)).toEqual([{ type: 'text', value: 'in' }, { type: 'stream', value: [] }]); // prettier-ignore
  });

  it('is dragged to another place, and into another stream', async () => {
    const id = await open([...words('a', 'b'), { type: 'text', value: 't' }, { type: 'stream', value: [{ type: 'text', value: 'x' }] }]); // prettier-ignore
    await drag(0, block(1), 0.9);
    expect((await stored(id)).map(({ value }) => value).slice(0, 2)).toEqual(['b', 'a']);
    await drag(2, tab.locator('[data-spine][data-pointer="/body/3/value/0"]'), 0.9);
    const body = await stored(id);
    expect(body.map(({ type }) => type)).toEqual(['longText', 'longText', 'stream']);
    expect((body[2]!.value as Item[]).map(({ value }) => value)).toEqual(['x', 't']);
  });

  it('parts a text at the cursor to make room for another block', async () => {
    const id = await open([{ type: 'richText', value: '<p>Before</p><p>After</p>' }]);
    await block(0).locator('[contenteditable="true"] p').first().click();
    await tab.keyboard.press('End');
    await tab.keyboard.press('Enter');
    await tab.keyboard.type('/blockq');
    await tab.getByRole('option', { name: 'Blockquote' }).waitFor();
    await tab.keyboard.press('Enter');
    await tab.keyboard.type('Between');
    expect(await stored(id)).toEqual([
      { type: 'richText', value: '<p>Before</p>' },
      { type: 'blockquote', value: 'Between' },
      { type: 'richText', value: '<p>After</p>' },
    ]);
  });

  it('keeps a slash that is only a slash', async () => {
    const id = await open([{ type: 'richText', value: '<p>Open</p>' }]);
    await block(0).locator('[contenteditable="true"] p').click();
    await tab.keyboard.press('End');
    await tab.keyboard.type(' 9/5 and /x y z');
    await tab.keyboard.press('Enter');
    expect(await stored(id)).toEqual([{ type: 'richText', value: '<p>Open 9/5 and /x y z</p><p></p>' }]);
  });

  const drag = async (from: number, to: Locator, part: number): Promise<void> => {
    await block(from).hover({ position: { x: 60, y: 12 } });
    const handle = await block(from).getByRole('button', { name: /^Drag/ }).first().boundingBox();
    const target = await to.boundingBox();
    if (!handle || !target) throw new Error('Nothing to drag.');
    await tab.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
    await tab.mouse.down();
    await tab.mouse.move(handle.x + 20, handle.y + 30, { steps: 4 });
    await tab.mouse.move(target.x + 80, target.y + target.height * part, { steps: 12 });
    await tab.waitForTimeout(120);
    await tab.mouse.up();
    await tab.waitForTimeout(120);
  };
});
