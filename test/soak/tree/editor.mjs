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
  delete: 2,
  restore: 2,
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
  /** @type {Record<keyof typeof WEIGHTS, () => Promise<Operation>>} */
  #ways;

  /**
   * @param {StormClient} client
   * @param {Random} random
   * @param {number[]} pages what all of them know to be there; new ones are added
   */
  constructor(client, random, pages) {
    this.#client = client;
    this.#random = random;
    this.#pages = pages;
    this.#ways = {
      create: () => this.#create(),
      edit: () => this.#edit({ title: this.#title() }, random.chance(0.3)),
      rename: () => this.#edit({ slug: `slug-${random.below(SLUGS)}` }, random.chance(0.5)),
      move: () => client.post(`/pages/${this.#page()}/move`, { parentId: this.#page() }),
      reorder: () => this.#reorder(),
      delete: () => client.delete(`/pages/${this.#page()}`),
      restore: () =>
        client.post(`/pages/${this.#page()}/restore`, random.chance(0.3) ? { parentId: this.#page() } : {}),
      publish: () => this.#publish(),
      unpublish: () => client.post(`/pages/${this.#page()}/unpublish`),
      list: () => client.get(`/pages?parent=${this.#page()}&limit=20`),
    };
  }

  /** Does one thing; answers what was done and how it was answered. */
  async work() {
    const way = this.#random.weighted(WEIGHTS);
    return { way, ...(await this.#ways[way]()) };
  }

  /** The first is the page all others stand below: it stays where it is. */
  #page() {
    return this.#pages[1 + this.#random.below(this.#pages.length - 1)] ?? 0;
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
