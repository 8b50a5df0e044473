import type { World } from '../../support/world/world.js';
import type { ActorName } from './actors.js';

/** Who may be told what. A name that stands nowhere here is told to nobody but administrators. */
const OF_A: readonly ActorName[] = ['editor of /a', 'moderator'];
const SIGNED_IN_TO_SNIPPETS: readonly ActorName[] = ['view-only', 'editor of /a', 'editor of /b', 'moderator'];

/** Whoever signed in on the site reads what asks for that. */
const TO_READERS: readonly ActorName[] = [...OF_A, 'reader token'];

/** What stands where not everybody may look, with those who may, administrators and their token aside. */
const TOLD = {
  'draft title': [...OF_A, 'preview token'],
  'draft words': [...OF_A, 'preview token'],
  'working copy': ['editor of /a', 'preview token'],
  'former words': OF_A,
  'unpublished page': OF_A,
  'unpublished words': OF_A,
  'private page': TO_READERS,
  'private words': TO_READERS,
  'trashed page': OF_A,
  'hidden field': [],
  'hidden snippet field': [],
  'draft snippet': SIGNED_IN_TO_SNIPPETS,
  'model secret': [],
  'webhook secret': [],
  'private collection': OF_A,
  'private file': TO_READERS,
  'private bytes': TO_READERS,
  'later bytes': TO_READERS,
  'image title': TO_READERS,
} satisfies Record<string, readonly ActorName[]>;

export type CanaryName = keyof typeof TOLD;
export const CANARIES = Object.keys(TOLD) as CanaryName[];

/** A word that stands nowhere else. */
export function canary(name: CanaryName): string {
  return `Canary${name.replace(/\W/g, '')}Qx7`;
}

/** May that actor be told it? */
export function mayKnow(actor: ActorName, name: CanaryName): boolean {
  if (actor === 'admin' || actor === 'management token') return true;
  return (TOLD[name] as readonly ActorName[]).includes(actor);
}

/** What no answer holds, whoever asks: hashes, seeds, keys. Each is looked for as it is stored. */
export async function secretsOf(world: World, keys: readonly string[]): Promise<Map<string, string>> {
  const columns = await world.sql<{ table: string; column: string }>(
    `SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
      WHERE table_schema = 'public' AND data_type IN ('text', 'character varying', 'bytea')
        AND column_name ~ '(password|token|code|former|totp|secret|sealed|key)_?(hash|secret)?$'
        AND column_name ~ 'hash|totp|secret|sealed' AND table_name !~ '^(fortress|garden|newsletter)_'`,
  );
  const found = new Map(keys.map((key, at) => [`key ${at}`, key]));
  for (const { table, column } of columns) {
    const rows = await world.sql<{ value: string }>(`SELECT "${column}"::text AS value FROM "${table}" WHERE "${column}" IS NOT NULL`);
    rows.forEach(({ value }, at) => found.set(`${table}.${column} ${at}`, value));
  }
  return found;
} // prettier-ignore

/** Is the word in the answer, as it is or in base64 at any offset? */
export function tells(text: string, word: string): boolean {
  return formsOf(word).some((form) => text.includes(form));
}

const known = new Map<string, readonly string[]>();

function formsOf(word: string): readonly string[] {
  const forms = known.get(word) ?? [
    word,
    ...[0, 1, 2].map((offset) =>
      Buffer.from(' '.repeat(offset) + word)
        .toString('base64')
        .slice(offset === 0 ? 0 : 4, -4),
    ),
  ];
  known.set(word, forms);
  return forms;
}
