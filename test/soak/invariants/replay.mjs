import { ReplayedTree } from './replayed-tree.mjs';

/** @import { Operation } from '../support/operation-log.mjs' */
/** @import { Evidence } from './index.mjs' */
/** @import { Node } from './replayed-tree.mjs' */

/**
 * Translations are left out: where they come to stand is nobody's wish, and their tree is one of its own. Whether it is
 * a tree is looked at elsewhere.
 */
const NODES = `SELECT p.id, p.parent_id AS parent, p.sort_key AS key, p.slug, p.live, p.alias_of_id AS "aliasOf",
         coalesce(r.snapshot->'base'->>'slug', p.slug) AS "draftSlug"
    FROM page p LEFT JOIN revision r ON r.id = p.latest_revision_id
   WHERE p.parent_id IS NULL OR p.locale_id = (SELECT id FROM locale WHERE is_default)`;

/**
 * A tree at a moment when nothing happens to it.
 * @typedef {object} Beginning
 * @property {readonly Node[]} nodes
 * @property {number} after the last audit entry by then
 */

/** The tree as it stands, to begin from. @param {Evidence['sql']} sql @returns {Promise<Beginning>} */
export async function treeNow(sql) {
  const [last] = await sql('SELECT coalesce(max(storm_order), 0)::int AS after FROM audit_entry');
  return { nodes: await sql(NODES), after: Number(last?.['after']) };
}

/**
 * Replays what was accepted, in the order of the audit log, from the tree as it was, and compares the result with the
 * tree as it is. Moves and restores are told their place by the client that asked for them.
 * @param {Evidence} evidence
 * @param {Beginning} beginning
 * @returns {Promise<string[]>} where they differ
 */
export async function replayFaults({ sql, log }, { nodes, after }) {
  const asked = new Map(log.writes.map((operation) => [operation.requestId, operation]));
  const tree = new ReplayedTree(nodes);
  /** @type {string[]} */
  const faults = [];
  /** @type {Copies} */
  const copies = new Map();
  const entries = await accepted(sql, after);
  for (const entry of entries) {
    try {
      apply(tree, entry, asked.get(entry.requestId), copies);
    } catch (error) {
      faults.push(`replay: ${entry.action} of ${entry.id}: ${error instanceof Error ? error.message : error}`);
    }
  }
  return [...faults, ...differences(tree.nodes, await sql(NODES), (id) => storyOf(id, entries))];
}

/** What was done to a page, in short: whoever looks into a fault begins here. @param {number} id @param {Entry[]} entries */
function storyOf(id, entries) {
  const own = entries.filter((entry) => entry.id === id);
  return own.map(({ action, slug, order }) => `${order} ${action}${slug === null ? '' : ` (${slug})`}`).join(', ');
}

/**
 * @typedef {object} Entry
 * @property {string} action
 * @property {number} id of the page
 * @property {string} requestId
 * @property {Record<string, any>} data
 * @property {string | null} slug of the revision it names
 * @property {number} order
 */

/**
 * Of each request the copies it made, by their origins.
 * @typedef {Map<string, Map<number, number>>} Copies
 */

/** @param {Evidence['sql']} sql @param {number} after @returns {Promise<Entry[]>} */
function accepted(sql, after) {
  return sql(
    `SELECT a.action, a.subject_id AS id, a.request_id AS "requestId", a.data, a.storm_slug AS slug,
            a.storm_order::int AS "order"
       FROM audit_entry a
      WHERE a.subject_type = 'page' AND a.storm_order > $1 ORDER BY a.storm_order`,
    [after],
  );
}

/**
 * @param {ReplayedTree} tree
 * @param {Entry} entry
 * @param {Operation | undefined} asked
 * @param {Copies} copies
 */
function apply(tree, { action, id, data, slug, requestId }, asked, copies) {
  const body = asked?.body ?? {};
  // What is made for a translation stands in the other language's tree.
  if (data['translationOf']) return;
  switch (action) {
    case 'page.create':
      return tree.create({ id, parent: body.parentId, slug: slug ?? asked?.answer?.slug ?? '' });
    case 'page.edit':
    case 'page.revert':
      if (slug === null) throw new Error('it names no revision');
      return tree.change(id, { draftSlug: slug, ...(tree.get(id).live ? {} : { slug }) });
    case 'page.publish':
      return tree.show(id, true);
    case 'page.unpublish':
      return tree.show(id, false);
    case 'page.move':
      return tree.move(id, data['to'], body.before ?? null);
    case 'page.delete':
      return tree.delete(id);
    case 'page.reorder':
      return tree.reorder(id, body.ids);
    case 'page.purge':
      return tree.purge(id);
    case 'page.convertAlias':
      return tree.change(id, { aliasOf: null });
    case 'page.translate':
      return;
    case 'page.copy':
    case 'page.createAlias': {
      // The first entry of a copy is its top; the others follow from the top down.
      const made = copies.get(requestId) ?? new Map();
      copies.set(requestId, made);
      const origin = tree.get(data['from']);
      const isTop = made.size === 0;
      const parent = isTop ? body.parentId : made.get(origin.parent);
      made.set(origin.id, id);
      const top = action === 'page.copy' ? slug : asked?.answer?.slug;
      const copy = { id, parent, slug: isTop ? (top ?? origin.slug) : origin.slug };
      if (action === 'page.createAlias')
        return tree.create({ ...copy, live: origin.live, aliasOf: origin.aliasOf ?? origin.id });
      return tree.create({ ...copy, live: origin.live && body.keepLive === true, draftSlug: slug ?? copy.slug });
    }
    case 'page.restore':
      return tree.restore(id, body.parentId ?? null, String(data['urlPath']).split('/').at(-2) ?? '');
    default:
      throw new Error('what this does to the tree is unknown');
  }
}

/** @param {readonly Node[]} replayed @param {readonly Node[]} found @param {(id: number) => string} story */
function differences(replayed, found, story) {
  const told = placed(found);
  /** @type {string[]} */
  const faults = [];
  for (const [id, want] of placed(replayed)) {
    const have = told.get(id);
    told.delete(id);
    if (JSON.stringify(have) !== JSON.stringify(want)) {
      const [is, shouldBe] = [JSON.stringify(have), JSON.stringify(want)];
      faults.push(`replay: page ${id} is ${is}, and should be ${shouldBe}; done to it: ${story(id)}`);
    }
  }
  for (const id of told.keys()) faults.push(`replay: page ${id} should not be there`);
  return faults;
}

/** Places as numbers among siblings: keys may differ, the order may not. @param {readonly Node[]} nodes */
function placed(nodes) {
  const sorted = [...nodes].sort((a, b) => (a.key < b.key ? -1 : 1));
  /** @type {Map<number | null, number>} */
  const seen = new Map();
  return new Map(
    sorted.map(({ id, parent, slug, draftSlug, live, aliasOf }) => {
      const place = (seen.get(parent) ?? 0) + 1;
      seen.set(parent, place);
      return [id, { parent, place, slug, draftSlug, live, aliasOf }];
    }),
  );
}
