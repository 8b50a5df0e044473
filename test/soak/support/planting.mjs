import { plantForest } from '../../support/forest.mjs';
import { plant } from './pages.mjs';

/** @import { Soak } from './define-storm.mjs' */
/** @import { StormClient } from './client.mjs' */

/** A page has at most so many children in a random forest. */
const FAN_OUT = 12;

/**
 * Live pages below a new live page, in a shape that follows from the seed: a few levels, uneven. Answers their ids, the
 * new page's first.
 * @param {Soak} soak
 * @param {StormClient} client
 * @param {{ parent: number, pages: number, title?: string }} options
 * @returns {Promise<number[]>}
 */
export async function plantRandomForest(soak, client, { parent, pages, title = 'Forest' }) {
  const random = soak.random.fork(pages);
  const seedlings = Array.from({ length: pages }, (_, index) => ({
    parent: index === 0 ? -1 : random.below(Math.ceil(index / FAN_OUT) + 1) - 1,
    title: `${title} ${index}`,
  }));
  return plantBelow(soak, client, { parent, title, seedlings });
}

/**
 * Live pages below a new live page, as listed. Answers their ids, the new page's first.
 * @param {Soak} soak
 * @param {StormClient} client
 * @param {{ parent: number, title: string, seedlings: readonly import('../../support/forest.mjs').Seedling[] }} options
 * @returns {Promise<number[]>}
 */
export async function plantBelow({ sql }, client, { parent, title, seedlings }) {
  const top = await plant(client, parent, title, { publish: true });
  const model = await plant(client, parent, `Model of ${title}`, { publish: true });
  return [top, ...(await plantForest(sql, { model, below: top, seedlings }))];
}
