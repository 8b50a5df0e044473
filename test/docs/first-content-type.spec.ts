import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { GuideTrial, repository, type StartedPipit } from './guide.js';

/** Publishes a recipe below the home page, as the editor does. */
async function publishRecipe({ origin, password }: StartedPipit): Promise<void> {
  const send = async (url: string, body: object, token?: string) => {
    const answer = await fetch(new URL(url, origin), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(body),
    });
    const answered = (await answer.json()) as Record<string, unknown>;
    expect([url, answer.ok, answered]).toEqual([url, true, answered]);
    return answered;
  };
  const { accessToken } = await send('/api/admin/v1/auth/login', { email: 'admin@example.com', password });
  const steps = [
    { id: '0193b5a0-0000-7000-8000-000000000001', type: 'note', value: { tone: 'tip', text: 'Soak it.' } },
  ];
  const fields = { title: 'Barley soup', slug: 'barley-soup', summary: 'Warm.', minutes: 40, steps };
  await send('/api/admin/v1/pages', { parentId: 2, type: 'demo.Recipe', fields, publish: true }, accessToken as string);
}

describe('the guide “A first content type”', () => {
  let trial: GuideTrial;
  beforeAll(async () => {
    trial = await GuideTrial.begin(publishRecipe);
  }, 300_000);
  afterAll(() => trial.end());

  it('leads from nothing to a published page, every step as it is written', async () => {
    const output = await trial.follow('first-content-type.md');
    expect(output('npm test')).toContain('2 passed');
    expect(output('npm start')).toMatch(/Editor\s+http:\S+/);
    expect(output('npm run pipit -- makemigrations')).toMatch(/Wrote apps\/demo\/src\/migrations\/\d+-add-recipes\.ts/);
    expect(output('npm run pipit -- migrate')).toContain('AddRecipes');
    const answer = JSON.parse(output('curl')) as { meta: { total_count: number }; items: object[] };
    expect(answer.items).toMatchObject([
      { title: 'Barley soup', summary: 'Warm.', minutes: 40, steps: [{ type: 'note', value: { tone: 'tip' } }] },
    ]);
    expect(await readFile(path.join(trial.clone, 'pipit-types.ts'), 'utf8')).toContain(
      'export type RecipeStepsBlock = ',
    );
    // One line in the project’s list of types, and the import it needs.
    const index = 'apps/demo/src/types/index.ts';
    const lines = async (root: string) => (await readFile(path.join(root, index), 'utf8')).split('\n');
    const before = new Set(await lines(repository));
    expect((await lines(trial.clone)).filter((line) => !before.has(line))).toEqual([
      "import { Recipe } from './recipe.js';",
      '  Recipe,',
    ]);
  }, 300_000);
});
