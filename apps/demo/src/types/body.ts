import {
  document,
  embed,
  imageWithAlt,
  list,
  longText,
  pageLink,
  rawHtml,
  richText,
  snippetLink,
  staticBlock,
  stream,
  struct,
  table,
  text,
} from '@pipit/cms';
import {
  action, appointment, chart, fares, figures, gallery, heading, hours, journey, notice, papers, picture, questions, quote, spec, spot,
  timeline, voice,
} from './body-parts.js'; // prettier-ignore
import { Person } from './snippets.js';

const checklist = list(text({ maxLength: 200 }), { icon: 'checklist', group: 'Text' });
const paragraph = richText({
  icon: 'align-left',
  group: 'Text',
  features: [
    'bold', 'italic', 'strikethrough', 'superscript', 'subscript', 'code', 'h2', 'h3', 'h4', 'ol', 'ul', 'hr', 'blockquote', 'link',
    'documentLink', 'image', 'embed',
  ],
}); // prettier-ignore
const download = document({ icon: 'file-download', group: 'Links' });

/** One half of a pair of columns: the few blocks that look well when narrow. */
const column = stream({ heading, paragraph, checklist, download, picture });

/** The body of every page that has one. */
export const body = stream({
  heading,
  lead: longText({ icon: 'text-size', group: 'Text', description: 'A larger first paragraph.' }),
  paragraph,
  checklist,
  quote,
  questions,
  timeline,
  picture,
  illustration: imageWithAlt({ icon: 'photo-check', group: 'Pictures' }),
  gallery,
  embed: embed({ icon: 'movie', group: 'Pictures', label: 'Film' }),
  voice,
  person: snippetLink(() => Person, { icon: 'user', group: 'People' }),
  people: list(
    snippetLink(() => Person),
    { icon: 'users', group: 'People' },
  ),
  figures,
  timetable: table({ icon: 'table', group: 'Facts' }),
  fares,
  hours,
  notice,
  appointment,
  journey,
  spot,
  chart,
  spec,
  download,
  papers,
  action,
  teaser: pageLink({ icon: 'link', group: 'Links' }),
  columns: struct({ left: column, right: column }, { icon: 'columns-2', group: 'Layout', label: 'Two columns' }),
  newsletter: staticBlock({
    icon: 'mail',
    group: 'Layout',
    text: 'An invitation to our letter. Its words belong to the site.',
  }),
  html: rawHtml({ icon: 'code', group: 'Layout', label: 'HTML' }),
});
