import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import { referencePages } from './reference.mjs';

/**
 * Writes the reference from the docstrings of `@pipit/cms`, or, with `--check`, says which pages are not what the
 * docstrings make of them.
 */
const folder = fileURLToPath(new URL('reference', import.meta.url));
const pages = await formatted(referencePages());

if (process.argv.includes('--check')) {
  const stale = await differing(pages);
  for (const name of stale) console.error(`apps/docs/reference/${name} is not up to date: npm run generate:docs`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [name, text] of pages) await writeFile(path.join(folder, name), text);
  console.log(`Wrote ${pages.size} pages of reference.`);
}

/** @param {Map<string, string>} raw */
async function formatted(raw) {
  const options = await prettier.resolveConfig(path.join(folder, 'any.md'));
  /** @type {Map<string, string>} */
  const done = new Map();
  for (const [name, text] of raw) done.set(name, await prettier.format(text, { ...options, parser: 'markdown' }));
  return done;
}

/** @param {Map<string, string>} wanted */
async function differing(wanted) {
  const present = await readdir(folder).catch(() => []);
  const superfluous = present.filter((name) => !wanted.has(name));
  const missing = [];
  for (const [name, text] of wanted) {
    if ((await readFile(path.join(folder, name), 'utf8').catch(() => null)) !== text) missing.push(name);
  }
  return [...superfluous, ...missing];
}
