import type { Locator, Page as Tab } from 'playwright-core';
import type { Json } from '@pipit/cms';
import { chooseOption, chooseRow } from './form.js';
import { HUGE_KEY, type Seed } from './seed.js';

/** How one kind is tried out. */
export interface KindTrial {
  readonly kind: string;
  /** Field of the catalogue that has the kind. */
  readonly field: string;
  /** Fills it in as a person does. */
  readonly fill: (field: Locator, tab: Tab) => Promise<void>;
  /** What is stored then. */
  readonly stored: (seed: Seed) => unknown;
  /** What the reopened form shows. */
  readonly shows: readonly string[];
  /** What the content API prints, where that is not what is stored. */
  readonly delivered?: (seed: Seed) => unknown;
}

const type =
  (text: string) =>
  async (field: Locator): Promise<void> => {
    await field.getByRole('textbox').first().fill(text);
    await field.getByRole('textbox').first().blur();
  };
const choose =
  (button: string, row: string) =>
  async (field: Locator, tab: Tab): Promise<void> => {
    await field.getByRole('button', { name: button }).click();
    await chooseRow(tab, row);
  };
const is = (value: Json) => () => value;
const LUNCH = new Date('2026-11-15T12:30:00').toISOString();

/** Each kind with a control, by the part of the form it stands in. */
export const FIELD_TRIALS: Readonly<Record<string, readonly KindTrial[]>> = {
  Text: [
    { kind: 'char', field: 'char', fill: type('Wheatear'), stored: is('Wheatear'), shows: ['Wheatear'] },
    { kind: 'text', field: 'text', fill: type('Two\nlines'), stored: is('Two\nlines'), shows: ['Two\nlines'] },
    {
      kind: 'richText',
      field: 'richText',
      fill: async (field, tab) => {
        await field.locator('[contenteditable="true"]').click();
        await tab.keyboard.type('Over the moor');
      },
      stored: () => expect.stringContaining('Over the moor'),
      shows: ['Over the moor'],
    },
    {
      kind: 'email',
      field: 'email',
      fill: type('ada@moor.example'),
      stored: is('ada@moor.example'),
      shows: ['ada@moor'],
    },
    {
      kind: 'url',
      field: 'url',
      fill: type('https://moor.example/a'),
      stored: is('https://moor.example/a'),
      shows: ['/a'],
    },
    {
      kind: 'embed',
      field: 'embed',
      fill: type('https://www.youtube.com/watch?v=abc'),
      stored: is('https://www.youtube.com/watch?v=abc'),
      shows: ['watch?v=abc', 'YouTube'],
    },
    { kind: 'slug', field: 'slugLike', fill: type('high-path'), stored: is('high-path'), shows: ['high-path'] },
    {
      kind: 'uuid',
      field: 'identifier',
      fill: (field) => field.getByRole('button', { name: 'Make a new one' }).click(),
      stored: () => expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f-]{27}$/),
      shows: ['-'],
    },
    { kind: 'json', field: 'json', fill: type('{"a": [1, null]}'), stored: is({ a: [1, null] }), shows: ['"a"'] },
  ],
  Numbers: [
    { kind: 'integer', field: 'integer', fill: type('12'), stored: is(12), shows: ['12', '-5 to 50'] },
    { kind: 'float', field: 'float', fill: type('2,5'), stored: is(2.5), shows: ['2.5'] },
    { kind: 'decimal', field: 'decimal', fill: type('12.50'), stored: is('12.50'), shows: ['12.50'] },
    {
      kind: 'boolean',
      field: 'boolean',
      fill: (field) => field.getByRole('checkbox').check(),
      stored: is(true),
      shows: ['[x] Boolean'],
    },
    { kind: 'date', field: 'date', fill: type('15.11.2026'), stored: is('2026-11-15'), shows: ['15 Nov 2026'] },
    { kind: 'time', field: 'time', fill: type('9:05'), stored: is('09:05:00'), shows: ['09:05'] },
    {
      kind: 'datetime',
      field: 'datetime',
      fill: async (field) => {
        await field.getByRole('textbox').nth(0).fill('15.11.2026');
        await field.getByRole('textbox').nth(0).blur();
        await field.getByRole('textbox', { name: 'Time', exact: true }).fill('12:30');
        await field.getByRole('textbox', { name: 'Time', exact: true }).blur();
      },
      stored: () => expect.stringContaining(LUNCH.slice(0, 16)),
      shows: ['15 Nov 2026', '12:30'],
    },
    {
      kind: 'duration',
      field: 'duration',
      fill: async (field) => {
        await field.getByRole('textbox', { name: 'Hours' }).fill('1');
        await field.getByRole('textbox', { name: 'Minutes' }).fill('30');
      },
      stored: () => expect.stringMatching(/T0?1H30M/),
      shows: ['30'],
      delivered: is('01:30:00'),
    },
  ],
  Choices: [
    {
      kind: 'choice',
      field: 'choice',
      fill: (field, tab) =>
        chooseOption(tab, field.getByRole('textbox').or(field.getByRole('combobox')).first(), 'Shade'),
      stored: is('shade'),
      shows: ['Shade'],
    },
    {
      kind: 'multipleChoice',
      field: 'multipleChoice',
      fill: async (field) => {
        await field.getByRole('checkbox', { name: 'autumn' }).check();
        await field.getByRole('checkbox', { name: 'spring' }).check();
      },
      stored: is(['spring', 'autumn']),
      shows: ['[x] spring', '[x] autumn'],
    },
    {
      kind: 'tags',
      field: 'tags',
      fill: async (field, tab) => {
        await field.locator('input').first().click();
        await tab.keyboard.type('peat,');
        await tab.keyboard.type('wind');
        await tab.keyboard.press('Enter');
      },
      stored: is(['peat', 'wind']),
      shows: ['peat', 'wind'],
    },
    {
      kind: 'colour',
      field: 'colour',
      fill: (field) => field.getByRole('button', { name: '#f9a825' }).click(),
      stored: is('#f9a825'),
      shows: ['#f9a825'],
    },
    {
      kind: 'colour',
      field: 'tint',
      fill: async (field) => {
        await field.locator('input[type=color]').fill('#ffaa00');
        await field.getByRole('slider', { name: 'Opacity' }).fill('50');
      },
      stored: is('#ffaa0080'),
      shows: ['#ffaa0080', '50 %'],
    },
    {
      kind: 'geoPoint',
      field: 'geoPoint',
      fill: async (field) => {
        await field.getByRole('textbox', { name: 'Latitude' }).fill('47.05, 8.3');
        await field.getByRole('textbox', { name: 'Latitude' }).blur();
      },
      stored: is({ lat: 47.05, lng: 8.3 }),
      shows: ['47.05° N, 8.3° E'],
    },
  ],
  Links: [
    {
      kind: 'image',
      field: 'image',
      fill: choose('Choose an image', 'Heather'),
      stored: ({ images }) => images[0],
      shows: ['Heather in bloom'],
      delivered: ({ images }) => expect.objectContaining({ id: images[0] }),
    },
    {
      kind: 'document',
      field: 'document',
      fill: choose('Choose a document', 'Paths'),
      stored: ({ document }) => document,
      shows: ['Paths'],
      delivered: ({ document }) => expect.objectContaining({ id: document }),
    },
    {
      kind: 'collection',
      field: 'collection',
      fill: async (field, tab) => {
        await field.getByRole('textbox').or(field.getByRole('combobox')).first().click();
        await tab.getByRole('option').first().click();
      },
      stored: ({ collection }) => collection,
      shows: [],
      delivered: () => expect.anything(),
    },
    {
      kind: 'pageLink',
      field: 'pageLink',
      fill: choose('Choose a page', 'Moor'),
      stored: ({ home }) => home,
      shows: ['Moor'],
      delivered: ({ home }) => expect.objectContaining({ id: home }),
    },
    {
      kind: 'snippetLink',
      field: 'snippetLink',
      fill: choose('Choose', 'Birds'),
      stored: ({ topics }) => topics['Birds'],
      shows: ['Birds'],
      delivered: () => expect.anything(),
    },
    {
      kind: 'snippets',
      field: 'snippets',
      fill: async (field, tab) => {
        await choose('Add', 'Water')(field, tab);
        await choose('Add', 'Birds')(field, tab);
      },
      stored: ({ topics }) => [topics['Water'], topics['Birds']],
      shows: ['Water', 'Birds'],
      delivered: ({ topics }) => ['Water', 'Birds'].map((name) => expect.objectContaining({ id: topics[name] })),
    },
    {
      kind: 'entityLink',
      field: 'entityLink',
      fill: choose('Choose', 'Mosses'),
      stored: ({ topics }) => topics['Mosses'],
      shows: ['Mosses'],
      delivered: () => expect.anything(),
    },
    {
      kind: 'entityLinks',
      field: 'entityLinks',
      fill: choose('Add', 'Mosses'),
      stored: ({ topics }) => [topics['Mosses']],
      shows: ['Mosses'],
      delivered: () => expect.anything(),
    },
    {
      kind: 'entityLink',
      field: 'hut',
      fill: choose('Choose', 'Spannort'),
      stored: ({ huts }) => huts['Spannort'],
      shows: ['Spannort'],
      delivered: ({ huts }) => expect.objectContaining({ id: huts['Spannort'] }),
    },
    {
      kind: 'entityLinks',
      field: 'valleys',
      fill: async (field, tab) => {
        await choose('Add', 'Schwyz')(field, tab);
        await choose('Add', 'Glarus')(field, tab);
        await choose('Add', 'Uri')(field, tab);
        await field.getByRole('button', { name: 'Move Uri up' }).click();
      },
      stored: is(['sz', 'uri', 'gl']),
      shows: ['Schwyz', 'Uri', 'Glarus'],
      delivered: () => ['sz', 'uri', 'gl'].map((id) => expect.objectContaining({ id })),
    },
    {
      kind: 'entityLinks',
      field: 'peaks',
      fill: async (field, tab) => {
        await choose('Add', 'Rigi')(field, tab);
        await choose('Add', 'Bristen')(field, tab);
      },
      stored: is([HUGE_KEY, 12]),
      shows: ['Rigi', 'Bristen'],
      delivered: () => [HUGE_KEY, 12].map((id) => expect.objectContaining({ id })),
    },
    {
      kind: 'link',
      field: 'link',
      fill: async (field, tab) => {
        await chooseOption(tab, field.getByLabel('Leads to').first(), 'Email');
        await field.getByRole('textbox', { name: 'Email address' }).fill('ada@moor.example');
        await field.getByRole('textbox', { name: 'Subject' }).fill('A walk');
        await field.getByRole('textbox', { name: 'Text' }).fill('Write to us');
      },
      stored: is({ type: 'email', email: 'ada@moor.example', subject: 'A walk', text: 'Write to us' }),
      shows: ['ada@moor.example', 'A walk', 'Write to us'],
      delivered: () => expect.objectContaining({ href: 'mailto:ada@moor.example?subject=A%20walk' }),
    },
  ],
  Rows: [
    {
      kind: 'childItems',
      field: 'walks',
      fill: async (field) => {
        await field.getByRole('button', { name: 'Add walk' }).click();
        await field.getByRole('textbox', { name: 'Name' }).fill('Round the lake');
        await field.getByRole('button', { name: 'Add stop' }).click();
        await field.getByRole('textbox', { name: 'Place' }).fill('The jetty');
      },
      stored: () => [
        expect.objectContaining({ name: 'Round the lake', stops: [expect.objectContaining({ place: 'The jetty' })] }),
      ],
      shows: ['Round the lake', 'The jetty'],
      delivered: () => [expect.objectContaining({ name: 'Round the lake' })],
    },
  ],
};
