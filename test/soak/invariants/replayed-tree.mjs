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
 * @property {number | null} aliasOf the page it mirrors
 * @property {{ parent: number | null, key: string }} [former] while in the trash
 */

/**
 * A page to be made.
 * @typedef {{ id: number, parent: number, slug: string, draftSlug?: string, live?: boolean, aliasOf?: number | null }} NewNode
 */

/** The tree as it would be if everything had happened one by one: in memory, and by rules written a second time. */
export class ReplayedTree {
  /** @type {Map<number, Node>} */
  #nodes = new Map();
  /** Children by their parents, as a storm's tree is too large to look through for each. @type {Map<number | null, Set<Node>>} */
  #children = new Map();

  /** @param {Iterable<Node>} nodes */
  constructor(nodes) {
    for (const node of nodes) this.#add({ ...node });
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

  /** The last of its siblings. @param {NewNode} page */
  create({ id, parent, slug, draftSlug = slug, live = false, aliasOf = null }) {
    this.get(parent);
    this.#add({ id, parent, slug, draftSlug, live, aliasOf, key: this.#keyFor(parent, null, null) });
  }

  /** @param {number} id @param {number} parent @param {number | null} before */
  move(id, parent, before) {
    const node = this.get(id);
    for (let above = this.#nodes.get(parent); above; above = this.#nodes.get(above.parent ?? -1)) {
      if (above.id === id) throw new Error(`page ${id} was moved below itself`);
    }
    const key = this.#keyFor(parent, before, id);
    this.#children.get(node.parent)?.delete(node);
    Object.assign(node, { parent, key });
    this.#below(parent).add(node);
  }

  /** @param {number} id @param {Partial<Pick<Node, 'slug' | 'draftSlug' | 'live' | 'aliasOf'>>} changes */
  change(id, changes) {
    Object.assign(this.get(id), changes);
  }

  /** What readers see of a page, they see of its mirrors. @param {number} id @param {boolean} live */
  show(id, live) {
    this.change(id, live ? { slug: this.get(id).draftSlug, live } : { live });
    const pending = [id];
    for (let origin = pending.pop(); origin !== undefined; origin = pending.pop()) {
      for (const mirror of this.nodes.filter(({ aliasOf }) => aliasOf === origin)) {
        mirror.live = live;
        pending.push(mirror.id);
      }
    }
  }

  /** For good, with all below; mirrors elsewhere become pages of their own. @param {number} id */
  purge(id) {
    const gone = new Set([id]);
    for (const each of gone) for (const child of this.#below(each)) gone.add(child.id);
    for (const each of gone) {
      const node = this.get(each);
      this.#children.get(node.parent)?.delete(node);
      this.#nodes.delete(each);
    }
    for (const node of this.nodes) if (gone.has(node.aliasOf ?? -1)) node.aliasOf = null;
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

  /** Those named come first, the others follow as they stood. @param {number} parent @param {readonly number[]} first */
  reorder(parent, first) {
    const rest = this.#childrenOf(parent).filter(({ id }) => !first.includes(id));
    const all = [...first.map((id) => this.get(id)), ...rest];
    const keys = generateNKeysBetween(null, null, all.length);
    for (const [index, child] of all.entries()) child.key = keys[index] ?? '';
  }

  /** @param {Node} node */
  #add(node) {
    this.#nodes.set(node.id, node);
    this.#below(node.parent).add(node);
  }

  /** @param {number | null} parent */
  #below(parent) {
    const children = this.#children.get(parent) ?? new Set();
    this.#children.set(parent, children);
    return children;
  }

  /** @param {number} parent @param {number | null} [except] */
  #childrenOf(parent, except = null) {
    const children = [...this.#below(parent)].filter((node) => node.id !== except);
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
