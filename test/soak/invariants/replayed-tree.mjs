import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

/** Below it lies what was deleted. */
const TRASH = 0;
/** As long as the server lets a key grow before siblings get fresh ones. */
const MAX_KEY_LENGTH = 32;

/**
 * A page as far as the tree goes.
 * @typedef {object} Node
 * @property {number} id
 * @property {number | null} parent
 * @property {string} key orders it among its siblings
 * @property {string} slug
 * @property {string} draftSlug
 * @property {boolean} live
 * @property {{ parent: number | null, key: string }} [former] while in the trash
 */

/** The tree as it would be if everything had happened one by one: in memory, and by rules written a second time. */
export class ReplayedTree {
  /** @type {Map<number, Node>} */
  #nodes = new Map();

  /** @param {Iterable<Node>} nodes */
  constructor(nodes) {
    for (const node of nodes) this.#nodes.set(node.id, { ...node });
  }

  get nodes() {
    return [...this.#nodes.values()];
  }

  /** @param {number} id */
  get(id) {
    const node = this.#nodes.get(id);
    if (!node) throw new Error(`page ${id} was not there when something was done to it`);
    return node;
  }

  /** @param {{ id: number, parent: number, slug: string, live?: boolean, draftSlug?: string, before?: number | null }} page */
  create({ id, parent, slug, live = false, draftSlug = slug, before = null }) {
    this.get(parent);
    this.#nodes.set(id, { id, parent, slug, draftSlug, live, key: this.#keyFor(parent, before, null) });
  }

  /** @param {number} id @param {number} parent @param {number | null} before */
  move(id, parent, before) {
    const node = this.get(id);
    for (let above = this.#nodes.get(parent); above; above = this.#nodes.get(above.parent ?? -1)) {
      if (above.id === id) throw new Error(`page ${id} was moved below itself`);
    }
    const key = this.#keyFor(parent, before, id);
    Object.assign(node, { parent, key });
  }

  /** @param {number} id @param {{ slug?: string, draftSlug?: string, live?: boolean }} changes */
  change(id, changes) {
    Object.assign(this.get(id), changes);
  }

  /** @param {number} id */
  delete(id) {
    const node = this.get(id);
    const former = { parent: node.parent, key: node.key };
    this.move(id, TRASH, null);
    node.former = former;
  }

  /** @param {number} id @param {number | null} parent @param {string} slug */
  restore(id, parent, slug) {
    const node = this.get(id);
    const { former } = node;
    if (!former) throw new Error(`page ${id} was restored, and was not in the trash`);
    const to = parent ?? former.parent ?? -1;
    const next = this.#childrenOf(to).find((sibling) => sibling.key > former.key);
    if (node.draftSlug === node.slug) node.draftSlug = slug;
    node.slug = slug;
    this.move(id, to, next?.id ?? null);
    delete node.former;
  }

  /** @param {number} parent @param {number | null} [except] */
  #childrenOf(parent, except = null) {
    const children = this.nodes.filter((node) => node.parent === parent && node.id !== except);
    return children.sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  /** @param {number} parent @param {number | null} before @param {number | null} moving */
  #keyFor(parent, before, moving) {
    const between = () => {
      const siblings = this.#childrenOf(parent, moving);
      const index = siblings.findIndex(({ id }) => id === before);
      const place = index < 0 ? siblings.length : index;
      return generateKeyBetween(siblings[place - 1]?.key ?? null, siblings[place]?.key ?? null);
    };
    const key = between();
    if (key.length <= MAX_KEY_LENGTH) return key;
    const all = this.#childrenOf(parent);
    const fresh = generateNKeysBetween(null, null, all.length);
    for (const [index, child] of all.entries()) child.key = fresh[index] ?? '';
    return between();
  }
}
