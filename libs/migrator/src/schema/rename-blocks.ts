import { innerNodes, type ContentNode } from '@pipit/content-types';
import type { ContentRename, OperationCall } from './rename-draft.js';
import type { DeclaredType } from './declared-types.js';
import type { KnownRenames } from './known-renames.js';

/** How a rename is known: by its place under the names of today, and the two names. */
function keyOf(type: string, field: string, call: OperationCall): string {
  return `${type}.${field}/${pathOf(call)}`;
}

function pathOf(call: OperationCall): string {
  if (call.name === 'renameBlock') return call.given.join('=');
  const [path, from, to] = call.given;
  return `${path === '' ? '' : `${path}.`}${from}=${to}`;
}

/** What renames the blocks and members of declared fields which say what they were called, and are not renamed yet. */
export function blockRenames(types: readonly DeclaredType[], known: KnownRenames): ContentRename[] {
  return types.flatMap(({ name, fields, within }) =>
    fields.flatMap(({ node, name: field }): ContentRename[] => {
      if (!node) return [];
      const calls = callsOf(node, [], new Set()).filter((call) => !known.has(keyOf(name, field, call)));
      if (calls.length === 0) return [];
      const where = within.length > 0 ? { within } : {};
      return [{ call: 'migrateContent', content: { type: name, field, ...where }, operations: calls }];
    }),
  );
}

/** The outermost first, so that the way to those inside goes by names that are there by then. */
function callsOf(node: ContentNode, path: readonly string[], passed: ReadonlySet<object>): OperationCall[] {
  const self = node.repeats ?? node.options;
  if (passed.has(self)) return [];
  const inside = new Set([...passed, self]);
  const inner = innerNodes(node);
  // What a list holds has one name for good, whatever its block was called elsewhere.
  const own = (node.kind.name === 'list' ? [] : inner).flatMap((each) =>
    [each.options.was ?? []]
      .flat()
      .map((old): OperationCall =>
        node.kind.shape === 'members'
          ? { name: 'renameMember', given: [path.join('.'), old, each.name] }
          : { name: 'renameBlock', given: [[...path, old].join('.'), each.name] },
      ),
  );
  return [...own, ...inner.flatMap((each) => callsOf(each, [...path, each.name], inside))];
}
