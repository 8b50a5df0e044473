import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { namesOf } from './names.js';
import { snippetScaffold } from './templates/snippet.js';
import { withListed } from './with-listed.js';
import { writeScaffold } from './write-scaffold.js';

describe('names', () => {
  it.each(['NewsItem', 'news-item', 'news item', 'newsItem', 'news_item'])('are read from %s', (given) => {
    expect(namesOf(given)).toEqual({ pascal: 'NewsItem', camel: 'newsItem', kebab: 'news-item', words: 'News item' });
  });

  it.each(['', '  ', '7up', 'naïve', '../escape', "x'; DROP"])(
    'are refused where they make no class: “%s”',
    (given) => {
      expect(() => namesOf(given)).toThrow('cannot be the name of a class');
    },
  );
});

describe('the list of types', () => {
  const type = { name: 'NewsItem', from: 'news-item' };

  it('gets the new one, with its import after the last', () => {
    const source = `import { A } from './a.js';\n\n/** All. */\nexport const types = [A];\n`;
    expect(withListed(source, 'types', type)).toBe(
      `import { A } from './a.js';\nimport { NewsItem } from './news-item.js';\n\n/** All. */\nexport const types = [A, NewsItem];\n`,
    );
  });

  it('stays one to a line where it was', () => {
    const source = `export const types = [\n  A,\n  B,\n];\n`;
    expect(withListed(source, 'types', type)).toContain('export const types = [\n  A,\n  B,\n  NewsItem,\n];');
  });

  it('is left alone where there is none to add to', () => {
    expect(withListed('export const others = [];', 'types', type)).toBeNull();
  });
});

describe('writing a scaffold', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'pipit-scaffold-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('says what is left to do where it finds no list', async () => {
    const { files, next } = await writeScaffold(snippetScaffold(namesOf('badge'), 'site'), folder);
    expect(files.map((file) => path.basename(file))).toEqual(['badge.ts', 'badge.spec.ts']);
    expect(next[0]).toContain('CmsModule.forFeature([Badge])');
  });

  it('touches nothing when one of its files is there', async () => {
    await writeFile(path.join(folder, 'badge.spec.ts'), 'mine');
    await expect(writeScaffold(snippetScaffold(namesOf('badge'), 'site'), folder)).rejects.toThrow(
      'Nothing was written',
    );
    expect(await readFile(path.join(folder, 'badge.spec.ts'), 'utf8')).toBe('mine');
    await expect(readFile(path.join(folder, 'badge.ts'))).rejects.toThrow('ENOENT');
  });
});
