import { plantForest } from '../../support/forest.mjs';
import { signedIn } from '../tree/api.mjs';

/** @import pg from 'pg' */

const WORDS = 'The path follows the brook as far as the second gate and leaves it there for the open moor. ';
/** 6 KB; a list of 20 is a little less than 128 KiB at every size. V8 makes longer strings slower, by half at that point. */
const BODY = `<p>${WORDS.repeat(63).trim()}</p>`;
/** Different sections of the news, one of which is asked for. */
const KICKERS = ['sport', 'city', 'arts', 'letters', 'weather'];

/**
 * @typedef {object} Newsroom
 * @property {pg.Client} database
 * @property {string} base of a server on it
 * @property {{ email: string, password: string }} person
 */

/**
 * How the news of one database grow: until there are so many articles, each first published a second after the one
 * before. Answers some of their ids, spread over all.
 * @param {Newsroom} newsroom
 */
export function newsOf({ database, base, person }) {
  let planted = 0;
  /** @type {{ root: number, author: number } | null} */
  let site = null;
  /** @param {string} query @param {readonly unknown[]} [params] @returns {Promise<any[]>} */
  const sql = async (query, params = []) => (await database.query(query, [...params])).rows;
  return async (/** @type {number} */ size) => {
    const api = await signedIn(`${base}/api/admin/v1`, person);
    /** @param {number} parentId @param {string} type @param {object} fields @returns {Promise<number>} */
    const page = async (parentId, type, fields) =>
      (await api.post('/pages', { parentId, type: `news.${type}`, fields, publish: true })).id;
    site ??= await found(api, page);
    const section = await page(site.root, 'Section', { title: `Section of ${size}` });
    const fields = { day: '2026-11-21', kicker: 'sport', summary: WORDS.repeat(2), body: BODY, author: site.author };
    const model = await page(site.root, 'Article', { title: `Model of ${size}`, ...fields });
    const seedlings = Array.from({ length: size - planted - 1 }, (_, n) => ({ parent: -1, title: `Article ${n}` }));
    const ids = await plantForest(sql, { model, below: section, seedlings });
    planted = size;
    await sql(
      `UPDATE page SET first_published_at = timestamptz '2020-01-01' + make_interval(secs => id) WHERE type = 'news.Article'`,
    );
    await sql(`UPDATE news_article SET kicker = ($1::text[])[1 + page_id % 5]`, [KICKERS]);
    await sql('VACUUM ANALYZE');
    return Array.from({ length: 500 }, (_, n) => Number(ids[Math.floor((n / 500) * ids.length)]));
  };
}

/**
 * @param {import('../tree/api.mjs').Api} api
 * @param {(parentId: number, type: string, fields: object) => Promise<number>} page
 */
async function found(api, page) {
  const root = await page(1, 'Section', { title: 'News' });
  const site = { hostname: 'news.example', port: 80, name: 'News', rootPageId: root, isDefault: true };
  await api.post('/sites', site);
  const { id: author } = await api.post('/records/news.Author', { fields: { name: 'Ada' } });
  return { root, author };
}
