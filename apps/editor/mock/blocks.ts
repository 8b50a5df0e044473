import type { Block } from '../src/api/types.ts';
import { block } from './fields.ts';

export const allFeatures = [
  'bold',
  'italic',
  'strikethrough',
  'superscript',
  'subscript',
  'code',
  'h2',
  'h3',
  'h4',
  'ol',
  'ul',
  'hr',
  'blockquote',
  'link',
  'documentLink',
  'image',
  'embed',
];
export const plainFeatures = ['bold', 'italic', 'h3', 'ol', 'ul', 'blockquote', 'link', 'documentLink'];

const text = block('text', 'richText', 'Text', {
  icon: 'typography',
  group: 'Basics',
  description: 'Paragraphs, headings and lists.',
  features: plainFeatures,
});
const quote = block('quote', 'struct', 'Quote', {
  icon: 'quote',
  group: 'Basics',
  description: 'Somebody’s words, with their name.',
  fields: [block('words', 'blockquote', 'Words', { required: true }), block('source', 'char', 'Who said it')],
});
const image = block('image', 'imageWithAlt', 'Image', {
  icon: 'photo',
  group: 'Media',
  description: 'One picture with its own description.',
});
const gallery = block('gallery', 'list', 'Gallery', {
  icon: 'photo',
  group: 'Media',
  description: 'Several pictures side by side.',
  min: 1,
  max: 12,
  item: block('item', 'image', 'Picture', { required: true }),
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
  icon: 'timeline-event',
  group: 'Layout',
  description: 'Moments in order, each with its own blocks.',
  fields: [block('intro', 'text', 'Introduction'), block('moments', 'list', 'Moments', { item: moment, min: 1 })],
});
const visit = block('visit', 'snippetLink', 'Plan your visit', {
  icon: 'route',
  group: 'Layout',
  description: 'Directions and opening hours of a venue.',
  type: 'tides.Venue',
});
export const bodyBlocks = [text, quote, image, gallery, timeline, visit];

export const everyBlock: Block[] = [
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
  block('choice', 'choice', 'Choice', {
    group: 'Simple',
    icon: 'list-check',
    choices: [
      { value: 'tide', label: 'Tide' },
      { value: 'ebb', label: 'Ebb' },
    ],
  }),
  block('multipleChoice', 'multipleChoice', 'Several choices', {
    group: 'Simple',
    icon: 'checkbox',
    choices: [
      { value: 'n', label: 'North' },
      { value: 's', label: 'South' },
      { value: 'w', label: 'West' },
    ],
  }),
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
    group: 'Layout',
    icon: 'table-options',
    columns: [
      block('text', 'char', 'Text'),
      block('number', 'float', 'Number'),
      block('rich', 'richText', 'Rich text', { features: ['bold', 'italic', 'link'] }),
    ],
  }),
  block('divider', 'static', 'Divider', {
    group: 'Layout',
    icon: 'separator-horizontal',
    text: 'A line across the page.',
  }),
  block('words', 'list', 'List of words', { group: 'Simple', icon: 'list', item: block('item', 'char', 'Word') }),
  block('section', 'stream', 'Section', { group: 'Layout', icon: 'section', blocks: [text, quote, image] }),
];
