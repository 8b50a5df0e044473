import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fieldsOf, isEmptyValue, walk, type ContentNode, type Json } from '@pipit/cms';
import { SeedIds } from '../load/seed-ids.js';
import { types } from '../types/index.js';
import {
  announcements,
  categories,
  collections,
  documents,
  pages,
  people,
  pictures,
  settings,
  type DemoLocale,
  type PageSeed,
} from './index.js';

const LOCALES: DemoLocale[] = ['en', 'de'];
const languages = LOCALES.flatMap((locale) =>
  pages.flatMap((seed) => (seed[locale] ? [{ seed, locale, text: seed[locale] }] : [])),
);

/** Ids as the loader would give them: any number does, as long as each name has one. */
function someIds(): SeedIds {
  const ids = new SeedIds();
  const lists = { image: pictures, document: documents, person: people, category: categories, collection: collections };
  for (const [kind, seeds] of Object.entries(lists))
    seeds.forEach(({ key }, index) => ids.add(kind as 'image', key, index + 1));
  languages.forEach(({ seed, locale }, index) => ids.addPage(seed.key, locale, index + 10));
  return ids;
}

const classOf = (name: string): object => types.find((type) => type.name === name)!;

/** Every value of the content with the place it was declared for. */
function everyValue(): { node: ContentNode; value: Json }[] {
  const ids = someIds();
  const found: { node: ContentNode; value: Json }[] = [];
  const look = (type: object, fields: Record<string, Json>): void => {
    for (const field of fieldsOf(type)) {
      walk(field, fields[field.name] ?? null, ({ node, value }) => void found.push({ node, value }));
    }
  };
  for (const { seed, locale, text } of languages) {
    look(classOf(seed.type), ids.resolve({ ...seed.shared, ...text.fields }, locale));
  }
  for (const { fields } of people) look(classOf('Person'), ids.resolve(fields, 'en'));
  for (const { fields } of categories) look(classOf('Category'), ids.resolve(fields, 'en'));
  for (const { fields } of announcements) look(classOf('Announcement'), ids.resolve(fields, 'en'));
  for (const [name, fields] of Object.entries(settings))
    look(classOf(name.slice('demo.'.length)), ids.resolve(fields, 'en'));
  return found;
}

describe('the content of the demo', () => {
  it('has pages enough, of many types, half of them in German too', () => {
    const german = pages.filter((seed) => seed.de);
    expect(pages.length).toBeGreaterThanOrEqual(25);
    expect(new Set(pages.map((seed) => seed.type)).size).toBeGreaterThanOrEqual(5);
    expect(german.length).toBeGreaterThanOrEqual(pages.length / 2);
    expect(pictures.length).toBeGreaterThanOrEqual(15);
    expect(new Set(pages.map((seed) => seed.state?.is))).toEqual(new Set([undefined, 'draft', 'changed']));
  });

  it('has every page below one that came before it, under an address of its own', () => {
    const before = new Set<string>();
    const addresses = new Set<string>();
    for (const seed of pages) {
      if (seed.parent !== null) expect(before).toContain(seed.parent);
      before.add(seed.key);
      for (const locale of LOCALES) if (seed[locale]) addresses.add(`${locale}/${seed.parent}/${seed[locale].slug}`);
    }
    expect(before.size).toBe(pages.length);
    expect(addresses.size).toBe(languages.length);
    const translated = (seed: PageSeed): boolean =>
      seed.parent === null || Boolean(pages.find(({ key }) => key === seed.parent)?.de);
    expect(pages.filter((seed) => seed.de && !translated(seed))).toEqual([]);
  });

  it('has a drawing for every picture', () => {
    const drawings = pictures.map(({ key }) => join(import.meta.dirname, 'pictures', `${key}.svg`));
    expect(drawings.filter((drawing) => !existsSync(drawing))).toEqual([]);
  });

  it('names nothing it does not have, and no field that is not declared', () => {
    const ids = someIds();
    for (const { seed, locale, text } of languages) {
      const names = fieldsOf(classOf(seed.type)).map((field) => field.name);
      const given = Object.keys(ids.resolve({ ...seed.shared, ...text.fields }, locale));
      expect({ page: seed.key, stray: given.filter((name) => !names.includes(name)) }).toEqual({
        page: seed.key,
        stray: [],
      });
    }
  });

  it('uses every kind of field and of block that there is', () => {
    const used = new Set(
      everyValue().flatMap(({ node, value }) => (isEmptyValue(node, value) ? [] : [node.kind.name])),
    );
    const static_ = everyValue().some(({ node }) => node.kind.name === 'static');
    expect(static_).toBe(true);
    expect([...used].sort()).toEqual(expect.arrayContaining([
      'blockquote', 'boolean', 'char', 'childItems', 'choice', 'collection', 'date', 'datetime', 'decimal', 'document', 'duration', 'email',
      'embed', 'float', 'image', 'imageWithAlt', 'integer', 'json', 'list', 'multipleChoice', 'pageLink', 'rawHtml', 'richText', 'slug',
      'snippetLink', 'snippets', 'stream', 'struct', 'table', 'tags', 'text', 'time', 'typedTable', 'url', 'uuid',
    ])); // prettier-ignore
  });

  it('fills every declared field and block somewhere', () => {
    const values = everyValue();
    const filled = new Set(
      values
        .filter(({ node, value }) => node.kind.name === 'static' || !isEmptyValue(node, value))
        .map(({ node }) => node),
    );
    const empty = values.filter(({ node }) => !filled.has(node)).map(({ node }) => `${node.name} (${node.kind.name})`);
    expect([...new Set(empty)]).toEqual([]);
  });
});
