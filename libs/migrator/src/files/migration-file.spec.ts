import { migrationFile } from './migration-file.js';
import { withMigration } from './write-migration.js';

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

  it('is added to the index after the others', () => {
    const first = withMigration('\n/** All. */\nexport const migrations = [];\n', 'A1', '1-a.ts');
    const second = withMigration(first, 'B2', '2-b.ts');
    expect(second).toBe(
      "import { A1 } from './1-a.js';\nimport { B2 } from './2-b.js';\n\n/** All. */\nexport const migrations = [A1, B2];\n",
    );
  });
});
