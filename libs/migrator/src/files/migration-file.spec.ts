import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { migrationFile } from './migration-file.js';
import { writeMigration } from './write-migration.js';

describe('a migration file', () => {
  const draft = {
    name: 'add opening hours',
    after: ['First1700000000001'],
    up: ['ALTER TABLE "a" ADD "b" text DEFAULT \'\\ ` ${x}\''],
    down: ['ALTER TABLE "a" DROP COLUMN "b"'],
    content: [{ call: 'renameField' as const, rename: { type: 'site.A', from: 'x', to: 'y' } }],
    importFrom: '@pipit/cms',
  };

  it('is the same for the same changes, but for its time', () => {
    const [one, two] = [migrationFile(draft, 1700000000002), migrationFile(draft, 1700000000009)];
    expect(one.source.replaceAll('1700000000002', '')).toBe(two.source.replaceAll('1700000000009', ''));
    expect(one.fileName).toBe('1700000000002-add-opening-hours.ts');
  });

  it('names what it follows, escapes what SQL holds, and turns renames round on the way down', () => {
    const { source } = migrationFile(draft, 1700000000002);
    expect(source).toContain(`after = ['First1700000000001'];`);
    expect(source).toContain("DEFAULT '\\\\ \\` \\${x}'`");
    expect(source).toContain(`renameField(runner, { type: 'site.A', from: 'x', to: 'y' });`);
    expect(source).toContain(`renameField(runner, { type: 'site.A', from: 'y', to: 'x' });`);
  });

  it('renames blocks by the operations people use, and back', () => {
    const body = { type: 'site.A', field: 'body', within: [{ type: 'site.P', path: 'rows' }] };
    const operations = [
      { name: 'renameBlock' as const, given: ['section.intro', 'lead'] as const },
      { name: 'renameMember' as const, given: ['', 'x', 'y'] as const },
    ];
    const { source } = migrationFile(
      { ...draft, content: [{ call: 'migrateContent', content: body, operations }] },
      1700000000002,
    );
    const given = `(runner, { type: 'site.A', field: 'body', within: [{ type: 'site.P', path: 'rows' }], operations: [renameBlock('section.intro', 'lead'), renameMember('', 'x', 'y')] });`;
    expect(source).toContain(`import { migrateContent, renameBlock, renameMember, revertContent } from '@pipit/cms';`);
    expect(source).toContain(`migrateContent${given}`);
    expect(source).toContain(`revertContent${given}`);
  });

  it('is added to the index after the others', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'pipit-migrations-'));
    const index = path.join(folder, 'index.ts');
    try {
      await writeMigration(folder, { ...draft, name: 'A' }, 1);
      await writeMigration(folder, { ...draft, name: 'B' }, 2);
      expect(await readFile(index, 'utf8')).toBe(
        "import { A1 } from './1-a.js';\nimport { B2 } from './2-b.js';\n\n" +
          '/** Migrations in the order they run. */\nexport const migrations = [A1, B2];\n',
      );
      await writeFile(index, 'export const others = [];');
      await expect(writeMigration(folder, { ...draft, name: 'C' }, 3)).rejects.toThrow('Nothing was written');
      expect(await readdir(folder)).toEqual(['1-a.ts', '2-b.ts', 'index.ts']);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
