import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEMO, startSite, type RunningSite } from '../support/running-site.js';

const committed = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../libs/client/openapi.json');

describe('the committed OpenAPI document', () => {
  let site: RunningSite;

  beforeAll(async () => {
    site = await startSite(DEMO);
  }, 180_000);

  afterAll(() => site?.stop());

  it('is what the server answers; run npm run generate:client after changes', async () => {
    const answered: unknown = await (await fetch(`${site.origin}/api/openapi.json`)).json();
    expect(answered).toEqual(JSON.parse(await readFile(committed, 'utf8')));
  });
});
