import { homeOf, plant } from '../support/pages.mjs';
import { defineStorm } from '../support/define-storm.mjs';
import { together } from '../support/together.mjs';

/** Three pages beside each other; each round moves the first below the second, that below the third, and that below the first. */
export default defineStorm({
  must: 'of three pages moved below each other in a circle at once two move, and no page is lost',
  long: { rounds: 500 },
  short: { rounds: 5 },
  servers: 3,
  async run(soak) {
    const clients = [await soak.client(), await soak.client(), await soak.client()];
    const [first] = clients;
    if (!first) throw new Error('Nobody is there.');
    const home = await homeOf(soak);
    /** @type {number[]} */
    const pages = [];
    for (const name of ['Elm', 'Ash', 'Oak']) {
      pages.push(await plant(first, home, name, { publish: true }));
      await plant(first, pages.at(-1) ?? home, `Below ${name}`, { publish: true });
    }
    let moved = 0;
    for (let round = 0; round < soak.amount('rounds'); round += 1) {
      const answers = await together(
        ...clients.map(
          (client, index) => () => client.post(`/pages/${pages[index]}/move`, { parentId: pages[(index + 1) % 3] }),
        ),
      );
      const winners = answers.filter(({ status }) => status === 200);
      if (winners.length !== 2) soak.violation(`round ${round}: ${answers.map(({ status }) => status).join(', ')}`);
      moved += winners.length;
      for (const page of pages) await first.must('POST', `/pages/${page}/move`, { parentId: home });
    }
    return { rounds: soak.amount('rounds'), moved };
  },
});
