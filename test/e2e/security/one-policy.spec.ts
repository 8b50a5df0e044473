import { Agent } from 'node:http';
import type { AddressInfo } from 'node:net';
import { routesOf } from '../../support/routes.js';
import { useWorld } from '../../support/world/world.js';
import type { Actor, ActorName } from './actors.js';
import { CANARIES, canary, mayKnow, secretsOf, tells } from './canaries.js';
import { fingerprintOf } from './fingerprint.js';
import { furnish, type Fixture } from './fixture.js';
import { CONTENT_TYPES, HOSTILE_BODIES, OTHER_ONES, SPELLINGS } from './hostile.js';
import { forAll, knock, rawKnock, type Reply } from './knock.js';
import { pairsOf, questionsOf, without, type PairOfQueries } from './pairs.js';
import { fortress } from './project.js';
import { askedObjects, mixedRequests, type Asked } from './routes/asked.js';
import { addressOf, METHODS, outcome, ROUTES, shadowOf, type Method, type Row } from './routes/table.js';
import { readingAddresses } from './sweep.js';

// Thousands of requests, on machines of any speed.
jest.setTimeout(180_000);

describe('one policy at every door', () => {
  const world = useWorld({ project: fortress });
  let fixture: Fixture;
  beforeAll(async () => {
    fixture = await furnish(world());
  });
  const actor = (name: ActorName): Actor => fixture.actors.get(name)!;
  const everybody = (): Actor[] => [...fixture.actors.values()];
  const bodyOf = (method: Method) => (['POST', 'PUT', 'PATCH'].includes(method) ? {} : undefined);

  it('knows every route of the server, and no other', () => {
    const stated = ROUTES.map(({ method, path }) => `${method} ${path}`);
    const real = routesOf(world().app);
    const toAdd = real.filter((route) => !stated.includes(route));
    const hint = 'Routes that say nothing here. Add a line each to test/e2e/security/routes/ with who may call them.';
    expect({ hint, toAdd }).toEqual({ hint, toAdd: [] });
    expect(stated.filter((route) => !real.includes(route))).toEqual([]);
    expect(new Set(stated).size).toBe(stated.length);
  });

  it('tells in its documentation what each route asks for', async () => {
    const { paths } = JSON.parse((await knock(world(), actor('anonymous'), 'GET', '/api/openapi.json')).text) as {
      paths: Record<string, Record<string, { security?: unknown; 'x-permissions'?: string[]; 'x-session-only'?: boolean }>>;
    }; // prettier-ignore
    const wrong = ROUTES.flatMap((row) => {
      const told = paths[row.path]?.[row.method.toLowerCase()];
      if (!told) return [];
      const who = told.security ? (told['x-permissions'] ?? 'signed-in') : 'public';
      const isSame = String(who) === String(row.who) && (told['x-session-only'] ?? false) === row.bySession;
      return isSame ? [] : [`${row.method} ${row.path}: ${String(who)}`];
    });
    expect(wrong).toEqual([]);
  });

  it('answers each actor at each route as the table says, by each method (O3, A25, B24, C13, C14, D09, D14, J03, J12)', async () => {
    const wrong: string[] = [];
    const cell = async (who: Actor, method: Method, row: Row, path: string, admitted?: number[]): Promise<void> => {
      const { status, text, headers } = await knock(world(), who, method, path, bodyOf(method));
      const expected = outcome(row, who.name);
      const isKept = !String(headers['cache-control']).includes('no-store');
      if (isKept && (isPersonal(row) || headers['set-cookie']))
        wrong.push(`${method} ${path} as ${who.name} may be kept`);
      const isRight = admitted && expected === row.admitted ? admitted.includes(status) : status === expected;
      if (!isRight) wrong.push(`${method} ${path} as ${who.name}: ${status}, not ${expected} ${text.slice(0, 200)}`);
      if (method === 'HEAD' && status === 200 && text !== '') wrong.push(`HEAD ${path} has a body`);
    };
    const cells: (() => Promise<void>)[] = [];
    for (const row of ROUTES) {
      for (const who of everybody()) {
        cells.push(() => cell(who, row.method, row, addressOf(row)));
      }
      for (const name of row.method === 'GET' ? HEADS : []) {
        cells.push(() => cell(actor(name), 'HEAD', row, addressOf(row)));
      }
    }
    // No line, no route: what answers then is the router.
    const names = [...fixture.actors.keys()];
    let turn = 0;
    for (const path of new Set(ROUTES.map((row) => row.path))) {
      const declared = ROUTES.filter((row) => row.path === path).map((row) => row.method);
      for (const method of METHODS) {
        if (declared.includes(method) || (method === 'HEAD' && declared.includes('GET'))) continue;
        const address = addressOf({ path });
        const row = shadowOf(method, address);
        // The router answers before it is asked who they are: two extremes, one who may not, and the others in turn.
        for (const name of new Set<ActorName>([
          'anonymous',
          'suspended',
          'admin',
          names[(turn += 1) % names.length]!,
        ])) {
          if (row) cells.push(() => cell(actor(name), method, row, address, [row.admitted, 400, 404]));
          else cells.push(() => cell(actor(name), method, NO_ROUTE, address));
        }
      }
    }
    await forAll(cells, (each) => each());
    expect(wrong).toEqual([]);
    expect(cells.length).toBeGreaterThan(4000);
  });

  it('is the same however an address is spelt: the route it is, or none (J08, J09, J10, J06)', async () => {
    await world().app.listen(0, '127.0.0.1');
    const { port } = world().app.getHttpServer().address() as AddressInfo;
    const agent = new Agent({ keepAlive: true, maxSockets: 6 });
    const wrong: string[] = [];
    const guarded = ROUTES.filter(({ method, who }) => method === 'GET' && who !== 'public' && who !== 'anybody');
    const sample = guarded.filter((row, at) => at % 7 === 0 || Array.isArray(row.who));
    const actors = (['anonymous', 'suspended', 'view-only', 'admin'] as const).map(actor);
    await forAll(sample.slice(0, 24), async (row) => {
      for (const [name, spell] of Object.entries(SPELLINGS)) {
        const path = spell(addressOf(row));
        const statuses = await Promise.all(actors.map((who) => rawKnock(port, agent, who, path)));
        const isIt = statuses.every((status, at) => status === outcome(row, actors[at]!.name));
        // Another route below the same door may be met, such as one that takes an id; it is guarded as well.
        const isNone = statuses.every((status) => [400, 401, 403, 404].includes(status));
        if (!isIt && !isNone) wrong.push(`${name}: ${JSON.stringify(path)} ${statuses.join(' ')}`);
      }
    });
    agent.destroy();
    expect(wrong).toEqual([]);
  });

  it('tells nobody of what belongs to others, by any route that names something (A21, B02, B03, B04, B05, B06, B16, B19, B22, C05)', async () => {
    const named = ROUTES.filter(({ path, who }) => /\/api\/admin\/v1.*\{/.test(path) && who !== 'anybody');
    const objects = askedObjects(fixture);
    const hint = 'Routes that name something. Say in test/e2e/security/routes/objects.ts what of /a they are asked for.';
    const toAdd = named.map(({ method, path }) => `${method} ${path}`).filter((route) => !objects.has(route));
    expect({ hint, toAdd }).toEqual({ hint, toAdd: [] });
    const before = await fingerprintOf(world());
    const wrong: string[] = [];
    const ask = async (who: Actor, { method, url, body }: Asked, right: readonly number[]): Promise<void> => {
      const { status, text } = await knock(world(), who, method, url, body);
      if (!right.includes(status)) wrong.push(`${method} ${url} ${body ?? ''} as ${who.name}: ${status} ${text.slice(0, 300)}`);
    };
    await forAll([...objects.values()], async ({ row, asked }) => {
      if (!asked) return;
      // Types are no secret: whoever may not see the rows of one is told so.
      const isOfType = row.path.includes('{type}');
      for (const name of isOfType ? (['editor of /b'] as const) : (['editor of /b', 'view-only'] as const)) {
        await ask(actor(name), asked, outcome(row, name) === 403 ? [403] : isOfType ? [403, 404] : [404]);
      }
      const isAbout = row.method === 'GET' && !/records.*(revisions|compare)|working-copy|export/.test(row.path);
      if (isAbout) await ask(actor('admin'), asked, [200]);
    });
    for (const { asked, right } of mixedRequests(fixture)) await ask(actor('editor of /b'), asked, right);
    expect(wrong).toEqual([]);
    expect(await fingerprintOf(world())).toEqual(before);
  }); // prettier-ignore

  it('tells each actor what they may know and nothing else, however they read (O1; A04, A19, A20, B01, B13, B14, B15, E13, J01)', async () => {
    const secrets = await secretsOf(world(), [world().databaseUrl, 'only the tests of the garden are signed with this']);
    expect(secrets.size).toBeGreaterThan(20);
    const emails = everybody().flatMap(({ client }) => (client ? [client.email] : []));
    const urls = readingAddresses(fixture);
    const before = await fingerprintOf(world(), LOGGED);
    const leaks = new Set<string>();
    const read = new Set<string>();
    const names = ['anonymous', 'view-only', 'editor of /a', 'editor of /b', 'moderator', 'admin', 'management token'] as const;
    await forAll(urls, async (url) => {
      const readers: ActorName[] = url.startsWith('/api/v2/') ? ['anonymous', 'admin', 'read token', 'preview token', 'reader token', 'anonymous'] : [...names];
      for (const name of readers) {
        const { text, status } = await knock(world(), actor(name), 'GET', url);
        if (status >= 500) leaks.add(`${status} ${url} as ${name}`);
        for (const each of CANARIES) {
          if (!tells(text, canary(each)) || url.includes(canary(each))) continue;
          read.add(`${each} ${name}`);
          const isPublic = url.startsWith('/api/v2/') && name !== 'preview token' && name !== 'reader token';
          if (isPublic || !mayKnow(name, each)) leaks.add(`${each} → ${name} at ${url}`);
        }
        for (const [what, secret] of secrets) if (tells(text, secret)) leaks.add(`${what} → ${name} at ${url}`);
        const own = actor(name).client?.email;
        for (const email of emails) if (name !== 'admin' && name !== 'management token' && email !== own && text.includes(email)) leaks.add(`e-mail → ${name} at ${url}`);
      }
    });
    expect([...leaks]).toEqual([]);
    // Else the sweep would pass by reading nothing.
    expect(CANARIES.filter((each) => !read.has(`${each} admin`) && each !== 'working copy')).toEqual([]);
    for (const each of ['private page', 'private words', 'private file'] as const) expect([...read]).toContain(`${each} reader token`);
    expect(await fingerprintOf(world(), LOGGED)).toEqual(before);
  }); // prettier-ignore

  it('answers what is true of something hidden as what is true of nothing, by every parameter (O2; A01, A02, A03, A05, A07, A08, A09, A10, A11, A13, A15, A16, A17, B12)', async () => {
    const document = async (url: string) => JSON.parse((await knock(world(), actor('anonymous'), 'GET', url)).text);
    const management = await document('/api/openapi.json');
    const content = await document('/api/v2/openapi.json');
    const { questions, unknown } = questionsOf([management, content]);
    const hint = 'Parameters nobody asks about. Add a line each to test/e2e/security/routes/parameters.ts.';
    expect({ hint, unknown }).toEqual({ hint, unknown: [] });
    const urls = readingAddresses(fixture);
    const told: string[] = [];
    const compare = async (name: ActorName, path: string, pair: PairOfQueries): Promise<void> => {
      const word = pair.tells ?? CANARIES.find((each) => canary(each) === pair.hit);
      // To the content API signing in says nothing; what a reader is shown is.
      const isHidden = (path.startsWith('/api/v2/') && name !== 'reader token') || !word || !mayKnow(name, word);
      if (!isHidden) return;
      const ask = (query: string) => knock(world(), actor(name), 'GET', `${path}?${query}`);
      const [hit, miss] = [await ask(pair.hitQuery), await ask(pair.missQuery)];
      const seen = ({ status, text, headers }: Reply) =>
        JSON.stringify([status, without(text, pair), headers['cache-control'], headers['cache-tag'], headers['vary']]);
      if (seen(hit) !== seen(miss)) told.push(`${path}?${pair.hitQuery} as ${name}: ${seen(hit)} ≠ ${seen(miss)}`);
      if (hit.status >= 500 || miss.status >= 500) told.push(`${path}?${pair.hitQuery} as ${name}: ${hit.status} ${miss.status}`);
      // Endpoints of snippets take no notice of an order they do not know.
      if (pair.refused && hit.status < 400 && !path.includes('/notices/')) told.push(`${path}?${pair.hitQuery} as ${name} is not refused`);
    };
    const asked: (() => Promise<void>)[] = [];
    for (const { path, names } of questions) {
      const pattern = new RegExp(`^${path.replace(/\{\w+\}/g, '[^/?]+')}([?].*)?$`);
      const isPublic = path.startsWith('/api/v2/');
      const matching = urls.filter((each) => pattern.test(each) && (!isPublic || /\/(\?|$)/.test(each)));
      const bare = new Map(matching.map((url) => url.split('?') as [string, string]));
      // The first and the last thing of each kind: one of /a, and one that is told of.
      const [first, ...others] = [...bare];
      const actors: ActorName[] = isPublic ? ['anonymous', 'reader token'] : /users/.test(path) ? ['admin'] : ['editor of /b', 'view-only'];
      for (const [url, query = ''] of [first, others.at(-1)].filter((each) => each !== undefined)) {
        const pairs = pairsOf(names, fixture, isPublic ? '' : query, path);
        // What opens a thing to readers is the same for all of a kind.
        const here = url === first![0] ? actors : actors.filter((name) => name !== 'reader token');
        for (const name of here) for (const pair of pairs) asked.push(() => compare(name, url, pair));
      }
    }
    await forAll(asked, (each) => each());
    expect(told).toEqual([]);
    expect(asked.length).toBeGreaterThan(500);
  }); // prettier-ignore

  it('takes no body but those it declares, by no spelling of their type, and no other spelling of an id (C01, C02, C04, C06, C07, C08, C09, C10, C11, C12)', async () => {
    const { paths } = JSON.parse((await knock(world(), actor('anonymous'), 'GET', '/api/openapi.json')).text);
    const taking = ROUTES.filter(({ path, method }) => {
      const body = paths[path]?.[method.toLowerCase()]?.requestBody?.content;
      return body && 'application/json' in body;
    });
    expect(taking.length).toBeGreaterThan(60);
    const before = await fingerprintOf(world());
    const wrong: string[] = [];
    const send = async (row: Row, what: string, body: string, type = 'application/json'): Promise<void> => {
      const who = { ...actor('admin'), headers: { ...actor('admin').headers, 'content-type': type } };
      const { status } = await knock(world(), who, row.method, addressOf(row), body);
      // Where nothing has to be sent, `null` is nothing.
      if (what === 'null' && status === row.admitted) return;
      if (status < 400 || status >= 500) wrong.push(`${row.method} ${row.path} with ${what}: ${status}`);
    };
    await forAll(taking, async (row) => {
      for (const [what, body] of Object.entries(HOSTILE_BODIES)) await send(row, what, body);
    });
    for (const type of CONTENT_TYPES) for (const row of taking.slice(0, 8)) await send(row, type, HOSTILE_BODIES['columns of tables']!, type);
    for (const row of ROUTES.filter(({ path, method }) => method === 'GET' && /v1\/\w+\/\{id\}$/.test(path))) {
      for (const id of OTHER_ONES) {
        const { status } = await knock(world(), actor('admin'), 'GET', addressOf(row, { id }));
        if (![400, 404].includes(status)) wrong.push(`${row.path} with ${id}: ${status}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(await fingerprintOf(world())).toEqual(before);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect((await knock(world(), actor('anonymous'), 'GET', '/api/admin/v1/health')).status).toBe(200);
  }); // prettier-ignore
});

/** What is answered there is for one person, signed in or about to be. */
const isPersonal = ({ path, who }: Row): boolean =>
  path.includes('/v1/auth/') || (who !== 'anybody' && who !== 'public');

/** The router answers HEAD as GET without its body, so that few have to show it. */
const HEADS: readonly ActorName[] = ['anonymous', 'suspended', 'view-only', 'management token', 'admin'];

/** Taking a file out is written into the log. */
const LOGGED = ['audit_entry'];

/** Stands for methods that no route takes. */
const NO_ROUTE: Row = { method: 'GET', path: '', who: 'anybody', bySession: false, admitted: 404 };
