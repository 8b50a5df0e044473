import { PAGE_TYPE, homeOf, plant } from '../support/pages.mjs';
import { defineStorm } from '../support/define-storm.mjs';
import { together } from '../support/together.mjs';

/** Answers a write below a page may get that is being deleted. */
const REFUSALS = [404, 409, 422];

/**
 * Done, or done and gone before it could be shown.
 * @param {number | null | undefined} status
 */
const isDone = (status) => status === 200 || status === 201 || status === 410;

/** Each round a page is deleted while others create a child below it, move one there, and edit one. */
export default defineStorm({
  must: 'what is put below a page that is being deleted is refused, or goes to the trash with it',
  long: { rounds: 500 },
  short: { rounds: 8 },
  servers: 2,
  async run(soak) {
    const clients = await Promise.all(Array.from({ length: 4 }, () => soak.client()));
    const [one, two, three, four] =
      /** @type {[typeof clients[0], typeof clients[0], typeof clients[0], typeof clients[0]]} */ (clients);
    const home = await homeOf(soak);
    const counts = { created: 0, moved: 0, edited: 0, refused: 0 };
    for (let round = 0; round < soak.amount('rounds'); round += 1) {
      const parent = await plant(one, home, `Parent ${round}`, { publish: true });
      const child = await plant(one, parent, 'Child', { publish: true });
      const mover = await plant(two, home, `Mover ${round}`, { publish: true });
      const [detail] = await soak.sql('SELECT latest_revision_id FROM page WHERE id = $1', [child]);
      const baseRevisionId = detail?.['latest_revision_id'];
      const answers = await together(
        () => one.delete(`/pages/${parent}`),
        () => two.post('/pages', { parentId: parent, type: PAGE_TYPE, fields: { title: 'Newcomer' }, publish: true }),
        () => three.post(`/pages/${mover}/move`, { parentId: parent }),
        () => four.patch(`/pages/${child}`, { baseRevisionId, fields: { title: 'Edited' }, publish: true }),
      );
      const [deleted, created, moved, edited] = answers;
      if (deleted?.status !== 200) soak.violation(`round ${round}: the delete answered ${deleted?.status}`);
      for (const [name, answer] of Object.entries({ created, moved, edited })) {
        const { status = null } = answer ?? {};
        if (isDone(status)) counts[/** @type {'created'} */ (name)] += 1;
        else if (REFUSALS.includes(status ?? 0)) counts.refused += 1;
        else soak.violation(`round ${round}: ${name} answered ${status}`);
      }
      for (const fault of await faultsOf(soak, {
        parent,
        mover,
        wasMoved: isDone(moved?.status),
        wasCreated: isDone(created?.status),
      })) {
        soak.violation(`round ${round}: ${fault}`);
      }
    }
    return counts;
  },
});

/**
 * @param {import('../support/define-storm.mjs').Soak} soak
 * @param {{ parent: number, mover: number, wasMoved: boolean, wasCreated: boolean }} round
 */
async function faultsOf({ sql }, { parent, mover, wasMoved, wasCreated }) {
  const [found] = await sql(
    `SELECT p.path < 't' AS "isThere",
            (SELECT count(*)::int FROM page c WHERE c.parent_id = p.id AND c.title = 'Newcomer') AS newcomers,
            (SELECT c.parent_id = p.id FROM page c WHERE c.id = $2) AS "holdsMover"
       FROM page p WHERE p.id = $1`,
    [parent, mover],
  );
  return [
    ...(found?.['isThere'] === false ? [] : ['the page is not in the trash']),
    ...(found?.['newcomers'] === (wasCreated ? 1 : 0) ? [] : ['the new child and the answer differ']),
    ...(found?.['holdsMover'] === wasMoved ? [] : ['the moved page and the answer differ']),
  ];
}
