import { homeOf, plant } from '../support/pages.mjs';
import { defineStorm } from '../support/define-storm.mjs';
import { together } from '../support/together.mjs';

/** Two trees of three pages each; each round moves one below a page of the other, and the other way round, at once. */
export default defineStorm({
  must: 'of two pages moved below each other at once exactly one moves, and no page is lost',
  long: { rounds: 500 },
  short: { rounds: 12 },
  servers: 2,
  async run(soak) {
    const { random } = soak;
    const [one, other] = [await soak.client(), await soak.client()];
    const home = await homeOf(soak);
    const trees = [await chain(one, home, 'Elm'), await chain(one, home, 'Ash')];
    let moved = 0;
    for (let round = 0; round < soak.amount('rounds'); round += 1) {
      const [elm = [], ash = []] = trees;
      const [top, opposite] = [elm[0] ?? 0, ash[0] ?? 0];
      const answers = await together(
        () => one.post(`/pages/${top}/move`, { parentId: random.pick(ash) }),
        () => other.post(`/pages/${opposite}/move`, { parentId: random.pick(elm) }),
      );
      const winners = answers.filter(({ status }) => status === 200);
      if (winners.length !== 1) soak.violation(`round ${round}: ${answers.map(({ status }) => status).join(' and ')}`);
      moved += winners.length;
      // Back below the home page for the next round, whichever it was.
      for (const page of [top, opposite]) await one.must('POST', `/pages/${page}/move`, { parentId: home });
    }
    return { rounds: soak.amount('rounds'), moved };
  },
});

/**
 * @param {import('../support/client.mjs').StormClient} client
 * @param {number} parent
 * @param {string} name
 */
async function chain(client, parent, name) {
  const pages = [];
  for (let above = parent; pages.length < 3; above = pages.at(-1) ?? parent) {
    pages.push(await plant(client, above, `${name} ${pages.length + 1}`, { publish: true }));
  }
  return pages;
}
