import { Agent } from 'node:http';
import type { AddressInfo } from 'node:net';
import { routesOf } from '../../support/routes.js';
import { useWorld } from '../../support/world/world.js';
import type { Actor, ActorName } from './actors.js';
import { furnish, type Fixture } from './fixture.js';
import { forAll, knock, rawKnock } from './knock.js';
import { fortress } from './project.js';
import { addressOf, METHODS, outcome, ROUTES, shadowOf, type Method, type Row } from './routes/table.js';

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

  it('answers each actor at each route as the table says, by each method (O3, A25, B24, C13, C14, D09, D14, J12)', async () => {
    const wrong: string[] = [];
    const cell = async (who: Actor, method: Method, row: Row, path: string, admitted?: number[]): Promise<void> => {
      const { status, text } = await knock(world(), who, method, path, bodyOf(method));
      const expected = outcome(row, who.name);
      const isRight = admitted && expected === row.admitted ? admitted.includes(status) : status === expected;
      if (!isRight) wrong.push(`${method} ${path} as ${who.name}: ${status}, not ${expected} ${text.slice(0, 200)}`);
      if (method === 'HEAD' && status === 200 && text !== '') wrong.push(`HEAD ${path} has a body`);
    };
    const cells: (() => Promise<void>)[] = [];
    for (const row of ROUTES) {
      for (const who of everybody()) {
        cells.push(() => cell(who, row.method, row, addressOf(row)));
        if (row.method === 'GET') cells.push(() => cell(who, 'HEAD', row, addressOf(row)));
      }
    }
    // No line, no route: what answers then is the router, before anybody is asked who they are.
    for (const path of new Set(ROUTES.map((row) => row.path))) {
      const declared = ROUTES.filter((row) => row.path === path).map((row) => row.method);
      for (const method of METHODS) {
        if (declared.includes(method) || (method === 'HEAD' && declared.includes('GET'))) continue;
        const address = addressOf({ path });
        const row = shadowOf(method, address);
        for (const name of ['anonymous', 'suspended', 'admin'] as const) {
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
});

/** Stands for methods that no route takes. */
const NO_ROUTE: Row = { method: 'GET', path: '', who: 'anybody', bySession: false, admitted: 404 };

const SPELLINGS: Readonly<Record<string, (path: string) => string>> = {
  'slash at the end': (path) => `${path}/`,
  'slash doubled': (path) => path.replace('/v1/', '/v1//'),
  'slashes in front': (path) => `/${path}`,
  'dot on the way': (path) => path.replace('/v1/', '/v1/./'),
  'dots on the way': (path) => path.replace('/v1/', '/v1/x/../'),
  'dots encoded': (path) => path.replace('/v1/', '/v1/x/%2e%2e/'),
  'dot encoded': (path) => path.replace('/v1/', '/v1/%2e/'),
  'letter encoded': (path) => path.replace('/api/', '/%61pi/'),
  'other letter encoded': (path) => path.replace('admin', '%61dmin'),
  'twice encoded': (path) => path.replace('admin', '%2561dmin'),
  'slash encoded': (path) => path.replace('/v1/', '/v1%2f'),
  'upper case': (path) => path.replace('/api/admin', '/API/ADMIN'),
  'upper case behind': (path) => path.replace(/[^/]+$/, (last) => last.toUpperCase()),
  'parameter of a segment': (path) => `${path};x`,
  'suffix of a file': (path) => `${path}/x.css`,
  'suffix of a script': (path) => `${path};.js`,
  'line feed': (path) => `${path}%0a`,
  'line feed and a picture': (path) => `${path}%0a.png`,
  NUL: (path) => `${path}%00`,
  backslash: (path) => path.replace('/v1/', '/v1%5c'),
  'no UTF-8': (path) => `${path}%ff`,
};
