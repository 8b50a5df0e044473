import { defineStorm } from '../support/define-storm.mjs';
import { homeOf, plant } from '../support/pages.mjs';
import { together } from '../support/together.mjs';

/** @import { StormClient } from '../support/client.mjs' */

/**
 * Two editors of one page save at once, each from the version both have seen. Every other round they change different
 * things: a field each, a block each, or one moves what the other writes in. In the rounds between, the same.
 */
export default defineStorm({
  must: 'of two editors on one page disjoint edits all join, of overlapping ones exactly one is stored, and nothing is lost',
  long: { rounds: 1000 },
  short: { rounds: 10 },
  servers: 2,
  async run(soak) {
    const { random } = soak;
    const one = await soak.client();
    const editors = [one, await soak.client()];
    const page = await plant(one, await homeOf(soak), 'Two hands');
    const counts = { joined: 0, refused: 0 };
    let now = await save(one, await read(one, page), { body: [words('a', '0'), words('b', '0'), words('c', '0')] });
    for (let round = 0; round < soak.amount('rounds'); round += 1) {
      const overlap = round % 2 === 1;
      const edits = overlap ? overlapping(random, now, round) : disjoint(random, now, round);
      const base = { baseRevisionId: now.revisionId };
      const answers = await together(
        ...edits.map((fields, at) => () => (editors[at] ?? one).patch(`/pages/${page}`, { ...base, fields })),
      );
      const stored = edits.filter((_, at) => answers[at]?.status === 200);
      const refused = answers.filter(({ status, answer }) => status === 409 && answer?.code === 'edit_conflict');
      const expected = overlap ? 1 : 2;
      if (stored.length !== expected || stored.length + refused.length !== 2) {
        soak.violation(`round ${round}: ${answers.map(({ status }) => status).join(' and ')}`);
      }
      const before = now;
      now = await read(one, page);
      for (const edit of stored)
        for (const lost of lostOf(before.fields, edit, now.fields)) soak.violation(`round ${round}: ${lost}`);
      counts.joined += overlap ? 0 : stored.length;
      counts.refused += refused.length;
    }
    const [kept] = await soak.sql(
      `SELECT count(*)::int AS n FROM revision WHERE subject_type = 'page' AND subject_id = $1`,
      [page],
    );
    return { rounds: soak.amount('rounds'), ...counts, revisions: Number(kept?.['n']) };
  },
});

/** @typedef {{ id: string, type: string, value: string }} Block */
/** @typedef {{ id: number, revisionId: number, fields: Record<string, unknown> & { body: Block[] } }} State */
/** @typedef {Record<string, unknown>} Edit */

const ids = {
  a: 'a0000000-0000-7000-8000-000000000001',
  b: 'a0000000-0000-7000-8000-000000000002',
  c: 'a0000000-0000-7000-8000-000000000003',
};

/** @param {keyof typeof ids} name @param {string} text @returns {Block} */
function words(name, text) {
  return { id: ids[name], type: 'paragraph', value: `<p>${text}</p>` };
}

/** @param {StormClient} client @param {number} page @returns {Promise<State>} */
function read(client, page) {
  return client.must('GET', `/pages/${page}`);
}

/** @param {StormClient} client @param {State} state @param {Edit} fields @returns {Promise<State>} */
function save(client, { id, revisionId }, fields) {
  return client.must('PATCH', `/pages/${id}`, { baseRevisionId: revisionId, fields });
}

/** @param {Block[]} body @param {number} at @param {string} text */
function written(body, at, text) {
  return body.map((block, index) => (index === at ? { ...block, value: `<p>${text}</p>` } : block));
}

/** @param {{ below(n: number): number }} random @param {State} state @param {number} round @returns {[Edit, Edit]} */
function disjoint(random, { fields: { body } }, round) {
  const [first = body[0], ...rest] = body;
  const kinds = /** @type {(() => [Edit, Edit])[]} */ ([
    () => [{ title: `Title ${round}` }, { searchDescription: `Words ${round}` }],
    () => [{ body: written(body, 0, `one ${round}`) }, { body: written(body, 2, `three ${round}`) }],
    () => [{ body: [...rest, first] }, { body: written(body, 0, `moved ${round}`) }],
    () => [{ seoTitle: `Seo ${round}` }, { body: written(body, 1, `two ${round}`) }],
  ]);
  return (kinds[random.below(kinds.length)] ?? kinds[0])?.() ?? [{}, {}];
}

/** @param {{ below(n: number): number }} random @param {State} state @param {number} round @returns {[Edit, Edit]} */
function overlapping(random, { fields: { body } }, round) {
  if (random.below(2) === 0)
    return [{ title: `First ${round}` }, { title: `Second ${round}`, seoTitle: `Seo ${round}` }];
  return [{ body: written(body, 1, `first ${round}`) }, { body: written(body, 1, `second ${round}`) }];
}

/** What an accepted edit changed and the page does not hold. @param {State['fields']} before @param {Edit} edit @param {State['fields']} now */
function lostOf(before, edit, now) {
  const lost = [];
  for (const [name, value] of Object.entries(edit)) {
    if (name !== 'body') {
      if (now[name] !== value) lost.push(`${name} is not “${String(value)}”`);
      continue;
    }
    const old = new Map(before.body.map((block) => [block.id, block.value]));
    for (const block of /** @type {Block[]} */ (value)) {
      const kept = now.body.find(({ id }) => id === block.id);
      if (block.value !== old.get(block.id) && kept?.value !== block.value) lost.push(`${block.value} is lost`);
    }
    const order = /** @type {Block[]} */ (value).map(({ id }) => id).join();
    if (order !== before.body.map(({ id }) => id).join() && now.body.map(({ id }) => id).join() !== order)
      lost.push('a move is lost');
  }
  return lost;
}
