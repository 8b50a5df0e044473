import {
  blockquote, boolean, choice, choices, date, datetime, decimal, document, duration, email, float, image, integer, json, list, longText,
  optional, pageLink, richText, slug, snippetLink, stream, struct, text, time, typedTable, url, uuid,
} from '@pipit/cms'; // prettier-ignore
import { WEEKDAYS } from './months.js';
import { Person } from './snippets.js';

/** Blocks with an inside of their own, by what they show. */

export const heading = struct(
  {
    text: text({ maxLength: 120 }),
    level: choice({
      of: [
        { value: 'h2', label: 'Section' },
        { value: 'h3', label: 'Subsection' },
      ],
    }),
    anchor: optional(slug({ help: 'Lets links lead straight here.' })),
  },
  { icon: 'heading', group: 'Text' },
);

export const picture = struct(
  {
    image: image(),
    caption: optional(text({ maxLength: 200 })),
    width: choice({
      of: [
        { value: 'normal', label: 'As wide as the text' },
        { value: 'wide', label: 'Wider' },
      ],
    }),
  },
  { icon: 'photo', group: 'Pictures' },
);

export const gallery = list(struct({ photo: image(), caption: optional(text({ maxLength: 200 })) }), {
  min: 1,
  icon: 'photo-scan',
  group: 'Pictures',
});

export const voice = struct(
  { quote: longText(), person: snippetLink(() => Person) },
  { icon: 'message', group: 'People' },
);

export const fares = typedTable(
  {
    text: text(),
    price: decimal({ precision: 8, scale: 2 }),
    count: integer(),
    included: boolean(),
    note: optional(richText({ features: ['bold', 'italic', 'link'] })),
    page: optional(pageLink()),
  },
  { icon: 'receipt', group: 'Facts', label: 'Table of fares' },
);

export const figures = list(
  struct({ value: float(), unit: optional(text({ maxLength: 12 })), label: text({ maxLength: 80 }) }),
  {
    icon: 'number',
    group: 'Facts',
  },
);

export const notice = struct(
  {
    level: choice({ of: ['info', 'warning', 'closure'] }),
    text: richText({ features: ['bold', 'italic', 'link'] }),
    from: optional(date()),
    until: optional(date()),
  },
  { icon: 'alert-circle', group: 'Facts' },
);

export const hours = struct(
  {
    first: time({ label: 'First train' }),
    last: time({ label: 'Last train' }),
    every: integer({ label: 'Minutes between' }),
    days: choices({ of: WEEKDAYS }),
  },
  { icon: 'clock', group: 'Facts', label: 'Hours of service' },
);

export const appointment = struct(
  { label: text({ maxLength: 120 }), at: datetime(), lasts: optional(duration()) },
  { icon: 'calendar-event', group: 'Facts' },
);

export const questions = list(
  struct({ question: text({ maxLength: 200 }), answer: richText(), open: boolean({ label: 'Open at first' }) }),
  { icon: 'help', group: 'Text', label: 'Questions and answers' },
);

export const journey = stream(
  {
    ride: struct({ from: pageLink(), to: pageLink(), minutes: integer() }, { icon: 'train' }),
    walk: struct({ minutes: integer(), note: optional(text()) }, { icon: 'walk' }),
    pause: text({ icon: 'coffee' }),
  },
  { icon: 'route', group: 'Facts', label: 'A day, leg by leg' },
);

export const timeline = stream(
  {
    year: struct({ year: integer(), text: richText({ features: ['bold', 'italic', 'link'] }) }, { icon: 'calendar' }),
    picture: image({ icon: 'photo' }),
  },
  { icon: 'timeline', group: 'Text' },
);

export const papers = list(
  struct({
    file: document(),
    reference: optional(uuid({ help: 'Its number in the archive.' })),
    pages: optional(integer()),
  }),
  { icon: 'files', group: 'Links' },
);

export const action = struct(
  { label: text({ maxLength: 60 }), page: optional(pageLink()), url: optional(url()), email: optional(email()) },
  { icon: 'click', group: 'Links', label: 'Button' },
);

export const spot = struct(
  { latitude: float(), longitude: float(), label: text() },
  { icon: 'map-pin', group: 'Facts', label: 'Place on the map' },
);

export const chart = struct(
  {
    title: text(),
    unit: optional(text({ maxLength: 20 })),
    data: json({ help: 'Pairs of name and number, as in [["May", 118]].' }),
  },
  { icon: 'chart-bar', group: 'Facts' },
);

export const spec = struct(
  {
    wheelDiameter: optional(float({ label: 'Wheel diameter in metres' })),
    seats: optional(integer()),
    builtOn: optional(date()),
    retired: boolean(),
    drawingNo: optional(slug({ label: 'Number of the drawing' })),
    manual: optional(url()),
  },
  { icon: 'list-details', group: 'Facts', label: 'Data sheet' },
);

export const quote = blockquote({ icon: 'quote', group: 'Text' });
