import { PAGE_TYPE } from '../support/pages.mjs';

/** @import { StormClient } from '../support/client.mjs' */
/** @import { Operation } from '../support/operation-log.mjs' */
/** @import { Random } from '../support/random.mjs' */

/** How often each of them, next to the others. */
const WEIGHTS = {
  create: 6,
  edit: 6,
  rename: 4,
  move: 6,
  reorder: 4,
  sort: 2,
  copy: 3,
  mirror: 2,
  convert: 1,
  translate: 1,
  delete: 3,
  restore: 2,
  purge: 1,
  publish: 4,
  unpublish: 2,
  list: 2,
};

/** Slugs are few, so that pages want each other's. */
const SLUGS = 40;

/** One of many who work on the same tree, and who never look before they write. */
export class Editor {
  #client;
  #random;
  #pages;
  #room;
  #language;
  /** What this editor deleted; others may have taken it back. @type {number[]} */
  #trash = [];
  /** @type {number[]} */
  #mirrors = [];
  /** @type {Record<keyof typeof WEIGHTS, () => Promise<Operation>>} */
  #ways;

  /**
   * @param {StormClient} client
   * @param {Random} random
   * @param {{ pages: number[], room: { left: boolean }, language: string }} ground `pages` is what all of them know to
   *   be there; new ones are added. Without `room` left they make no more and purge instead. `language` is that of
   *   translations
   */
  constructor(client, random, { pages, room, language }) {
    this.#client = client;
    this.#random = random;
    this.#pages = pages;
    this.#room = room;
    this.#language = language;
    this.#ways = {
      create: () => this.#create(),
      edit: () => this.#edit({ title: this.#title() }, random.chance(0.3)),
      rename: () => this.#edit({ slug: `slug-${random.below(SLUGS)}` }, random.chance(0.5)),
      move: () => client.post(`/pages/${this.#page()}/move`, { parentId: this.#page() }),
      reorder: () => this.#reorder(),
      sort: () => this.#sort(),
      copy: () => this.#copy({ keepLive: random.chance(0.3) }),
      mirror: () => this.#mirror(),
      convert: () => client.post(`/pages/${this.#oneOf(this.#mirrors)}/convert-alias`),
      translate: () =>
        client.post(`/pages/${this.#page()}/translate`, { locales: [this.#language], subtree: random.chance(0.2) }),
      delete: () => this.#delete(),
      restore: () =>
        client.post(`/pages/${this.#oneOf(this.#trash)}/restore`, random.chance(0.3) ? { parentId: this.#page() } : {}),
      purge: () => client.delete(`/trash/${this.#oneOf(this.#trash)}?force=true`),
      publish: () => this.#publish(),
      unpublish: () => client.post(`/pages/${this.#page()}/unpublish`),
      list: () => client.get(`/pages?parent=${this.#page()}&limit=20`),
    };
  }

  /** Does one thing; answers what was done and how it was answered. */
  async work() {
    const way = this.#wayWithRoom(this.#random.weighted(WEIGHTS));
    return { way, ...(await this.#ways[way]()) };
  }

  /** The first is the page all others stand below: it stays where it is. */
  #page() {
    return this.#pages[1 + this.#random.below(this.#pages.length - 1)] ?? 0;
  }

  /** One of those this editor knows of, which may be something else by now. @param {readonly number[]} known */
  #oneOf(known) {
    return known.length > 0 ? this.#random.pick(known) : this.#page();
  }

  /** Copies of copies would grow without end. @param {keyof typeof WEIGHTS} way */
  #wayWithRoom(way) {
    if (this.#room.left || !['create', 'copy', 'mirror', 'translate'].includes(way)) return way;
    return this.#random.chance(0.5) ? 'delete' : 'purge';
  }

  #title() {
    return `Tree ${this.#random.below(1000)}`;
  }

  async #create() {
    const operation = await this.#client.post('/pages', {
      parentId: this.#random.chance(0.1) ? this.#pages[0] : this.#page(),
      type: PAGE_TYPE,
      fields: { title: this.#title() },
      publish: this.#random.chance(0.5),
    });
    if (operation.status === 201) this.#pages.push(operation.answer.id);
    return operation;
  }

  /** @param {Record<string, string>} fields @param {boolean} publish */
  async #edit(fields, publish) {
    const page = this.#page();
    const read = await this.#client.get(`/pages/${page}`);
    if (read.status !== 200) return read;
    return this.#client.patch(`/pages/${page}`, { baseRevisionId: read.answer.revisionId, fields, publish });
  }

  async #publish() {
    const page = this.#page();
    const read = await this.#client.get(`/pages/${page}`);
    if (read.status !== 200) return read;
    return this.#client.post(`/pages/${page}/publish`, { baseRevisionId: read.answer.revisionId });
  }

  async #delete() {
    const page = this.#page();
    const operation = await this.#client.delete(`/pages/${page}`);
    if (operation.status === 200) this.#trash.push(page);
    return operation;
  }

  async #mirror() {
    const operation = await this.#copy({ alias: true });
    if (operation.status === 201) this.#mirrors.push(operation.answer.id);
    return operation;
  }

  /** @param {{ keepLive?: boolean, alias?: boolean }} how */
  async #copy(how) {
    const wish = { parentId: this.#page(), recursive: this.#random.chance(0.5), ...how };
    const operation = await this.#client.post(`/pages/${this.#page()}/copy`, wish);
    if (operation.status === 201) this.#pages.push(operation.answer.id);
    return operation;
  }

  /** Some of the children to the front. */
  async #sort() {
    const page = this.#page();
    const children = await this.#client.get(`/pages?parent=${page}&limit=50`);
    if (children.status !== 200) return children;
    const ids = children.answer.items.map((/** @type {{ id: number }} */ { id }) => id);
    const some = ids.filter(() => this.#random.chance(0.5)).reverse();
    return this.#client.post(`/pages/${page}/reorder-children`, { ids: some });
  }

  /** In front of one of its siblings. */
  async #reorder() {
    const page = this.#page();
    const read = await this.#client.get(`/pages/${page}`);
    if (read.status !== 200) return read;
    const { parentId } = read.answer;
    const siblings = await this.#client.get(`/pages?parent=${parentId}&limit=100`);
    if (siblings.status !== 200 || siblings.answer.items.length === 0) return siblings;
    const before = this.#random.pick(/** @type {{ id: number }[]} */ (siblings.answer.items)).id;
    return this.#client.post(`/pages/${page}/move`, { parentId, before });
  }
}
