import { execFile } from 'node:child_process';
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
