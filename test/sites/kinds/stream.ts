import {
  blockquote,
  boolean,
  choice,
  choices,
  date,
  datetime,
  decimal,
  email,
  embed,
  float,
  integer,
  list,
  longText,
  optional,
  rawHtml,
  richText,
  staticBlock,
  stream,
  struct,
  table,
  text,
  time,
  typedTable,
  url,
} from '@pipit/content-types';
import { document, image, imageWithAlt } from '@pipit/media';
import { pageLink } from '@pipit/pages';
import { snippetLink } from '@pipit/snippets';
import { Topic } from './topic.js';

// Members without a value are null, not '', as in the site this was recorded from.
const link = struct({
  label: text({ nullable: true }),
  page: optional(pageLink()),
  url: optional(url({ nullable: true })),
  new_window: boolean({ default: true }),
});

/** A block of every kind. */
export const everyBlock = stream({
  char: text(),
  text: longText(),
  email: email(),
  integer: integer(),
  float: float(),
  decimal: decimal({ precision: 10, scale: 3 }),
  regex: text({ pattern: '[A-Z]{2}', patternMessage: 'Write two capital letters.' }),
  url: url(),
  boolean: boolean(),
  date: date(),
  time: time(),
  datetime: datetime(),
  rich_text: richText(),
  raw_html: rawHtml(),
  quote: blockquote(),
  choice: choice({ of: ['a', 'b'] }),
  choices: choices({ of: ['a', 'b', 'c'] }),
  page: pageLink(),
  document: document(),
  image: image(),
  image_alt: imageWithAlt(),
  topic: snippetLink(() => Topic),
  embed: embed(),
  static: staticBlock(),
  list: list(text()),
  link,
  links: list(link),
  inner: stream({ text: text(), link }),
  table: table(),
  typed_table: typedTable({ text: text(), number: integer(), rich: richText(), page: pageLink() }),
});
