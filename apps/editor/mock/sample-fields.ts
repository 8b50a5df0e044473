import { randomUUID } from 'node:crypto';
import type { Fields } from '../src/api/types.ts';

const id = (): string => randomUUID();
const rich = (html: string): { id: string; type: string; value: unknown } => ({ id: id(), type: 'text', value: html });

const moments = [
  [
    '1878',
    'The lamp is lit',
    [
      rich('<p>Ships from four countries write it into their books.</p>'),
      { id: id(), type: 'image', value: { image: 1, decorative: false, alt_text: 'The lamp on its first night' } },
    ],
  ],
  [
    '1911',
    'The night of the storm',
    [
      {
        id: id(),
        type: 'quote',
        value: { words: 'We rang the bell by hand until our arms were someone else’s.', source: 'Inge Vall' },
      },
      { id: id(), type: 'image', value: { image: 4, decorative: false, alt_text: '' } },
    ],
  ],
  ['1954', 'Electric, and a little sad', [rich('<p>A switch, a hum, and nobody on the stairs.</p>')]],
] as const;
const timeline = {
  id: id(),
  type: 'timeline',
  value: {
    intro: 'Three moments of one lamp.',
    moments: moments.map(([year, heading, body]) => ({
      id: id(),
      type: 'item',
      value: { year: Number(year), heading, body },
    })),
  },
};

export const saltAndSignal: Fields = {
  summary: 'For a hundred years one lamp told ships where the rocks were. Meet the eleven people who kept it burning.',
  leadImage: 1,
  opens: '2026-11-15',
  closes: '2027-05-30',
  price: '12.00',
  free: true,
  topics: ['lighthouse', 'work'],
  body: [
    rich(
      '<h3>A light that never slept</h3><p>On 3 March 1878 Inge Vall climbed ninety-one steps with a can of rapeseed oil and lit the lamp for the first time. It went out only twice: once for <a linktype="page" id="10">a storm in 1911</a>, and once for an egg.</p>',
    ),
    timeline,
    { id: id(), type: 'gallery', value: [2, 3, 5, 10].map((image) => ({ id: id(), type: 'item', value: image })) },
    { id: id(), type: 'visit', value: 1 },
  ],
};

export const sampler: Fields = {
  char: 'A short text',
  text: 'A long text\nwith two lines.',
  richText:
    '<h2>Everything at once</h2><p>With <b>bold</b>, <i>italic</i>, <s>struck</s>, x<sup>2</sup>, H<sub>2</sub>O, <code>code</code>, a <a href="https://example.org/">link out</a>, <a linktype="page" id="20">a page</a> and <a linktype="document" id="1">a document</a>.</p><ul><li>One</li><li>Two<ul><li>Deeper</li></ul></li></ul><ol><li>First</li></ol><embed embedtype="image" id="5" alt="Boats" format="fullwidth"/><blockquote>Quiet water.</blockquote><hr/><p><embed embedtype="media" url="https://www.youtube.com/watch?v=aqz-KE-bpKQ"/></p>',
  integer: 42,
  float: 3.25,
  decimal: '12.340',
  boolean: true,
  maybe: null,
  date: '2026-11-21',
  time: '09:30:00',
  datetime: '2026-12-01T08:00:00Z',
  duration: 'PT1H30M',
  choice: 'high',
  multipleChoice: ['wind', 'fog'],
  email: 'keeper@norrhaven.example',
  url: 'https://norrhaven.example/',
  code: 'lamp-1',
  uuid: id(),
  json: { depth: [3, 4.5], open: true },
  image: 7,
  document: 2,
  pageLink: 20,
  snippetLink: 1,
  people: [3, 4],
  collection: 3,
  topics: ['sample'],
  authors: [
    { id: id(), person: 3, role: 'Words' },
    { id: id(), person: 4, role: 'Pictures' },
  ],
  stream: [
    rich('<p>Text in a block.</p>'),
    timeline,
    { id: id(), type: 'char', value: 'Short' },
    { id: id(), type: 'integer', value: 7 },
    { id: id(), type: 'boolean', value: true },
    { id: id(), type: 'date', value: '2026-11-21' },
    { id: id(), type: 'choice', value: 'tide' },
    { id: id(), type: 'plainImage', value: 9 },
    { id: id(), type: 'page', value: 10 },
    { id: id(), type: 'rawHtml', value: '<hr class="wave">' },
    {
      id: id(),
      type: 'table',
      value: {
        data: [
          ['Day', 'High', 'Low'],
          ['Mon', '04:12', '10:30'],
          ['Tue', '05:01', '11:22'],
        ],
        first_row_is_table_header: true,
        first_col_is_header: false,
        table_caption: 'Tides this week',
        table_header_choice: 'row',
      },
    },
    {
      id: id(),
      type: 'typedTable',
      value: {
        columns: [
          { type: 'text', heading: 'Boat' },
          { type: 'number', heading: 'Length' },
        ],
        rows: [{ values: ['Sula', 12.5] }, { values: ['Tern', 9] }],
        caption: 'Boats',
      },
    },
    { id: id(), type: 'words', value: ['salt', 'signal'].map((value) => ({ id: id(), type: 'item', value })) },
    {
      id: id(),
      type: 'section',
      value: [rich('<p>Nested text.</p>'), { id: id(), type: 'quote', value: { words: 'Nested words.', source: '' } }],
    },
    { id: id(), type: 'divider', value: null },
    { id: id(), type: 'embed', value: 'https://vimeo.com/76979871' },
    { id: id(), type: 'oldSlider', value: { speed: 3 } },
  ],
};
