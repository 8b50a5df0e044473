import slugify from '@sindresorhus/slugify';
import { invalid, kept, type Ctx } from '@pipit/kernel';
import { slugTaken } from '../errors.js';

/** Unique index over parents and the keys of slugs. */
const SIBLING_SLUG = 'page_sibling_slug';
const MAX_LENGTH = 255;
/** Characters a suffix may need. */
const LONGEST_SUFFIX = 8;

/**
 * A slug of ASCII letters made from a title, as the language writes them: ä is `ae` in German and `a` in Finnish.
 * `page` when nothing of it can stand in an address.
 */
export function slugFrom(title: string, locale = 'en'): string {
  const known = languageOf(locale);
  return cut(slugify(lowerCase(title, known), { decamelize: false, locale: known }));
}

/** A slug made from a title that keeps letters of all scripts. */
export function unicodeSlugFrom(title: string, locale = 'en'): string {
  const words = lowerCase(title.normalize('NFKC'), languageOf(locale)).match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];
  return cut(words.join('-'));
}

/** Before letters are replaced, as only the language knows what I and İ become. */
function lowerCase(title: string, language: string): string {
  return title.toLocaleLowerCase(language).normalize('NFC');
}

/** A locale's code as JavaScript knows languages; codes of one's own invention count as English. */
function languageOf(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

function cut(slug: string): string {
  return slug.slice(0, MAX_LENGTH - LONGEST_SUFFIX).replace(/-+$/, '') || 'page';
}

/** True for a slug that says nothing and is to be made from the title. */
export function isBlank(slug: unknown): boolean {
  return slug === undefined || slug === null || (typeof slug === 'string' && slug.trim() === '');
}

/**
 * SQL: what a slug is compared by. Slugs that look alike to people (case, width, ligatures) are the same address. The
 * function and the unique index over it are made by a migration.
 */
export function slugKeySql(slug: string): string {
  return `page_slug_key(${slug})`;
}

/** The slug, or with the first free suffix (`-2`, `-3`, …), among the children of a page. */
export async function freeSlug(
  ctx: Ctx,
  parentId: number,
  wanted: string,
  exceptPageId: number | null,
): Promise<string> {
  const [sibling] = await siblingsWith(ctx, parentId, wanted, exceptPageId);
  if (!sibling) return wanted;
  const stem = wanted.slice(0, MAX_LENGTH - LONGEST_SUFFIX);
  // Between “stem-” and the next character lie all its suffixes, so that the index finds them.
  const rows: { suffix: string }[] = await ctx.manager.query(
    `SELECT substr(${slugKeySql('p.slug')}, length(stem.key) + 2) AS suffix
       FROM page p, (SELECT ${slugKeySql('$3::text')} AS key) stem
      WHERE p.parent_id = $1 AND p.id IS DISTINCT FROM $2
        AND ${slugKeySql('p.slug')} >= stem.key || '-' AND ${slugKeySql('p.slug')} < stem.key || '.'`,
    [parentId, exceptPageId, stem],
  );
  const taken = new Set(rows.map((row) => row.suffix));
  let suffix = 2;
  while (taken.has(String(suffix))) suffix += 1;
  return `${stem}-${suffix}`;
}

/** Refuses a slug that a sibling has, and says which sibling and what would be free. */
export async function requireFreeSlug(
  ctx: Ctx,
  parentId: number,
  slug: string,
  exceptPageId: number | null,
  field = '/fields/slug',
): Promise<void> {
  const [sibling] = await siblingsWith(ctx, parentId, slug, exceptPageId);
  if (!sibling) return;
  const free = await freeSlug(ctx, parentId, slug, exceptPageId);
  const message = `This address is taken by “${sibling.title}”. Try ${free}.`;
  throw invalid(message, [{ path: field, code: 'taken', message }]);
}

/**
 * For `catch` of writes that give pages a slug. When somebody took it between the look and the write, only the unique
 * index noticed: the transaction is lost, so it is a conflict to try again with another address.
 */
export function throwSlugRace(error: unknown): never {
  const { driverError } = Object(error) as { driverError?: { code?: string; constraint?: string } };
  if (driverError?.code !== '23505' || driverError.constraint !== SIBLING_SLUG) throw error;
  const message = 'Somebody took this address just now. Try another one.';
  throw slugTaken(message, [{ path: '/fields/slug', code: 'taken', message }]);
}

function siblingsWith(ctx: Ctx, parentId: number, slug: string, exceptPageId: number | null) {
  return ctx.manager.query<{ title: string }[]>(
    kept(`SELECT draft_title AS title FROM page
           WHERE parent_id = $1 AND ${slugKeySql('slug')} = ${slugKeySql('$2::text')} AND id IS DISTINCT FROM $3`),
    [parentId, slug, exceptPageId],
  );
}
