import type { ContentType } from '../src/api/types.ts';
import { allFeatures, bodyBlocks, everyBlock, plainFeatures } from './blocks.ts';
import { field, pageType, snippetType } from './fields.ts';

const authors = field('authors', 'childItems', 'Authors', {
  item: {
    label: 'Author',
    fields: [
      field('person', 'snippetLink', 'Person', { type: 'tides.Person', required: true }),
      field('role', 'char', 'Role'),
    ],
  },
});

export const contentTypes: ContentType[] = [
  pageType(
    'tides.HomePage',
    'Home page',
    'Home pages',
    [
      field('hero', 'image', 'Hero image'),
      field('intro', 'richText', 'Introduction', { features: plainFeatures }),
      field('body', 'stream', 'Body', { blocks: bodyBlocks }),
    ],
    { icon: 'home', description: 'The front door of the site.', parents: [], maxCount: 1 },
  ),
  pageType(
    'tides.SectionPage',
    'Section',
    'Sections',
    [field('intro', 'text', 'Introduction'), field('body', 'stream', 'Body', { blocks: bodyBlocks })],
    { icon: 'folder', description: 'A part of the site with pages below it.' },
  ),
  pageType(
    'tides.ExhibitionPage',
    'Exhibition',
    'Exhibitions',
    [
      field('summary', 'text', 'Summary', {
        required: 'to-publish',
        maxLength: 300,
        help: 'Shown in lists and by search engines.',
      }),
      field('leadImage', 'image', 'Lead image', { required: 'to-publish' }),
      field('opens', 'date', 'Opens'),
      field('closes', 'date', 'Closes'),
      field('body', 'stream', 'Body', { blocks: bodyBlocks }),
      field('price', 'decimal', 'Price', { precision: 6, scale: 2, min: '0' }),
      field('free', 'boolean', 'Free for members'),
      field('venue', 'snippetLink', 'Venue', { type: 'tides.Venue' }),
      field('related', 'pageLink', 'See also', { types: ['tides.ExhibitionPage'] }),
      field('topics', 'tags', 'Topics', { freeform: true }),
    ],
    {
      icon: 'building-lighthouse',
      description: 'A show in one of the halls, with dates and tickets.',
      parents: ['tides.SectionPage'],
      children: ['tides.TextPage'],
      tabs: [
        {
          name: 'Content',
          panels: [
            { field: 'title' },
            { field: 'summary' },
            { field: 'leadImage' },
            { row: ['opens', 'closes'] },
            { field: 'body' },
          ],
        },
        {
          name: 'Dates and tickets',
          panels: [{ row: ['price', 'free'] }, { field: 'venue' }, { field: 'related' }, { field: 'topics' }],
        },
      ],
    },
  ),
  pageType(
    'tides.TextPage',
    'Text page',
    'Text pages',
    [
      field('intro', 'text', 'Introduction'),
      field('body', 'richText', 'Text', { features: allFeatures }),
      field('attachment', 'document', 'Attachment'),
    ],
    { icon: 'file-text', description: 'Plain writing: one text with pictures in it.' },
  ),
  pageType('tides.JournalIndexPage', 'Journal', 'Journals', [field('intro', 'text', 'Introduction')], {
    icon: 'notebook',
    description: 'A list of journal entries, newest first.',
    children: ['tides.JournalPage'],
    maxCount: 1,
  }),
  pageType(
    'tides.JournalPage',
    'Journal entry',
    'Journal entries',
    [
      field('date', 'date', 'Date', { required: true }),
      field('cover', 'image', 'Cover'),
      field('body', 'stream', 'Body', { blocks: bodyBlocks }),
      authors,
      field('topics', 'tags', 'Topics', { freeform: true }),
    ],
    {
      icon: 'article',
      description: 'Something that happened, by somebody.',
      parents: ['tides.JournalIndexPage'],
      children: [],
    },
  ),
  pageType(
    'tides.SamplerPage',
    'Sampler',
    'Samplers',
    [
      field('char', 'char', 'Short text', {
        required: true,
        minLength: 3,
        maxLength: 80,
        help: 'Between 3 and 80 letters.',
      }),
      field('text', 'text', 'Long text', { maxLength: 500 }),
      field('richText', 'richText', 'Rich text', { features: allFeatures }),
      field('integer', 'integer', 'Whole number', { min: 0, max: 100 }),
      field('float', 'float', 'Number'),
      field('decimal', 'decimal', 'Decimal', { precision: 8, scale: 3 }),
      field('boolean', 'boolean', 'Yes or no'),
      field('maybe', 'boolean', 'Yes, no or unknown', { nullable: true, defaultValue: null }),
      field('date', 'date', 'Date'),
      field('time', 'time', 'Time'),
      field('datetime', 'datetime', 'Date and time'),
      field('duration', 'duration', 'Duration'),
      field('choice', 'choice', 'Choice', {
        choices: [
          { value: 'low', label: 'Low water' },
          { value: 'high', label: 'High water' },
          { value: 'slack', label: 'Slack water' },
        ],
      }),
      field('multipleChoice', 'multipleChoice', 'Several choices', {
        choices: [
          { value: 'wind', label: 'Wind' },
          { value: 'rain', label: 'Rain' },
          { value: 'fog', label: 'Fog' },
        ],
      }),
      field('email', 'email', 'Email'),
      field('url', 'url', 'Web address'),
      field('code', 'slug', 'Short code'),
      field('uuid', 'uuid', 'Identifier', { readOnly: true }),
      field('json', 'json', 'Data'),
      field('image', 'image', 'Image'),
      field('document', 'document', 'Document'),
      field('pageLink', 'pageLink', 'Page', { types: null }),
      field('snippetLink', 'snippetLink', 'Venue', { type: 'tides.Venue' }),
      field('people', 'snippets', 'People', { type: 'tides.Person' }),
      field('collection', 'collection', 'Collection'),
      field('topics', 'tags', 'Topics', { freeform: true }),
      authors,
      field('stream', 'stream', 'Blocks', { blocks: everyBlock, max: 40, counts: { timeline: { max: 2 } } }),
    ],
    {
      icon: 'palette',
      description: 'One field of every kind, for trying things out.',
      tabs: [
        {
          name: 'Words',
          panels: [
            { field: 'title' },
            { help: 'One control for each kind of field.' },
            { field: 'char' },
            { field: 'text' },
            { field: 'richText' },
            { row: ['email', 'url'] },
            { row: ['code', 'uuid'] },
          ],
        },
        {
          name: 'Numbers and dates',
          panels: [
            { row: ['integer', 'float', 'decimal'] },
            { row: ['boolean', 'maybe'] },
            { row: ['date', 'time'] },
            { row: ['datetime', 'duration'] },
            { heading: 'Choices', panels: [{ field: 'choice' }, { field: 'multipleChoice' }] },
            { heading: 'Data', collapsed: true, panels: [{ field: 'json' }] },
          ],
        },
        {
          name: 'Links',
          panels: [
            { field: 'image' },
            { field: 'document' },
            { field: 'pageLink' },
            { field: 'snippetLink' },
            { field: 'people' },
            { field: 'collection' },
            { field: 'topics' },
            { field: 'authors' },
          ],
        },
        { name: 'Blocks', panels: [{ field: 'stream' }] },
      ],
    },
  ),
  snippetType(
    'tides.Venue',
    'Venue',
    'Venues',
    'name',
    [
      field('name', 'char', 'Name', { required: true }),
      field('hours', 'text', 'Opening hours'),
      field('directions', 'richText', 'Directions', { features: plainFeatures }),
      field('picture', 'image', 'Picture'),
    ],
    'map-pin',
    'A hall or wing, with its opening hours.',
  ),
  snippetType(
    'tides.Person',
    'Person',
    'People',
    'name',
    [
      field('name', 'char', 'Name', { required: true }),
      field('email', 'email', 'Email'),
      field('portrait', 'image', 'Portrait'),
      field('about', 'text', 'About'),
    ],
    'user',
    'Somebody who writes or is written about.',
  ),
];
