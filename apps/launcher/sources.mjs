import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const generated = new Set(['node_modules', 'dist', '.astro', '.pipit', '.git']);

/**
 * One number for everything in some files and folders: equal exactly when nothing changed.
 * @param {string} root
 * @param {string[]} places relative to the root; those missing count as empty
 * @returns {string}
 */
export function fingerprint(root, places) {
  const hash = createHash('sha256');
  for (const file of places.flatMap((place) => filesUnder(path.join(root, place))).sort()) {
    const content = readFileSync(file);
    hash.update(`${path.relative(root, file)} ${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

/**
 * @param {string} place a file or a folder
 * @returns {string[]}
 */
export function filesUnder(place) {
  if (!existsSync(place)) return [];
  const entries = readdirSyncOrNull(place);
  if (!entries) return [place];
  return entries.flatMap((entry) => {
    if (generated.has(entry.name)) return [];
    const child = path.join(place, entry.name);
    return entry.isDirectory() ? filesUnder(child) : entry.isFile() ? [child] : [];
  });
}

/** @param {string} folder */
function readdirSyncOrNull(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOTDIR') return null;
    throw error;
  }
}

/**
 * Remembers what something was last built from.
 * @param {string} file
 */
export function stamp(file) {
  return {
    /** @param {string} value */
    matches: (value) => existsSync(file) && readFileSync(file, 'utf8') === value,
    /** @returns {string} '' when there is none */
    value: () => (existsSync(file) ? readFileSync(file, 'utf8') : ''),
    /** @param {string} value */
    set(value) {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, value);
    },
    clear: () => rmSync(file, { force: true }),
  };
}
