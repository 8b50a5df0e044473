import {
  MAX_ID,
  block,
  declarationOf,
  defineFieldKind,
  fieldDecorator,
  isDeclared,
  type Block,
  type FieldOptions,
  type NodeOptions,
} from '@pipit/content-types';
import { Page, ROOT_ID } from './page.entity.js';

/** Options of links to pages. */
export interface PageLinkOptions extends NodeOptions {
  /** Types a target may have; default any. Thunk, as files import each other. */
  readonly types?: () => readonly object[];
  /** The root of the tree may be chosen; default false. */
  readonly root?: boolean;
  /** What happens to this value when the page is gone for good. */
  readonly onDelete?: 'SET NULL' | 'CASCADE' | 'RESTRICT';
}

const typeNames = ({ types }: PageLinkOptions): string[] | null =>
  types?.()
    .filter(isDeclared)
    .map((type) => declarationOf(type).name) ?? null;

/** A page, by its id. */
export const pageLinkKind = defineFieldKind<PageLinkOptions>({
  name: 'pageLink',
  storage: (options) => ({
    type: 'relation',
    target: () => Page,
    onDelete: options.onDelete ?? 'SET NULL',
    ...(options.types ? { only: { column: 'type', values: () => typeNames(options) ?? [] } } : {}),
  }),
  linksTo: ({ types }) => ({ category: 'page', types: types?.() ?? [] }),
  emptyValue: () => null,
  jsonSchema: () => ({ type: ['integer', 'null'], minimum: 1, maximum: MAX_ID }),
  check: (value, { root = false }) =>
    value === ROOT_ID && !root ? [{ code: 'root', message: 'The root of the page tree cannot be chosen here.' }] : [],
  references: (value) => (typeof value === 'number' ? [{ targetType: 'page', id: value }] : []),
  describeOptions: (options) => ({ types: typeNames(options), root: options.root ?? false }),
  represent: (value, _options, represent) =>
    typeof value === 'number' && represent.exists({ targetType: 'page', id: value }) ? value : null,
});

/** A page. The property is the page itself (`Relation<Page> | null`), the JSON value its id. */
export const PageLinkField = (options: PageLinkOptions & FieldOptions = {}) =>
  fieldDecorator<Page | null, PageLinkOptions>(pageLinkKind, options);

/** A block that holds a page's id. */
export const pageLink = (options: PageLinkOptions = {}): Block<number | null, PageLinkOptions> =>
  block(pageLinkKind, options);
