import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Problem } from './problem.mjs';

/**
 * A recorded data set and what is needed to serve it.
 * @typedef {object} RecordedSet
 * @property {string} site folder below test/sites with its content types
 * @property {string[]} fixtures in the order of loading; a later object replaces an earlier one of the same model and key
 * @property {string} [media] folder of its files; without one, flat files are made
 * @property {string[]} [missing] files which the recorded site did not have either
 */

/** @type {Record<string, RecordedSet>} */
const sets = {
  demosite: {
    site: 'demosite',
    fixtures: ['demosite/fixture.json'],
    missing: ['original_images/wagtail_collects_insects_by_Maggi_94.jpg'],
  },
  'demosite-extra': {
    site: 'demosite-extra',
    fixtures: ['demosite/fixture.json', 'demosite-extra/fixture.extra.json'],
    missing: ['original_images/wagtail_collects_insects_by_Maggi_94.jpg'],
  },
  bakerydemo: { site: 'bakerydemo', fixtures: ['bakerydemo/fixture.json'], media: 'bakerydemo/media' },
  kinds: { site: 'kinds', fixtures: ['kinds/fixture.json'] },
};

/**
 * @param {string | undefined} name
 * @returns {RecordedSet}
 */
export function recordedSet(name) {
  const set = name === undefined ? undefined : sets[name];
  if (set) return set;
  const names = Object.keys(sets).join(', ');
  throw new Problem(
    name === undefined
      ? `Say which recorded data set to serve: npm run oracle -- <${names}>.`
      : `There is no data set "${name}". There are: ${names}.`,
  );
}

/**
 * The folder of the recorded data: PIPIT_ORACLE, or `../shared/oracle` beside the repository.
 * @param {string} root
 * @returns {string}
 */
export function oracleFolder(root) {
  const folder = path.resolve(root, process.env.PIPIT_ORACLE || '../shared/oracle');
  if (existsSync(folder)) return folder;
  throw new Problem(`The recorded data are not in ${folder}. PIPIT_ORACLE names their folder.`);
}

/**
 * One object of a Django fixture.
 * @typedef {{ model: string, pk: unknown, fields: Record<string, unknown> }} FixtureObject
 */

/**
 * @param {string} folder
 * @param {RecordedSet} set
 * @returns {FixtureObject[]} the objects of all its fixtures
 */
export function readFixture(folder, set) {
  /** @type {Map<string, FixtureObject>} */
  const objects = new Map();
  for (const name of set.fixtures) {
    /** @type {FixtureObject[]} */
    const loaded = JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
    loaded.forEach((object, index) => objects.set(`${object.model} ${object.pk ?? `${name} ${index}`}`, object));
  }
  return [...objects.values()];
}

/**
 * The file to import: the recorded one, or where there are several, all in one, written to a folder of our own.
 * @param {string} folder
 * @param {RecordedSet} set
 * @param {string} scratch
 * @returns {string}
 */
export function fixtureFile(folder, set, scratch) {
  const [only, ...others] = set.fixtures;
  if (only && others.length === 0) return path.join(folder, only);
  const file = path.join(scratch, 'fixture.json');
  writeFileSync(file, JSON.stringify(readFixture(folder, set)));
  return file;
}
