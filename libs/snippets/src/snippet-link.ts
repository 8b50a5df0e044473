import {
  MAX_ID,
  block,
  declarationOf,
  defineFieldKind,
  fieldDecorator,
  type Block,
  type FieldOptions,
  type NodeOptions,
} from '@pipit/content-types';

/** Options of links to snippets. */
export interface SnippetLinkOptions extends NodeOptions {
  /** The snippet's class, lazily, because files import each other. */
  readonly type: () => object;
  /** What happens to this value when the snippet is deleted. */
  readonly onDelete?: 'SET NULL' | 'CASCADE' | 'RESTRICT';
}

/** Options of several links to snippets. */
export interface SnippetsOptions extends Omit<SnippetLinkOptions, 'onDelete'> {
  /** The links keep the order they are given in. Without it they are answered in the order of their ids. */
  readonly ordered?: boolean;
}

type Ref<T> = () => abstract new (...args: never[]) => T;

const typeName = (options: Pick<SnippetLinkOptions, 'type'>): string => declarationOf(options.type()).name;

/** A snippet, by its id. */
export const snippetLinkKind = defineFieldKind<SnippetLinkOptions>({
  name: 'snippetLink',
  storage: (options) => ({ type: 'relation', target: options.type, onDelete: options.onDelete ?? 'SET NULL' }),
  linksTo: ({ type }) => ({ category: 'snippet', types: [type()] }),
  emptyValue: () => null,
  jsonSchema: () => ({ type: ['integer', 'null'], minimum: 1, maximum: MAX_ID }),
  references: (value, options) => (typeof value === 'number' ? [{ targetType: typeName(options), id: value }] : []),
  describeOptions: (options) => ({ type: typeName(options) }),
  represent: (value, options, represent) =>
    typeof value === 'number' && represent.exists({ targetType: typeName(options), id: value }) ? value : null,
});

/** Several snippets of one type. */
export const snippetsKind = defineFieldKind<SnippetsOptions>({
  name: 'snippets',
  storage: ({ type, ordered }) => ({ type: 'manyToMany', target: type, ...(ordered ? { ordered } : {}) }),
  linksTo: ({ type }) => ({ category: 'snippet', types: [type()] }),
  emptyValue: () => [],
  jsonSchema: () => ({ type: 'array', items: { type: 'integer', minimum: 1, maximum: MAX_ID }, uniqueItems: true }),
  references: (value, options) =>
    Array.isArray(value)
      ? value.flatMap((id) => (typeof id === 'number' ? [{ targetType: typeName(options), id }] : []))
      : [],
  describeOptions: (options) => ({ type: typeName(options), ordered: options.ordered ?? false }),
});

/** A snippet. The property is the snippet itself (`Relation<Author> | null`), the JSON value its id. */
export const SnippetLinkField = <T extends object>(
  type: Ref<T>,
  options: Omit<SnippetLinkOptions, 'type'> & FieldOptions = {},
) => fieldDecorator<T | null, SnippetLinkOptions>(snippetLinkKind, { ...options, type });

/** Several snippets of one type, many to many. The JSON value is a list of ids; `ordered` keeps their order. */
export const SnippetsField = <T extends object>(
  type: Ref<T>,
  options: Omit<SnippetsOptions, 'type'> & FieldOptions = {},
) => fieldDecorator<T[], SnippetsOptions>(snippetsKind, { ...options, type });

/** A block that holds a snippet's id. */
export const snippetLink = (
  type: () => object,
  options: Omit<SnippetLinkOptions, 'type'> = {},
): Block<number | null, SnippetLinkOptions> => block(snippetLinkKind, { ...options, type });
