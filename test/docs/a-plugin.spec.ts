import { GuideTrial } from './guide.js';

describe('the guide “A plugin”', () => {
  let trial: GuideTrial;
  beforeAll(async () => {
    trial = await GuideTrial.begin();
  }, 300_000);
  afterAll(() => trial.end());

  it('leads from nothing to a plugin with a type and a command, every step as it is written', async () => {
    const output = await trial.follow('a-plugin.md');
    expect(output('npm test')).toContain('2 passed');
    expect(output('npm run pipit -- makemigrations')).toMatch(
      /Wrote libs\/contrib\/seed-box\/src\/migrations\/\d+-add-seeds\.ts/,
    );
    expect(output('npm run pipit -- migrate')).toContain('AddSeeds');
    expect(output('npm run pipit -- seed-box:add')).toMatch(/Seed \d+: Larch wood\./);
    expect(output('npm run pipit -- --help')).toContain('seed-box:add <name>');
  }, 300_000);
});
