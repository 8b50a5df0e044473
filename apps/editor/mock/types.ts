import type { Block, ContentType } from '../src/api/types.ts';
import { block, field, pageType, snippetType } from './fields.ts';

const allFeatures = ['bold', 'italic', 'strikethrough', 'superscript', 'subscript', 'code', 'h2', 'h3', 'h4', 'ol', 'ul', 'hr', 'blockquote', 'link', 'documentLink', 'image', 'embed'];
const plainFeatures = ['bold', 'italic', 'h3', 'ol', 'ul', 'blockquote', 'link', 'documentLink'];

const text = block('text', 'richText', 'Text', { icon: 'typography', group: 'Basics', description: 'Paragraphs, headings and lists.', features: plainFeatures });
const quote = block('quote', 'struct', 'Quote', {
  icon: 'quote', group: 'Basics', description: 'Somebody’s words, with their name.',
  fields: [block('words', 'blockquote', 'Words', { required: true }), block('source', 'char', 'Who said it')],
});
const image = block('image', 'imageWithAlt', 'Image', { icon: 'photo', group: 'Media', description: 'One picture with its own description.' });
const gallery = block('gallery', 'list', 'Gallery', {
  icon: 'photo', group: 'Media', description: 'Several pictures side by side.', min: 1, max: 12, item: block('item', 'image', 'Picture', { required: true }),
});
const moment = block('moment', 'struct', 'Moment', {
  icon: 'point',
  fields: [
    block('year', 'integer', 'Year', { required: true, min: 1000, max: 2100 }),
    block('heading', 'char', 'Heading', { required: true }),
    block('body', 'stream', 'Body', { blocks: [text, quote, image] }),
  ],
});
const timeline = block('timeline', 'struct', 'Timeline', {
  icon: 'timeline-event', group: 'Layout', description: 'Moments in order, each with its own blocks.',
  fields: [block('intro', 'text', 'Introduction'), block('moments', 'list', 'Moments', { item: moment, min: 1 })],
});
const visit = block('visit', 'snippetLink', 'Plan your visit', { icon: 'route', group: 'Layout', description: 'Directions and opening hours of a venue.', type: 'tides.Venue' });
const bodyBlocks = [text, quote, image, gallery, timeline, visit];

const everyBlock: Block[] = [
  ...bodyBlocks,
  block('char', 'char', 'Short text', { group: 'Simple', icon: 'letter-case' }),
  block('longText', 'text', 'Long text', { group: 'Simple', icon: 'align-left' }),
  block('integer', 'integer', 'Whole number', { group: 'Numbers', icon: 'number' }),
  block('float', 'float', 'Number', { group: 'Numbers', icon: 'number' }),
  block('decimal', 'decimal', 'Price', { group: 'Numbers', icon: 'coin', precision: 8, scale: 2 }),
  block('boolean', 'boolean', 'Yes or no', { group: 'Simple', icon: 'toggle-left' }),
  block('date', 'date', 'Date', { group: 'Dates', icon: 'calendar' }),
  block('time', 'time', 'Time', { group: 'Dates', icon: 'clock' }),
  block('datetime', 'datetime', 'Date and time', { group: 'Dates', icon: 'calendar-time' }),
  block('choice', 'choice', 'Choice', { group: 'Simple', icon: 'list-check', choices: [{ value: 'tide', label: 'Tide' }, { value: 'ebb', label: 'Ebb' }] }),
  block('multipleChoice', 'multipleChoice', 'Several choices', { group: 'Simple', icon: 'checkbox', choices: [{ value: 'n', label: 'North' }, { value: 's', label: 'South' }, { value: 'w', label: 'West' }] }),
  block('email', 'email', 'Email', { group: 'Simple', icon: 'mail' }),
  block('url', 'url', 'Web address', { group: 'Simple', icon: 'world' }),
  block('plainImage', 'image', 'Plain image', { group: 'Media', icon: 'photo' }),
  block('document', 'document', 'Document', { group: 'Media', icon: 'file' }),
  block('page', 'pageLink', 'Page', { group: 'Links', icon: 'file-text', types: null }),
  block('rawHtml', 'rawHtml', 'HTML', { group: 'Code', icon: 'code' }),
  block('blockquote', 'blockquote', 'Plain quote', { group: 'Basics', icon: 'blockquote' }),
  block('embed', 'embed', 'Video or sound', { group: 'Media', icon: 'video' }),
  block('table', 'table', 'Table', { group: 'Layout', icon: 'table' }),
  block('typedTable', 'typedTable', 'Typed table', {
    group: 'Layout', icon: 'table-options',
    columns: [block('text', 'char', 'Text'), block('number', 'float', 'Number'), block('rich', 'richText', 'Rich text', { features: ['bold', 'italic', 'link'] })],
  }),
  block('divider', 'static', 'Divider', { group: 'Layout', icon: 'separator-horizontal', text: 'A line across the page.' }),
  block('words', 'list', 'List of words', { group: 'Simple', icon: 'list', item: block('item', 'char', 'Word') }),
  block('section', 'stream', 'Section', { group: 'Layout', icon: 'section', blocks: [text, quote, image] }),
];

const authors = field('authors', 'childItems', 'Authors', {
  item: { label: 'Author', fields: [field('person', 'snippetLink', 'Person', { type: 'tides.Person', required: true }), field('role', 'char', 'Role')] },
});

export const contentTypes: ContentType[] = [
  pageType('tides.HomePage', 'Home page', 'Home pages', [
    field('hero', 'image', 'Hero image'),
    field('intro', 'richText', 'Introduction', { features: plainFeatures }),
    field('body', 'stream', 'Body', { blocks: bodyBlocks }),
  ], { icon: 'home', description: 'The front door of the site.', parents: [], maxCount: 1 }),
  pageType('tides.SectionPage', 'Section', 'Sections', [
    field('intro', 'text', 'Introduction'),
    field('body', 'stream', 'Body', { blocks: bodyBlocks }),
  ], { icon: 'folder', description: 'A part of the site with pages below it.' }),
  pageType('tides.ExhibitionPage', 'Exhibition', 'Exhibitions', [
    field('summary', 'text', 'Summary', { required: 'to-publish', maxLength: 300, help: 'Shown in lists and by search engines.' }),
    field('leadImage', 'image', 'Lead image', { required: 'to-publish' }),
    field('opens', 'date', 'Opens'), field('closes', 'date', 'Closes'),
    field('body', 'stream', 'Body', { blocks: bodyBlocks }),
    field('price', 'decimal', 'Price', { precision: 6, scale: 2, min: '0' }),
    field('free', 'boolean', 'Free for members'),
    field('venue', 'snippetLink', 'Venue', { type: 'tides.Venue' }),
    field('related', 'pageLink', 'See also', { types: ['tides.ExhibitionPage'] }),
    field('topics', 'tags', 'Topics', { freeform: true }),
  ], {
    icon: 'building-lighthouse', description: 'A show in one of the halls, with dates and tickets.', parents: ['tides.SectionPage'], children: ['tides.TextPage'],
    tabs: [
      { name: 'Content', panels: [{ field: 'title' }, { field: 'summary' }, { field: 'leadImage' }, { row: ['opens', 'closes'] }, { field: 'body' }] },
      { name: 'Dates and tickets', panels: [{ row: ['price', 'free'] }, { field: 'venue' }, { field: 'related' }, { field: 'topics' }] },
    ],
  }),
  pageType('tides.TextPage', 'Text page', 'Text pages', [
    field('intro', 'text', 'Introduction'),
    field('body', 'richText', 'Text', { features: allFeatures }),
    field('attachment', 'document', 'Attachment'),
  ], { icon: 'file-text', description: 'Plain writing: one text with pictures in it.' }),
  pageType('tides.JournalIndexPage', 'Journal', 'Journals', [field('intro', 'text', 'Introduction')], {
    icon: 'notebook', description: 'A list of journal entries, newest first.', children: ['tides.JournalPage'], maxCount: 1,
  }),
  pageType('tides.JournalPage', 'Journal entry', 'Journal entries', [
    field('date', 'date', 'Date', { required: true }),
    field('cover', 'image', 'Cover'),
    field('body', 'stream', 'Body', { blocks: bodyBlocks }),
    authors,
    field('topics', 'tags', 'Topics', { freeform: true }),
  ], { icon: 'article', description: 'Something that happened, by somebody.', parents: ['tides.JournalIndexPage'], children: [] }),
  pageType('tides.SamplerPage', 'Sampler', 'Samplers', [
    field('char', 'char', 'Short text', { required: true, minLength: 3, maxLength: 80, help: 'Between 3 and 80 letters.' }),
    field('text', 'text', 'Long text', { maxLength: 500 }),
    field('richText', 'richText', 'Rich text', { features: allFeatures }),
    field('integer', 'integer', 'Whole number', { min: 0, max: 100 }), field('float', 'float', 'Number'),
    field('decimal', 'decimal', 'Decimal', { precision: 8, scale: 3 }),
    field('boolean', 'boolean', 'Yes or no'), field('maybe', 'boolean', 'Yes, no or unknown', { nullable: true, defaultValue: null }),
    field('date', 'date', 'Date'), field('time', 'time', 'Time'), field('datetime', 'datetime', 'Date and time'), field('duration', 'duration', 'Duration'),
    field('choice', 'choice', 'Choice', { choices: [{ value: 'low', label: 'Low water' }, { value: 'high', label: 'High water' }, { value: 'slack', label: 'Slack water' }] }),
    field('multipleChoice', 'multipleChoice', 'Several choices', { choices: [{ value: 'wind', label: 'Wind' }, { value: 'rain', label: 'Rain' }, { value: 'fog', label: 'Fog' }] }),
    field('email', 'email', 'Email'), field('url', 'url', 'Web address'), field('code', 'slug', 'Short code'),
    field('uuid', 'uuid', 'Identifier', { readOnly: true }), field('json', 'json', 'Data'),
    field('image', 'image', 'Image'), field('document', 'document', 'Document'),
    field('pageLink', 'pageLink', 'Page', { types: null }), field('snippetLink', 'snippetLink', 'Venue', { type: 'tides.Venue' }),
    field('people', 'snippets', 'People', { type: 'tides.Person' }), field('collection', 'collection', 'Collection'),
    field('topics', 'tags', 'Topics', { freeform: true }), authors,
    field('stream', 'stream', 'Blocks', { blocks: everyBlock, max: 40, counts: { timeline: { max: 2 } } }),
  ], {
    icon: 'palette', description: 'One field of every kind, for trying things out.',
    tabs: [
      { name: 'Words', panels: [{ field: 'title' }, { help: 'One control for each kind of field.' }, { field: 'char' }, { field: 'text' }, { field: 'richText' }, { row: ['email', 'url'] }, { row: ['code', 'uuid'] }] },
      { name: 'Numbers and dates', panels: [{ row: ['integer', 'float', 'decimal'] }, { row: ['boolean', 'maybe'] }, { row: ['date', 'time'] }, { row: ['datetime', 'duration'] }, { heading: 'Choices', panels: [{ field: 'choice' }, { field: 'multipleChoice' }] }, { heading: 'Data', collapsed: true, panels: [{ field: 'json' }] }] },
      { name: 'Links', panels: [{ field: 'image' }, { field: 'document' }, { field: 'pageLink' }, { field: 'snippetLink' }, { field: 'people' }, { field: 'collection' }, { field: 'topics' }, { field: 'authors' }] },
      { name: 'Blocks', panels: [{ field: 'stream' }] },
    ],
  }),
  snippetType('tides.Venue', 'Venue', 'Venues', 'name', [
    field('name', 'char', 'Name', { required: true }), field('hours', 'text', 'Opening hours'), field('directions', 'richText', 'Directions', { features: plainFeatures }), field('picture', 'image', 'Picture'),
  ], 'map-pin', 'A hall or wing, with its opening hours.'),
  snippetType('tides.Person', 'Person', 'People', 'name', [
    field('name', 'char', 'Name', { required: true }), field('email', 'email', 'Email'), field('portrait', 'image', 'Portrait'), field('about', 'text', 'About'),
  ], 'user', 'Somebody who writes or is written about.'),
];
