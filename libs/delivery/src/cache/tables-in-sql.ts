/** Statements are written by us and few; those whose text follows a query's wording are forgotten in turn. */
const REMEMBERED = 1000;
/** Stands for what could not be read: nothing is known of its changes, so that nothing that names it is kept. */
const UNREADABLE = '?';

const known = new Map<string, readonly string[]>();

const SOURCE = /(?<!\bDISTINCT\s+)\b(?:FROM|JOIN)\s+(?:LATERAL\s+|ONLY\s+)?"?([a-z_][a-z0-9_]*)"?/gi;
const NAMED_QUERY = /"?([a-z_][a-z0-9_]*)"?\s*(?:\([^()]*\)\s*)?\bAS\s+(?:NOT\s+)?(?:MATERIALIZED\s+)?\(/gi;
const COMMA_JOIN = /(?<!\bDISTINCT\s+)\bFROM\s+"?[a-z_]\w*"?(?:\s+(?:AS\s+)?"?[a-z_]\w*"?)?\s*,/i;
const FUNCTIONS = /^(unnest|generate_series|jsonb?_\w+|string_to_table|regexp_split_to_table|lateral)$/;

/**
 * Names of the tables that a statement of ours reads: what follows FROM and JOIN, without named queries and functions.
 * A name too many does no harm, a comma between tables hides one and is not understood on purpose.
 */
export function tablesIn(text: string): readonly string[] {
  const before = known.get(text);
  if (before) return before;
  const queries = new Set([...text.matchAll(NAMED_QUERY)].map(([, name]) => name?.toLowerCase()));
  const names = [...text.matchAll(SOURCE)].map(([, name = '']) => name.toLowerCase());
  const tables = new Set(names.filter((name) => !queries.has(name) && !FUNCTIONS.test(name)));
  if (COMMA_JOIN.test(text)) tables.add(UNREADABLE);
  if (known.size >= REMEMBERED) known.delete(known.keys().next().value as string);
  known.set(text, [...tables]);
  return [...tables];
}
