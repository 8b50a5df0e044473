import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

describe('the reference', () => {
  it('is what the docstrings make of it, and nothing public is without one', async () => {
    const check = promisify(execFile)(process.execPath, ['apps/docs/generate.mjs', '--check'], { cwd: repository });
    await expect(check).resolves.toMatchObject({ stderr: '' });
  }, 90_000);
});

describe('the table of attacks', () => {
  const rows = readFileSync(path.join(repository, 'apps/docs/guide/attacks.md'), 'utf8')
    .split('\n')
    .filter((line) => /^\| [A-J]\d\d/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()) as [string, string, string, string, string]);

  it('names a test for each row that is refused, and the test is there', () => {
    const missing = rows
      .filter(([, , , result]) => result === 'refused')
      .filter(([, row, , , test]) => {
        const [file, title] = test.split(': ') as [string, string?];
        const spec = readFileSync(path.join(repository, file), 'utf8');
        // Tests that show many rows name them.
        return title === undefined
          ? !new RegExp(`(it|describe)\\('[^\\n]*\\b${row}\\b`).test(spec)
          : !spec.includes(title);
      });
    expect(missing.map(([, row, , , test]) => `${row}: ${test}`)).toEqual([]);
    expect(rows.filter(([, , , result]) => !['refused', 'open', 'no such feature'].includes(result))).toEqual([]);
    expect(rows.length).toBeGreaterThan(80);
  });
});
