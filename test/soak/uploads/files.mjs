import { createHash } from 'node:crypto';
import { readdir, readFile, stat, utimes } from 'node:fs/promises';
import path from 'node:path';

/** @import { Soak } from '../support/define-storm.mjs' */

const OWNED = `
  SELECT file_key AS key, file_size::int AS size, file_hash AS sha1 FROM image
  UNION ALL SELECT file_key, file_size::int, file_hash FROM document
  UNION ALL SELECT file_key, file_size::int, file_hash FROM media_file_version
  UNION ALL SELECT file_key, file_size::int, '' FROM rendition WHERE file_size IS NOT NULL`;

/** Looked at once, files need not be read again: rows never change theirs. @type {Set<string>} */
const known = new Set();

/**
 * Rows whose file is not there, or not all of it. In SQL and by looking at the folder, and not by our own commands.
 * @param {Pick<Soak, 'sql' | 'media'>} soak
 */
export async function rowsWithoutWholeFile({ sql, media }) {
  const faults = [];
  for (const row of await sql(OWNED)) {
    const [key, size, sha1] = [String(row['key']), Number(row['size']), String(row['sha1'])];
    const file = path.join(media, key);
    const info = await stat(file).catch(() => null);
    if (!info) faults.push(`${key} is missing`);
    else if (info.size !== size) faults.push(`${key} has ${info.size} of ${size} bytes`);
    else if (sha1 && !key.endsWith('.svg') && !known.has(`${key} ${info.mtimeMs}`)) {
      const actual = createHash('sha1').update(await readFile(file)).digest('hex'); // prettier-ignore
      if (actual !== sha1) faults.push(`${key} has other contents`);
      known.add(`${key} ${info.mtimeMs}`);
    }
  }
  return faults;
}

/** Files of the folder that no row has. @param {Pick<Soak, 'sql' | 'media'>} soak */
export async function filesWithoutRow({ sql, media }) {
  const owned = new Set((await sql(OWNED)).map((row) => String(row['key'])));
  return (await filesIn(media)).filter((key) => !owned.has(key));
}

/** Makes all files look as if nobody had touched them for hours. @param {string} media */
export async function ageFiles(media) {
  const then = new Date(Date.now() - 3 * 3_600_000);
  for (const key of await filesIn(media)) await utimes(path.join(media, key), then, then);
}

/** @param {string} folder */
async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}
