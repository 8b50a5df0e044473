import { hash } from '@node-rs/argon2';
import { CreateUser, PasswordHashes, SetUp, User } from '@pipit/users';
import { useTestDatabase } from '../../support/database.js';
import { AuthClient, type Answer } from './client.js';
import { startAuthWorld, type AuthWorld } from './world.js';

const EMAIL = 'Ada.Lovelace@example.org';
const PASSWORD = 'difference engine no. 2';

const database = useTestDatabase();
let world: AuthWorld;

beforeAll(async () => {
  // Short, so that a full line is soon through.
  world = await startAuthWorld(database().url, { users: { hashQueueLength: 24 } });
  await world.get(CreateUser).run(world.system, { email: EMAIL, name: 'Ada', password: PASSWORD });
});
afterAll(() => world?.close());

const AUTH = '/api/admin/v1/auth';
const HTTPS = { host: 'cms.example.org' };
const cookiesOf = ({ headers }: Answer): string[] => [headers['set-cookie']].flat().map(String);
const cookieOf = (answer: Answer, name: string): string =>
  cookiesOf(answer).find((cookie) => cookie.startsWith(`${name}=`)) ?? '';
const valueOf = (cookie: string): string => /=([^;]*)/.exec(cookie)?.[1] ?? '';
/** All that a stranger sees, but for what is different each time. */
const shapeOf = ({ status, text, headers }: Answer) => {
  const { date: _date, 'x-request-id': _id, ...rest } = headers;
  return { status, text, headers: rest };
};
const client = (address?: string): AuthClient => new AuthClient(world.app, address);
const backdateTokens = (): Promise<unknown> =>
  world.dataSource.query(`UPDATE refresh_token SET rotated_at = rotated_at - interval '11 seconds'`);

describe('signing in', () => {
  it('gives an access token, the person and a refresh cookie no script can read', async () => {
    const answer = await client().login(EMAIL, PASSWORD);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ expiresIn: 900, user: { email: EMAIL, name: 'Ada', isAdministrator: false } });
    expect(answer.headers['cache-control']).toBe('no-store');
    const cookie = cookieOf(answer, 'pipit_refresh');
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).toMatch(/Path=\/api\/admin\/v1\/auth/);
  });

  it('binds all cookies to this very host over HTTPS, and has plain ones on http://localhost alone', async () => {
    const login = (host: string) =>
      client().send('POST', '/api/admin/v1/auth/login', { email: EMAIL, password: PASSWORD }, { host });
    for (const host of ['localhost:3000', '127.0.0.1:3000']) {
      const cookies = cookiesOf(await login(host));
      expect(cookies).toHaveLength(3);
      for (const cookie of cookies) expect(cookie).not.toMatch(/Secure|__Host-/);
    }
    for (const host of ['cms.example.org', 'localhost.example.org']) {
      const cookies = cookiesOf(await login(host));
      expect(cookies).toHaveLength(3);
      for (const cookie of cookies) {
        expect(cookie).toMatch(/^__Host-pipit_\w+=[^;]+; .*Path=\/; .*Secure/);
        expect(cookie).toMatch(/SameSite=Strict/);
        expect(cookie).not.toMatch(/Domain/);
      }
    }
  });

  it('takes none but those bound to the host, where there are such', async () => {
    const answer = await client().send('POST', `${AUTH}/login`, { email: EMAIL, password: PASSWORD }, HTTPS);
    const [refresh, csrf] = [cookieOf(answer, '__Host-pipit_refresh'), cookieOf(answer, '__Host-pipit_csrf')];
    const [token, word] = [valueOf(refresh), valueOf(csrf)];
    const send = (cookie: string) =>
      client().send('POST', `${AUTH}/refresh`, undefined, { ...HTTPS, cookie, 'x-csrf-token': word });
    expect((await send(`pipit_refresh=${token}; pipit_csrf=${word}`)).status).toBe(401);
    expect((await send(`__Host-pipit_refresh=${token}; __Host-pipit_csrf=${word}`)).status).toBe(200);
  });

  it('takes the address in any case', async () => {
    expect((await client().login('ADA.lovelace@EXAMPLE.org ', PASSWORD)).status).toBe(200);
  });

  it('says the same, in body and headers, of an unknown address, a wrong password and a deactivated account', async () => {
    await world
      .get(CreateUser)
      .run(world.system, { email: 'off@example.org', name: 'Off', password: PASSWORD, isActive: false });
    await world.get(CreateUser).run(world.system, { email: 'none@example.org', name: 'None' });
    const wrong = await client('10.1.0.1').login(EMAIL, 'not her password');
    expect(wrong.status).toBe(401);
    expect(wrong.body).toMatchObject({ code: 'invalid_credentials', status: 401 });
    for (const email of ['nobody@example.org', 'off@example.org', 'none@example.org']) {
      expect(shapeOf(await client('10.1.0.1').login(email, PASSWORD))).toEqual(shapeOf(wrong));
    }
  });

  it('refuses members the body does not declare, and values of another type', async () => {
    const send = (body: unknown) => client().send('POST', '/api/admin/v1/auth/login', body);
    expect(await send({ email: EMAIL, password: PASSWORD, isAdministrator: true })).toMatchObject({
      status: 400,
      body: { code: 'bad_request', errors: [{ path: '/isAdministrator', code: 'unknown_member' }] },
    });
    for (const body of [{ email: { $gt: '' }, password: PASSWORD }, { email: EMAIL }, [], [{}], null]) {
      expect((await send(body)).status).toBe(400);
    }
  });

  it('is not possible from a page of another site', async () => {
    const body = { email: EMAIL, password: PASSWORD };
    const answer = await client().send('POST', '/api/admin/v1/auth/login', body, { 'sec-fetch-site': 'cross-site' });
    expect(answer.status).toBe(403);
  });

  it('leaves an audit entry that names the person', async () => {
    await client().login(EMAIL, PASSWORD);
    const [entry] = await world.dataSource.query(
      `SELECT actor_kind, actor_label, subject_type FROM audit_entry WHERE action = 'user.login' ORDER BY at DESC LIMIT 1`,
    );
    expect(entry).toEqual({ actor_kind: 'user', actor_label: 'Ada', subject_type: 'user' });
  });
});

describe('a password', () => {
  it('is hashed anew at the present cost when it is next seen, and no session ends by that', async () => {
    const cheap = await hash(PASSWORD, { algorithm: 2, memoryCost: 8192, timeCost: 1, parallelism: 1 });
    const stored = async (): Promise<string> =>
      (await world.dataSource.query('SELECT password_hash FROM user_account WHERE email = $1', [EMAIL]))[0]
        .password_hash;
    const before = client('10.1.1.1');
    await before.login(EMAIL, PASSWORD);
    await world.dataSource.query('UPDATE user_account SET password_hash = $1 WHERE email = $2', [cheap, EMAIL]);
    expect((await client('10.1.1.1').login(EMAIL, 'not her password')).status).toBe(401);
    expect(await stored()).toBe(cheap);
    expect((await client('10.1.1.1').login(EMAIL, PASSWORD)).status).toBe(200);
    const renewed = await stored();
    expect(renewed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect((await client('10.1.1.1').login(EMAIL, PASSWORD)).status).toBe(200);
    expect(await stored()).toBe(renewed);
    expect((await before.me()).status).toBe(200);
  });

  it('is looked at when there is room; else one is told to try again, which counts for nothing', async () => {
    const hashes = world.get(PasswordHashes);
    const tries = (): Promise<unknown> => world.dataSource.query('SELECT key, count FROM login_attempt ORDER BY key');
    const known = client('10.1.2.1');
    await known.login(EMAIL, PASSWORD);
    let before, stranger, owner;
    do {
      before = await tries();
      const crowd = Array.from({ length: 40 }, () => hashes.matches('a guess', null).catch(() => false));
      [stranger, owner] = await Promise.all([client('10.1.2.2').login(EMAIL, PASSWORD), known.login(EMAIL, PASSWORD)]);
      await Promise.all(crowd);
    } while (stranger.status === 200);
    expect(stranger).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect(Number(stranger.headers['retry-after'])).toBeGreaterThan(0);
    // Whoever was here before has a line of their own.
    expect(owner.status).toBe(200);
    expect(await tries()).toEqual(before);
  });
});

describe('guessing', () => {
  it('has to wait after ten wrong tries at one account', async () => {
    const statuses: number[] = [];
    for (let round = 0; round < 11; round++) {
      statuses.push((await client('10.2.0.1').login(EMAIL, `guess ${round}`)).status);
    }
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429]);
  });

  it('says when to try again, and refuses the right password meanwhile', async () => {
    const answer = await client('10.2.0.1').login(EMAIL.toUpperCase(), PASSWORD);
    expect(answer).toMatchObject({ status: 429, body: { code: 'too_many_attempts' } });
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(answer.body).not.toHaveProperty('retryAfter');
  });

  it('is one count however the address of signing in is spelt, whatever is sent along (D19, D20)', async () => {
    const ways: [path: string, headers: object][] = [
      ['/login', {}],
      ['/%6Cogin', {}],
      ['/login?email=another@example.org', {}],
      ['/login', { 'user-agent': 'another', 'accept-language': 'de', 'x-real-ip': '192.0.2.1' }],
      ['/login', { 'x-forwarded-for': '192.0.2.1', forwarded: 'for=192.0.2.1', 'x-client-ip': '192.0.2.1' }],
    ];
    const statuses: number[] = [];
    for (let round = 0; round < 12; round++) {
      const [path, headers] = ways[round % ways.length]!;
      const body = { email: round % 2 ? EMAIL : ` ${EMAIL.toUpperCase()}`, password: `guess ${round}` };
      statuses.push((await client('10.2.0.11').send('POST', AUTH + path, body, headers)).status);
    }
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429, 429]);
    // Other spellings lead nowhere, and nothing is tried there.
    for (const path of ['/login/', '/LOGIN', '//login', '/login;x', '/login%2f', '/login.json', '/x/%2e%2e%2flogin']) {
      const answer = await client('10.2.0.12').send('POST', AUTH + path, { email: EMAIL, password: PASSWORD });
      expect([path, answer.status]).toEqual([path, 404]);
    }
  });

  it('does not lock the owner out elsewhere', async () => {
    expect((await client('10.2.0.2').login(EMAIL, PASSWORD)).status).toBe(200);
  });

  it('does not lock the owner out where they were before, not even from the same network', async () => {
    const [owner, stranger] = [client('10.2.0.9'), client('10.2.0.9')];
    await owner.login(EMAIL, PASSWORD);
    for (let round = 0; round < 11; round++) await stranger.login(EMAIL, `guess ${round}`);
    expect((await stranger.login(EMAIL, PASSWORD)).status).toBe(429);
    expect((await owner.login(EMAIL, PASSWORD)).status).toBe(200);
    // What the browser keeps is about one account, and ten wrong tries are enough there, too.
    stranger.device = owner.device;
    expect((await stranger.login('other@example.org', PASSWORD)).status).toBe(401);
    const statuses: number[] = [];
    for (let round = 0; round < 11; round++) statuses.push((await stranger.login(EMAIL, `guess ${round}`)).status);
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429]);
    expect((await client('10.2.0.10').login(EMAIL, PASSWORD)).status).toBe(200);
  });

  it('counts tries made at once', async () => {
    const tries = Array.from({ length: 20 }, () => client('10.2.0.3').login(EMAIL, 'all at once'));
    const statuses = (await Promise.all(tries)).map((answer) => answer.status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
  });

  it('is counted for unknown accounts just the same', async () => {
    const statuses: number[] = [];
    for (let round = 0; round < 11; round++) {
      statuses.push((await client('10.2.0.4').login('stranger@example.org', 'x')).status);
    }
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('staying signed in', () => {
  it('trades the refresh token for another', async () => {
    const browser = client();
    await browser.login(EMAIL, PASSWORD);
    const before = browser.cookie;
    const answer = await browser.refresh();
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ expiresIn: 900, user: { email: EMAIL } });
    expect(browser.cookie).not.toBe(before);
    expect((await browser.me()).status).toBe(200);
  });

  it('lets two tabs refresh with the same token at once', async () => {
    const [first, second] = [client(), client()];
    await first.login(EMAIL, PASSWORD);
    Object.assign(second, { cookie: first.cookie, csrf: first.csrf });
    const answers = await Promise.all([first.refresh(), second.refresh()]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
    expect((await first.refresh()).status).toBe(200);
  });

  it('ends the whole session when a used token turns up again', async () => {
    const [owner, thief] = [client(), client()];
    await owner.login(EMAIL, PASSWORD);
    const stolen = owner.cookie;
    thief.csrf = owner.csrf;
    await owner.refresh();
    await backdateTokens();
    expect(await thief.refresh(stolen)).toMatchObject({ status: 401, body: { code: 'session_ended' } });
    expect((await owner.refresh()).status).toBe(401);
    expect((await owner.me()).status).toBe(401);
  });

  it('needs a token that exists', async () => {
    expect(await client().refresh(null)).toMatchObject({ status: 401, body: { code: 'session_ended' } });
    expect((await client().refresh('made-up')).status).toBe(401);
  });

  it('ends when the session is over, however often it was refreshed', async () => {
    const browser = client();
    await browser.login(EMAIL, PASSWORD);
    await world.dataSource.query('UPDATE user_session SET expires_at = now()');
    expect((await browser.refresh()).status).toBe(401);
    expect((await browser.me()).status).toBe(401);
  });
});

describe('a page of another site', () => {
  it('gets nothing by a cookie that the browser sends by itself, without the word of the session (E12)', async () => {
    const [browser, other] = [client(), client()];
    await browser.login(EMAIL, PASSWORD);
    await other.login(EMAIL, PASSWORD);
    const cookies = (csrf: string | null) => `pipit_refresh=${browser.cookie}; pipit_csrf=${csrf}`;
    const said = (word: string | null) => (word === null ? {} : { 'x-csrf-token': word });
    for (const [cookie, word] of [
      [browser.csrf, null],
      [browser.csrf, 'made-up'],
      // A word planted as a cookie: it matches the header, and is not of this session.
      ['made-up', 'made-up'],
      [other.csrf, other.csrf],
      [null, browser.csrf],
    ] as const) {
      for (const what of ['refresh', 'logout']) {
        const headers = { cookie: cookies(cookie), ...said(word) };
        const answer = await client().send('POST', `${AUTH}/${what}`, undefined, headers);
        expect(answer).toMatchObject({ status: 403, body: { code: 'csrf_refused' } });
        expect(answer.headers['set-cookie']).toBeUndefined();
      }
    }
    expect((await browser.refresh()).status).toBe(200);
  });
});

describe('signing out', () => {
  it('makes both tokens worthless at once', async () => {
    const browser = client();
    await browser.login(EMAIL, PASSWORD);
    expect((await browser.logout()).status).toBe(204);
    expect((await browser.me()).status).toBe(401);
    expect((await browser.refresh()).status).toBe(401);
  });

  it('is fine without a session', async () => {
    expect((await client().logout()).status).toBe(204);
  });
});

describe('an account that changes', () => {
  it('is refused at once when it is deactivated', async () => {
    const browser = client();
    await browser.login(EMAIL, PASSWORD);
    await world.dataSource.manager.update(User, { email: EMAIL }, { isActive: false });
    expect((await browser.me()).status).toBe(401);
    expect((await browser.refresh()).status).toBe(401);
    await world.dataSource.manager.update(User, { email: EMAIL }, { isActive: true });
  });

  it('ends its other sessions with a new password, and stays signed in where it was changed', async () => {
    const [here, elsewhere] = [client('10.3.0.1'), client('10.3.0.2')];
    await here.login(EMAIL, PASSWORD);
    await elsewhere.login(EMAIL, PASSWORD);
    expect((await here.changePassword('wrong', 'a much better one')).status).toBe(401);
    expect((await here.changePassword(PASSWORD, 'a much better one')).status).toBe(200);
    expect((await here.me()).status).toBe(200);
    expect((await elsewhere.me()).status).toBe(401);
    expect((await elsewhere.refresh()).status).toBe(401);
    expect((await client().login(EMAIL, PASSWORD)).status).toBe(401);
    expect((await here.changePassword('a much better one', PASSWORD)).status).toBe(200);
  });

  it('refuses passwords that are short or easy to guess', async () => {
    const browser = client('10.3.0.3');
    await browser.login(EMAIL, PASSWORD);
    for (const [password, code] of [
      ['short', 'too_short'],
      ['password123', 'too_common'],
      ['ada.lovelace1', 'too_similar'],
    ]) {
      expect(await browser.changePassword(PASSWORD, password ?? '')).toMatchObject({
        status: 422,
        body: { errors: [{ path: '/newPassword', code }] },
      });
    }
    expect((await browser.changePassword(PASSWORD, 'x'.repeat(2000))).status).toBe(400);
  });
});

describe('a fresh server', () => {
  const person = { name: 'First', password: 'the bluebells are out' };
  const setUp = (code: string, at = 1, headers = {}) =>
    client(`10.4.0.${at}`).send(
      'POST',
      `${AUTH}/set-up`,
      { code, email: `first${at}@example.org`, ...person },
      headers,
    );
  const isOpen = async () => (await client().send('GET', `${AUTH}/set-up`)).body['isOpen'];
  const administrators = (): Promise<unknown[]> =>
    world.dataSource.query('SELECT id FROM user_account WHERE is_administrator');
  let code = '';

  beforeAll(async () => {
    code = (await world.get(SetUp).codeToTell(world.system)) ?? '';
  });

  it('waits for somebody who can read its log, and is claimed by nobody else (C16)', async () => {
    expect(await isOpen()).toBe(true);
    expect(code).toMatch(/^(\w{5}-){3}\w{5}$/);
    for (const wrong of ['', 'x', code.slice(0, 22), `${code}x`, code.replace(/\w/, '_')]) {
      expect(await setUp(wrong)).toMatchObject({ status: 422, body: { errors: [{ path: '/code', code: 'wrong' }] } });
    }
    expect((await setUp(code, 2, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    for (let round = 0; round < 6; round++) await setUp('a guess', 3);
    for (let round = 0; round < 6; round++) await setUp('a guess', 3);
    expect((await setUp(code, 3)).status).toBe(429);
    expect(await administrators()).toEqual([]);
  });

  it('gets its first administrator once, of fifty at the same time one, and never again (C16)', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, (_, at) => setUp(code.toUpperCase(), 10 + at)));
    const [first, ...more] = answers.filter(({ status }) => status === 200);
    expect(more).toEqual([]);
    expect(first?.body).toMatchObject({ accessToken: expect.any(String), user: { isAdministrator: true } });
    expect(cookiesOf(first!)).toHaveLength(3);
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(49);
    expect(await administrators()).toHaveLength(1);
    await world.dataSource.query('UPDATE user_account SET is_active = false WHERE is_administrator');
    expect(await isOpen()).toBe(false);
    expect((await setUp(code, 100)).status).toBe(404);
    expect(await world.get(SetUp).codeToTell(world.system)).toBeNull();
  });
});
