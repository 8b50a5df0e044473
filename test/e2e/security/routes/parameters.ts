import { CANARIES, canary, type CanaryName } from '../canaries.js';
import type { Fixture, ObjectName } from '../fixture.js';

/** What a parameter is asked: something that is true of what is hidden, and the same of nothing at all. */
export interface Pair {
  readonly hit: string;
  readonly miss: string;
  /** What is told by it; default the word itself. */
  readonly tells?: CanaryName;
  /** Both are refused, whoever asks. */
  readonly refused?: boolean;
}

/** Pairs of its own, or values to be asked beside the pairs of the parameters that find things. */
export type ParameterRow = { readonly pairs: (fixture: Fixture) => Pair[] } | { readonly beside: readonly string[] };

const NOWHERE = 'Nowhere7Qx';
const ABSENT = '2147483000';
const words: ParameterRow = { pairs: () => CANARIES.map((name) => ({ hit: canary(name), miss: NOWHERE })) };
const beside = (...values: string[]): ParameterRow => ({ beside: values });
const about = (...names: ObjectName[]): ParameterRow => ({
  pairs: ({ ids }) => names.map((name) => ({ hit: String(ids[name]), miss: ABSENT, ...toldBy(name) })),
});
/** Whoever may know these may know of the things. */
const TOLD_BY: Partial<Record<ObjectName, CanaryName>> = {
  'private page of /a': 'private page',
  'private image': 'image title',
  'private document': 'private file',
};
const toldBy = (name: ObjectName): Pick<Pair, 'tells'> => {
  const tells = TOLD_BY[name];
  return tells ? { tells } : {};
};
const OF_PRIVATE_PAGE = { tells: 'private page' } as const;
const refused = (...hits: string[]): ParameterRow => ({
  pairs: () => hits.map((hit) => ({ hit, miss: hit.replace(/whereabouts|secret|remark|passwordHash|totpSecret|tokenHash/g, 'nothing'), refused: true })),
}); // prettier-ignore

/** Columns that nobody filters or orders by, administrators included, and those that need a permission. */
export const HIDDEN = ['whereabouts', 'secret', 'remark', 'passwordHash', 'totpSecret', 'tokenHash'];
const DATE = '2020-01-01';

/**
 * Every parameter of a query, by its name. A new one is a new line: with what it could be made to tell, or with values to
 * stand beside a search.
 */
export const PARAMETERS: Readonly<Record<string, ParameterRow>> = {
  q: words,
  search: words,
  ids: about('draft of /a', 'private page of /a', 'trashed page', 'private image', 'private document'),
  id: about('draft of /a', 'private page of /a', 'private image', 'private document'),
  parent: about('draft of /a', 'private page of /a', 'section a'),
  child_of: about('draft of /a', 'private page of /a'),
  descendant_of: about('draft of /a', 'private page of /a'),
  ancestor_of: about('draft of /a', 'private page of /a'),
  translation_of: about('draft of /a', 'private page of /a'),
  alias_of: about('draft of /a', 'private page of /a'),
  page: about('private page of /a'),
  collection: about('private collection'),
  uploadedById: about('owner'),
  user: beside('1'),
  hash: beside('0'.repeat(64)),
  subject: { pairs: ({ ids }) => [{ hit: `page:${ids['draft of /a']}`, miss: `page:${ABSENT}` }] },
  from: beside(DATE),
  after: beside('nothing'),
  order: refused(...HIDDEN, ...HIDDEN.map((name) => `-${name}`)),
  columns: refused('secret', 'remark'),
  'filter.<field>.<operator>': {
    pairs: () =>
      ['secret', 'remark', 'about.draftTitle', 'id::text', '__proto__', 'constructor'].map((field) => ({
        hit: `filter.${field}.contains=${canary('model secret')}`,
        miss: `filter.${field}.contains=${NOWHERE}`,
        refused: true,
      })),
  },
  filter: {
    pairs: () =>
      ['whereabouts', 'remark', 'owner', 'neighbour][whereabouts', 'owner][passwordHash', 'draft_title', '__proto__'].map((field) => ({
        hit: `filter[${field}][contains]=${canary('hidden field')}`,
        miss: `filter[${field}][contains]=${NOWHERE}`,
        refused: true,
      })), // prettier-ignore
  },
  fields: refused('whereabouts', 'neighbour(whereabouts)', '*,remark', 'owner(passwordHash)', '_,secret'),
  include: refused('whereabouts', 'secret'),
  html_path: { pairs: () => [{ hit: '/a/canaryprivatepageqx7/', miss: '/a/nowhere7qx/', ...OF_PRIVATE_PAGE }] },
  title: { pairs: () => [{ hit: canary('private page'), miss: NOWHERE }, { hit: canary('image title'), miss: NOWHERE }] },
  slug: { pairs: () => [{ hit: 'canaryprivatepageqx7', miss: 'nowhere7qx', ...OF_PRIVATE_PAGE }] },
  old_path: { pairs: () => [{ hit: '/old', miss: '/nowhere' }] },
  seo_title: { pairs: () => [{ hit: canary('private page'), miss: NOWHERE }] },
  search_description: { pairs: () => [{ hit: canary('private page'), miss: NOWHERE }] },
  about: about('draft of /a'),
  wording: words,
  actions: beside('page.edit'),
  administrator: beside('true', 'false'),
  automatic: beside('true'),
  below: beside('1'),
  bom: beside('true'),
  createdFrom: beside(DATE),
  createdTo: beside(DATE),
  cursor: beside('', 'bm90aGluZw'),
  depth: beside('3'),
  fallback: beside('true'),
  first_published_at: beside('2020-01-01T00:00:00Z'),
  for: beside('move', 'copy'),
  format: beside('json', 'csv'),
  gaps: beside('missing'),
  group: beside('1'),
  grouped: beside('true'),
  header: beside('names'),
  height: beside('30'),
  limit: beside('0', '1', '100', '-1', '1e9'),
  locale: beside('en', 'xx'),
  maxWidth: beside('10'),
  mediaKind: beside('document'),
  mimeType: beside('application/pdf', 'image/jpeg'),
  mine: beside('true'),
  missingAlt: beside('true'),
  offset: beside('0', '1', '-1', '1000000000'),
  orientation: beside('landscape'),
  permanent: beside('true'),
  permission: beside('page.edit'),
  recursive: beside('true'),
  renditions: beside('picture:width-10'),
  renditions_signature: beside('nothing'),
  request: beside('nothing'),
  resolve: beside('true'),
  rich_text_format: beside('html'),
  rights: beside('none'),
  search_operator: beside('or', 'and'),
  secondFactor: beside('true'),
  show_in_menus: beside('true', 'false'),
  site: beside('1'),
  specs: beside('width-10'),
  state: beside('draft', 'live', 'scheduled'),
  subjectTypes: beside('page'),
  tag: beside('nothing'),
  tags: beside('nothing'),
  to: beside('live'),
  trash: beside('true', 'false'),
  type: beside('fortress.Article', 'garden.Home'),
  until: beside('2099-01-01'),
  unused: beside('true', 'false'),
  url: beside('https://nowhere.invalid/'),
  width: beside('40'),
}; // prettier-ignore

/** Of requests that change something: what they may be about is asked by test/e2e/security/routes/objects.ts. */
export const OF_WRITES: readonly string[] = ['force', 'purge', 'kind', 'siteId', 'path', 'successor', 'site'];
