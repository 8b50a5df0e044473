/** @import { StormClient } from './client.mjs' */
/** @import { Soak } from './define-storm.mjs' */

/** The demo's pages that may stand below each other at will, with a body of blocks. */
export const PAGE_TYPE = 'demo.StandardPage';

/** The home page of the demo's default site. @param {Soak} soak @returns {Promise<number>} */
export async function homeOf({ sql }) {
  const [site] = await sql('SELECT root_page_id FROM site WHERE is_default');
  if (!site) throw new Error('The place has no site.');
  return Number(site['root_page_id']);
}

/**
 * Creates a page that has to be there for the storm to begin.
 * @param {StormClient} client
 * @param {number} parentId
 * @param {string} title
 * @param {{ publish?: boolean }} [options]
 * @returns {Promise<number>} its id
 */
export async function plant(client, parentId, title, { publish = false } = {}) {
  const { id } = await client.must('POST', '/pages', { parentId, type: PAGE_TYPE, fields: { title }, publish });
  return id;
}
