import type { Locator, Page as Tab } from 'playwright-core';
import type { Json } from '@pipit/cms';
import { chooseOption, chooseRow } from './form.js';
import type { Seed } from './seed.js';

/** How the block of one function is tried out; the catalogue has it under the function's name. */
export interface BlockTrial {
  readonly make: string;
  /** Fills it in as a person does. */
  readonly fill: (block: Locator, tab: Tab) => Promise<void>;
  /** What is stored then. */
  readonly stored: (seed: Seed) => unknown;
  /** What the content API prints, where that is not what is stored. */
  readonly delivered?: (seed: Seed) => unknown;
}

const type =
  (text: string, box = 0) =>
  async (block: Locator): Promise<void> => {
    await block.getByRole('textbox').nth(box).fill(text);
    await block.getByRole('textbox').nth(box).blur();
  };
const choose =
  (button: string, row: string) =>
  async (block: Locator, tab: Tab): Promise<void> => {
    await block.getByRole('button', { name: button }).first().click();
    await chooseRow(tab, row);
  };
const is = (value: Json) => () => value;
const typed = (make: string, text: string, stored: Json = text): BlockTrial => ({
  make,
  fill: type(text),
  stored: is(stored),
});
const item = (value: unknown) => ({ id: expect.any(String), type: 'item', value });
const member = (block: Locator, name: string) => block.locator(`[data-pointer$="/value/${name}"]`);

/** Every block function there is. */
export const BLOCK_TRIALS: readonly BlockTrial[] = [
  typed('text', 'Open all year'),
  typed('longText', 'First line\nSecond line'),
  typed('email', 'ada@moor.example'),
  typed('regex', 'AB-12'),
  typed('url', 'https://moor.example/'),
  typed('slug', 'high-moor'),
  {
    make: 'richText',
    fill: async (block, tab) => {
      await block.locator('[contenteditable="true"]').click();
      await tab.keyboard.type('Along the brook');
    },
    stored: is('<p>Along the brook</p>'),
  },
  typed('rawHtml', '<hr class="thick">'),
  typed('blockquote', 'Quiet water'),
  {
    make: 'uuid',
    fill: (block) => block.getByRole('button', { name: 'Make a new one' }).click(),
    stored: () => expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f-]{27}$/),
  },
  typed('json', '{"a": [1, null]}', { a: [1, null] }),
  typed('embed', 'https://www.youtube.com/watch?v=abc'),
  { make: 'image', fill: choose('Choose an image', 'Heather'), stored: ({ images }) => images[0] },
  {
    make: 'imageWithAlt',
    fill: async (block, tab) => {
      await choose('Choose an image', 'Lichen')(block, tab);
      await block.getByRole('textbox', { name: 'Alt text' }).fill('Grey lichen on a stone');
    },
    stored: ({ images }) => ({ image: images[1], decorative: false, alt_text: 'Grey lichen on a stone' }),
  },
  { make: 'document', fill: choose('Choose a document', 'Paths'), stored: (seed) => seed.document },
  typed('integer', '12', 12),
  typed('float', '2.5', 2.5),
  { ...typed('decimal', '12.50'), delivered: is(12.5) },
  { make: 'boolean', fill: (block) => block.getByRole('checkbox').check(), stored: is(true) },
  typed('date', '15.11.2026', '2026-11-15'),
  typed('time', '9:05', '09:05:00'),
  {
    make: 'datetime',
    fill: async (block) => {
      await type('15.11.2026')(block);
      await block.getByRole('textbox', { name: 'Time', exact: true }).fill('12:30');
      await block.getByRole('textbox', { name: 'Time', exact: true }).blur();
    },
    stored: () => expect.stringContaining(new Date('2026-11-15T12:30:00').toISOString().slice(0, 16)),
  },
  {
    make: 'duration',
    fill: (block) => block.getByRole('textbox', { name: 'Minutes' }).fill('30'),
    stored: () => expect.stringMatching(/30M/),
  },
  {
    make: 'choice',
    fill: (block, tab) =>
      chooseOption(tab, block.getByRole('textbox').or(block.getByRole('combobox')).first(), 'shade'),
    stored: is('shade'),
  },
  { make: 'choices', fill: (block) => block.getByRole('checkbox', { name: 'summer' }).check(), stored: is(['summer']) },
  typed('colour', '#FFAA00', '#ffaa00'),
  {
    make: 'geoPoint',
    fill: async (block) => {
      await block.getByRole('textbox', { name: 'Latitude' }).fill('47.05');
      await block.getByRole('textbox', { name: 'Longitude' }).fill('8.3');
    },
    stored: is({ lat: 47.05, lng: 8.3 }),
  },
  { make: 'pageLink', fill: choose('Choose', 'Moor'), stored: ({ home }) => home },
  { make: 'snippetLink', fill: choose('Choose', 'Birds'), stored: ({ topics }) => topics['Birds'] },
  { make: 'entityLink', fill: choose('Choose', 'Mosses'), stored: ({ topics }) => topics['Mosses'] },
  { make: 'entityLinks', fill: choose('Add', 'Water'), stored: ({ topics }) => [topics['Water']] },
  {
    make: 'link',
    fill: async (block, tab) => {
      await chooseOption(
        tab,
        block.getByRole('textbox', { name: 'Leads to' }).or(block.getByRole('combobox')).first(),
        'Phone',
      );
      await block.getByRole('textbox', { name: 'Phone number' }).fill('+41 41 123');
    },
    stored: () => expect.objectContaining({ type: 'phone', phone: expect.stringContaining('41') }),
    delivered: () => expect.objectContaining({ type: 'phone' }),
  },
  { make: 'staticBlock', fill: async () => undefined, stored: is(null) },
  {
    make: 'table',
    fill: async (block) => {
      await block.getByRole('textbox', { name: 'Row 1, column 1' }).fill('Day');
      await block.getByRole('textbox', { name: 'Row 2, column 2' }).fill('04:12');
      await block.getByRole('button', { name: 'Centre' }).click();
      await block.getByRole('button', { name: 'Join with the cell at the right' }).click();
      await block.getByRole('textbox', { name: 'Caption' }).fill('Tides');
    },
    stored: () =>
      expect.objectContaining({
        data: [['Day', '', ''], ['', '04:12', ''], ['', '', '']],
        cell: [{ row: 1, col: 1, className: 'htCenter' }],
        mergeCells: [{ row: 1, col: 1, rowspan: 1, colspan: 2 }],
        table_caption: 'Tides',
      }), // prettier-ignore
  },
  {
    make: 'typedTable',
    fill: async (block, tab) => {
      for (const column of ['Words', 'Number']) {
        await block.getByRole('button', { name: 'Add a column' }).click();
        await tab.getByRole('menuitem', { name: column }).click();
      }
      await block.getByRole('textbox', { name: 'Heading of column 1' }).fill('Bird');
      await block.getByRole('button', { name: 'Add a row' }).click();
      await block.locator('[data-pointer$="/rows/0/values/0"]').getByRole('textbox').fill('Pipit');
      await block.locator('[data-pointer$="/rows/0/values/1"]').getByRole('textbox').fill('7');
    },
    stored: () =>
      expect.objectContaining({
        columns: [{ type: 'words', heading: 'Bird' }, { type: 'number', heading: '' }],
        rows: [{ values: ['Pipit', 7] }],
      }), // prettier-ignore
  },
  {
    make: 'struct',
    fill: async (block, tab) => {
      await member(block, 'heading').getByRole('textbox').fill('Opening hours');
      await block.getByRole('button', { name: 'Settings' }).click();
      const tone = member(block, 'tone');
      await chooseOption(tab, tone.getByRole('textbox').or(tone.getByRole('combobox')).first(), 'calm');
    },
    stored: is({ heading: 'Opening hours', note: '', tone: 'calm' }),
  },
  {
    make: 'list',
    fill: async (block) => {
      await block.getByRole('textbox').first().fill('One');
      await block.getByRole('button', { name: /^Add/ }).last().click();
      await block.getByRole('textbox').nth(1).fill('Two');
    },
    stored: () => [item('One'), item('Two')],
    delivered: () => expect.anything(),
  },
  {
    make: 'stream',
    fill: async (block, tab) => {
      await block.getByRole('button', { name: 'Add a block' }).last().click();
      await tab.getByRole('option', { name: 'List' }).click();
      await block.locator('[data-pointer$="/0/value/name"]').getByRole('textbox').fill('Deep inside');
    },
    stored: () => [{ id: expect.any(String), type: 'list', value: [item({ name: 'Deep inside', size: null })] }],
    delivered: () => expect.anything(),
  },
];
