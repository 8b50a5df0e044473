import type { Grant } from '@pipit/cms';
import { generate } from 'otplib';
import { newUuid, systemCtx, CreateUser } from '@pipit/cms';
import type { WorldClient } from '../../support/world/client.js';
import { PASSWORD, type World } from '../../support/world/world.js';

/** Who knocks at every door. */
export type ActorName =
  | 'anonymous'
  | 'read token'
  | 'view-only'
  | 'editor of /a'
  | 'editor of /b'
  | 'moderator'
  | 'admin'
  | 'suspended'
  | 'half-logged-in'
  | 'management token'
  | 'preview token'
  | 'refresh token'
  | 'reader token';

/**
 * Where a grant holds: `/a` and `/b` are a page and a collection each, `all` is the root of either tree, every type, or
 * the installation.
 */
export type Place = '/a' | '/b' | 'all';

/** What the people among them hold, and where. The administrator holds everything, and so does nobody else. */
export const HOLDINGS: Partial<Record<ActorName, Partial<Record<Place, readonly string[]>>>> = {
  'view-only': { all: ['snippet.view', 'model.view'], '/b': ['image.choose', 'document.choose'] },
  'editor of /a': {
    '/a': ['page.add', 'page.edit', ...media('add', 'edit', 'choose', 'delete')],
    all: ['snippet.view', 'snippet.add', 'snippet.edit'],
  },
  'editor of /b': {
    '/b': ['page.add', 'page.edit', ...media('add', 'edit', 'choose', 'delete')],
    all: ['snippet.view', 'snippet.add', 'snippet.edit', 'redirect.add', 'token.manage'],
  },
  moderator: {
    all: [
      'page.add', 'page.edit', 'page.publish', 'page.delete', 'page.lock', 'page.unlock',
      ...media('add', 'edit', 'choose', 'delete'), 'collection.add', 'collection.edit', 'collection.delete',
      'snippet.view', 'snippet.add', 'snippet.edit', 'snippet.publish', 'snippet.delete', 'snippet.lock',
      'redirect.add', 'redirect.edit', 'redirect.delete', 'settings.edit',
    ],
  },
}; // prettier-ignore

function media(...verbs: string[]): string[] {
  return verbs.flatMap((verb) => [`image.${verb}`, `document.${verb}`]);
}

/** Somebody at the door, with what they show there. */
export interface Actor {
  readonly name: ActorName;
  readonly headers: Readonly<Record<string, string>>;
  /** Of those who are signed in. */
  readonly client?: WorldClient;
}

/** Ids of what the places stand for. */
export interface Places {
  readonly page: Readonly<Record<Place, number>>;
  readonly collection: Readonly<Record<Place, number>>;
}

const SCOPES: Readonly<Record<string, 'page' | 'collection'>> = {
  page: 'page',
  image: 'collection',
  document: 'collection',
  collection: 'collection',
};

function grantsOf(name: ActorName, places: Places): Grant[] {
  return Object.entries(HOLDINGS[name] ?? {}).flatMap(([place, permissions]) =>
    permissions.map((permission): Grant => {
      const kind = SCOPES[permission.split('.')[0]!];
      if (!kind) return { permission, scope: { kind: 'everywhere' } };
      return { permission, scope: { kind, id: places[kind][place as Place] } };
    }),
  );
}

const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });

/** Everybody, each with credentials that were good once and are what their name says. */
export async function callEverybody(world: World, places: Places): Promise<Map<ActorName, Actor>> {
  const actors: Actor[] = [{ name: 'anonymous', headers: {} }];
  const admin = await world.admin();
  for (const name of ['view-only', 'editor of /a', 'editor of /b', 'moderator'] as const) {
    actors.push(signedIn(name, await world.person(grantsOf(name, places))));
  }
  actors.push({ name: 'reader token', headers: await readerToken(actors[1]!.client!) });
  // Their names would tell addresses.
  await world.sql(`UPDATE user_group SET name = 'Group ' || id WHERE name LIKE 'Group of %'`);
  actors.push(signedIn('admin', admin));
  const suspended = signedIn('suspended', await world.person([], { isAdministrator: true }));
  expectStatus(200, await admin.post(`/users/${suspended.client!.userId}/suspend`));
  const permissions = (await admin.get('/permissions')).body.items.map(({ name }: { name: string }) => name);
  const token = async (wish: object): Promise<string> =>
    (await admin.post('/tokens', { name: 'Key', ...wish })).body.secret;
  actors.push(
    suspended,
    { name: 'half-logged-in', headers: bearer(await halfLoggedIn(world)) },
    { name: 'read token', headers: bearer(await token({ delivery: true })) },
    { name: 'management token', headers: bearer(await token({ permissions })) },
    { name: 'refresh token', headers: bearer(await refreshToken(world)) },
  );
  return new Map(actors.map((actor) => [actor.name, actor]));
}

function signedIn(name: ActorName, client: WorldClient): Actor {
  return { name, client, headers: bearer((client as unknown as { token: string }).token) };
}

/** What an administrator has after the password and before the code of their second factor. */
async function halfLoggedIn(world: World): Promise<string> {
  const person = await world.person([], { isAdministrator: true });
  const { body } = await person.post('/me/second-factor');
  const code = await generate({ secret: body.secret, epoch: Math.floor(Date.now() / 1000) - 30 });
  expectStatus(200, await person.post('/me/second-factor/confirm', { code }));
  const half = await world.client().post('/auth/login', { email: person.email, password: PASSWORD });
  expectStatus(202, half);
  return half.body.ticket;
}

/** What somebody who signed in on the site reads with, shown as if it were more, too. */
async function readerToken(person: WorldClient): Promise<Record<string, string>> {
  const answer = await person.post('/api/v2/access/session');
  expectStatus(200, answer);
  const { token } = answer.body;
  return { 'x-reader-token': token, ...bearer(token) };
}

/** What the browser of an administrator keeps in its cookie. */
async function refreshToken(world: World): Promise<string> {
  const email = `refresh.${newUuid()}@garden.example`;
  const input = { email, name: 'Refresher', password: PASSWORD, isAdministrator: true };
  await world.get(CreateUser).run(systemCtx(world.dataSource.manager, 'test'), input);
  const answer = await world.client().post('/auth/login', { email, password: PASSWORD });
  return /=([^;]+)/.exec(String(answer.headers['set-cookie']))![1]!;
}

/** Fixtures that fail are told where they do. */
export function expectStatus(status: number, answer: { status: number; text: string }): void {
  if (answer.status !== status) throw new Error(`Expected ${status}, got ${answer.status}: ${answer.text}`);
}
