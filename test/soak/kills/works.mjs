/** @import { Soak } from '../support/define-storm.mjs' */
/** @import { StormClient } from '../support/client.mjs' */
/** @import { Operation } from '../support/operation-log.mjs' */

/**
 * What the storm works on: many pages below `top`, and two `places` for them.
 * @typedef {{ soak: Soak, client: StormClient, top: number, places: readonly number[] }} Ground
 */

/**
 * One round of a work.
 * @typedef {object} Round
 * @property {() => Promise<Operation>} ask for it
 * @property {() => Promise<boolean>} isDone whether all of it is done; when it is half done, that is a violation
 * @property {() => Promise<number>} entries how many lines the audit log has of it
 * @property {() => Promise<void>} undo what was done, for the next round
 */

/**
 * Something done to many pages at once.
 * @typedef {object} Work
 * @property {string} name
 * @property {(ground: Ground) => Promise<Round>} prepare
 */

/** @type {Work} */
export const moving = {
  name: 'moving',
  async prepare({ soak: { sql }, client, top, places }) {
    const from = await parentOf(sql, top);
    const to = places.find((place) => place !== from) ?? 0;
    return {
      ask: () => client.post(`/pages/${top}/move`, { parentId: to }),
      isDone: async () => (await parentOf(sql, top)) === to,
      entries: () => entriesOf(sql, 'page.move'),
      undo: async () => undefined,
    };
  },
};

/** Live copies with addresses of their own. @type {Work} */
export const copying = {
  name: 'copying',
  async prepare({ soak, client, top, places }) {
    const { sql } = soak;
    const [place = 0] = places;
    const before = await pagesIn(sql);
    const size = await sizeOf(sql, top);
    const known = new Set(await childrenOf(sql, place));
    return {
      ask: () => client.post(`/pages/${top}/copy`, { parentId: place, recursive: true, keepLive: true }),
      isDone: async () => {
        const made = (await pagesIn(sql)) - before;
        if (made !== 0 && made !== size) soak.violation(`${made} of ${size} pages were copied`);
        return made > 0;
      },
      entries: () => entriesOf(sql, 'page.copy'),
      undo: async () => {
        for (const copy of (await childrenOf(sql, place)).filter((id) => !known.has(id))) {
          await client.must('DELETE', `/pages/${copy}?force=true`);
          await client.must('DELETE', `/trash/${copy}?force=true`);
        }
      },
    };
  },
};

/** To the trash, with all addresses. @type {Work} */
export const deleting = {
  name: 'deleting',
  async prepare({ soak: { sql }, client, top }) {
    return {
      ask: () => client.delete(`/pages/${top}?force=true`),
      isDone: async () => (await parentOf(sql, top)) === 0,
      entries: () => entriesOf(sql, 'page.delete'),
      undo: async () => void (await client.must('POST', `/pages/${top}/restore`, {})),
    };
  },
};

/** @typedef {Soak['sql']} Sql */

/** @param {Sql} sql @param {number} page */
async function parentOf(sql, page) {
  const [row] = await sql('SELECT parent_id AS parent FROM page WHERE id = $1', [page]);
  return Number(row?.['parent']);
}

/** @param {Sql} sql @param {number} page @returns {Promise<number[]>} */
async function childrenOf(sql, page) {
  return (await sql('SELECT id FROM page WHERE parent_id = $1', [page])).map(({ id }) => Number(id));
}

/** @param {Sql} sql */
async function pagesIn(sql) {
  const [row] = await sql('SELECT count(*)::int AS n FROM page');
  return Number(row?.['n']);
}

/** @param {Sql} sql @param {number} page */
async function sizeOf(sql, page) {
  const [row] = await sql(
    `SELECT count(*)::int AS n FROM page p JOIN page t ON p.path >= t.path AND p.path < left(t.path, -1) || '/' WHERE t.id = $1`,
    [page],
  );
  return Number(row?.['n']);
}

/** @param {Sql} sql @param {string} action */
async function entriesOf(sql, action) {
  const [row] = await sql('SELECT count(*)::int AS n FROM audit_entry WHERE action = $1', [action]);
  return Number(row?.['n']);
}
