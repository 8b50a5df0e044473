import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { runEntry } from '../../support/commands.js';
import { useTestDatabase } from '../../support/database.js';

const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** A frontend's renderer: right in every line but those that say otherwise. */
const FRONTEND = `
import type { ArticlePage, ArticlePageBodyBlock, ArticlePageListed } from './pipit';

export function render(block: ArticlePageBodyBlock): string {
  switch (block.type) {
    case 'heading':
      // @ts-expect-error a heading has no member of that name
      block.value.txt;
      return block.value.level === 'h2' ? block.value.text : block.value.anchor;
    case 'gallery':
      return String(block.value);
    // @ts-expect-error there is no such block
    case 'carousel':
      return '';
    default:
      return block.type;
  }
}

export function title(page: ArticlePage): string {
  // @ts-expect-error details have all their fields, and this is none
  page.subtitel;
  // @ts-expect-error a date may be missing
  page.date.slice(0, 4);
  return page.meta.type satisfies 'demo.ArticlePage' && page.subtitle + (page.date ?? '') + page.tags.join();
}

export function listed(page: ArticlePageListed): string {
  // @ts-expect-error listings show it only when it is asked for
  page.subtitle.length;
  return page.title + (page.subtitle ?? '');
}
`;

describe('npm run pipit -- types', () => {
  const database = useTestDatabase();
  const types = async (name: string) => {
    const file = path.join(folder, name);
    const { code, err } = await runEntry('cli', ['types', file], {
      DATABASE_URL: database().url,
      PIPIT_SECRET: 'only tests are signed with these characters 0123456789',
      PIPIT_DATA: folder,
    });
    expect([code, err]).toEqual([0, '']);
    return readFile(file, 'utf8');
  };
  let folder = '';
  let written = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'pipit-types-'));
    written = await types('pipit.ts');
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('writes types with which a frontend compiles, and a wrong name does not', async () => {
    expect(written).toMatch(/^export type ArticlePage = /m);
    await writeFile(path.join(folder, 'frontend.ts'), FRONTEND);
    const compiler = path.join(repository, 'node_modules', 'typescript7', 'bin', 'tsc');
    const compiled = promisify(execFile)(process.execPath, [
      compiler,
      '--noEmit',
      '--ignoreConfig',
      '--strict',
      '--target',
      'es2024',
      '--module',
      'preserve',
      path.join(folder, 'frontend.ts'),
    ]).then(
      // prettier-ignore
      ({ stdout }) => stdout,
      (error: { stdout: string }) => error.stdout,
    );
    expect(await compiled).toBe('');
  }, 120_000);

  it('writes the same twice', async () => {
    expect(await types('again.ts')).toBe(written);
  }, 120_000);
});
