import { generate } from 'otplib';
import { createHmac } from 'node:crypto';
import { Logger, type LoggerService } from '@nestjs/common';
import { CreateUser } from '@pipit/users';
import { useTestDatabase } from '../../support/database.js';
import { AuthClient, type Answer } from './client.js';
import { startAuthWorld, TEST_SECRET, type AuthWorld } from './world.js';

const EMAIL = 'ada@example.org';
const PASSWORD = 'canary-pass-4711-xyz';
const NEXT_PASSWORD = 'canary-next-0815-abc';

const database = useTestDatabase();
const logged: string[] = [];
let world: AuthWorld;

beforeAll(async () => {
  world = await startAuthWorld(database().url);
  const keep = (...parts: unknown[]): void => void logged.push(parts.map(String).join(' '));
  const logger: LoggerService = { log: keep, error: keep, warn: keep, debug: keep, verbose: keep, fatal: keep };
  Logger.overrideLogger(logger);
  await world.get(CreateUser).run(world.system, { email: EMAIL, name: 'Ada', password: PASSWORD });
});
afterAll(async () => {
  Logger.overrideLogger(false);
  await world?.close();
});

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const decode = (part = ''): Record<string, unknown> =>
  JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;

function forge(header: object, claims: object, secret = TEST_SECRET, hash = 'sha256'): string {
  const signed = `${encode(header)}.${encode(claims)}`;
  return `${signed}.${createHmac(hash, secret).update(signed).digest('base64url')}`;
}

describe('secrets', () => {
  it('appear in no answer, no log line and no audit entry', async () => {
    const browser = new AuthClient(world.app);
    const answers: Answer[] = [await browser.login(EMAIL, 'canary-wrong-9999')];
    const cookies: string[] = [];
    const step = async (answer: Promise<Answer>): Promise<void> => {
      answers.push(await answer);
      cookies.push(browser.cookie ?? '');
    };
    await step(browser.login(EMAIL, PASSWORD));
    await step(browser.me());
    await step(browser.refresh());
    await step(browser.send('PATCH', '/api/admin/v1/me', { preferences: { theme: 'dark' } }));
    await step(browser.changePassword(PASSWORD, NEXT_PASSWORD));
    await step(browser.send('POST', '/api/admin/v1/auth/login', { email: EMAIL, password: { text: PASSWORD } }));
    await step(browser.logout());

    const rows: { hash: string }[] = await world.dataSource.query(
      'SELECT password_hash AS hash FROM user_account UNION SELECT token_hash FROM refresh_token',
    );
    const audit = JSON.stringify(await world.dataSource.query('SELECT * FROM audit_entry'));
    const shown = [...answers.map((answer) => answer.text), ...logged, audit].join('\n');
    for (const secret of ['canary', 'argon2', ...rows.map((row) => row.hash), ...cookies.filter(Boolean)]) {
      expect(shown).not.toContain(secret);
    }
    const hashes = answers.map((answer) => answer.text).join('\n');
    expect(hashes).not.toMatch(/hash|emailKey/i);
  });

  it('are stored as hashes', async () => {
    const browser = new AuthClient(world.app);
    await browser.login(EMAIL, NEXT_PASSWORD);
    const tokens = JSON.stringify(await world.dataSource.query('SELECT * FROM refresh_token'));
    expect(tokens).not.toContain(browser.cookie);
    const [{ hash }] = await world.dataSource.query('SELECT password_hash AS hash FROM user_account');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});

describe('an access token', () => {
  let token: string;
  let header: Record<string, unknown>;
  let claims: Record<string, unknown>;
  const statusWith = async (bearer: string): Promise<number> => {
    const browser = new AuthClient(world.app);
    browser.token = bearer;
    return (await browser.me()).status;
  };

  beforeAll(async () => {
    const browser = new AuthClient(world.app);
    await browser.login(EMAIL, NEXT_PASSWORD);
    token = browser.token ?? '';
    [header, claims] = token.split('.').slice(0, 2).map(decode) as [Record<string, unknown>, Record<string, unknown>];
  });

  it('says who and which session, and nothing about the person', () => {
    expect(header).toEqual({ alg: 'HS256', typ: 'JWT', kid: expect.any(String) });
    expect(Object.keys(claims).sort()).toEqual(['aud', 'exp', 'iat', 'iss', 'sid', 'sub']);
    expect(Number(claims['exp']) - Number(claims['iat'])).toBe(900);
  });

  it('is good when it is ours', async () => {
    expect(await statusWith(token)).toBe(200);
    expect(await statusWith(forge(header, claims))).toBe(200);
  });

  it.each<[string, () => string]>([
    ['with algorithm none', () => `${encode({ ...header, alg: 'none' })}.${encode(claims)}.`],
    ['with algorithm nOnE', () => `${encode({ ...header, alg: 'nOnE' })}.${encode(claims)}.`],
    ['signed by another secret', () => forge(header, claims, 'some other secret of 32 bytes or more')],
    ['signed with the empty secret', () => forge(header, claims, '')],
    ['of another algorithm', () => forge({ ...header, alg: 'HS512' }, claims, TEST_SECRET, 'sha512')],
    ['without a signature', () => `${token.split('.').slice(0, 2).join('.')}.`],
    ['with an unknown kid', () => forge({ ...header, kid: '../../dev/null' }, claims)],
    ['without a kid', () => forge({ alg: 'HS256', typ: 'JWT' }, claims)],
    ['that has expired', () => forge(header, { ...claims, exp: Number(claims['iat']) - 1 })],
    [
      'that never expires and is old',
      () => forge(header, { ...claims, exp: undefined, iat: Number(claims['iat']) - 901 }),
    ],
    ['that has no age', () => forge(header, { ...claims, exp: undefined, iat: undefined })],
    ['of another issuer', () => forge(header, { ...claims, iss: 'elsewhere' })],
    ['made for something else', () => forge(header, { ...claims, aud: 'pipit:preview' })],
    ['of somebody else in this session', () => forge(header, { ...claims, sub: '999' })],
    [
      'of a session that is no session',
      () => forge(header, { ...claims, sid: '00000000-0000-7000-8000-000000000000' }),
    ],
    ['that is nonsense', () => 'a.b.c'],
  ])('is refused %s', async (_what, make) => {
    expect(await statusWith(make())).toBe(401);
  });
});

describe('token secrets', () => {
  it('have to be strong, or the server does not start', async () => {
    for (const tokenSecrets of [[], [''], ['secret'], ['x'.repeat(64)], [TEST_SECRET, 'short']]) {
      await expect(startAuthWorld(database().url, { users: { tokenSecrets } })).rejects.toThrow('users.E001');
    }
  });

  it('can be replaced without signing anybody out', async () => {
    const browser = new AuthClient(world.app);
    await browser.login(EMAIL, NEXT_PASSWORD);
    const renewed = await startAuthWorld(database().url, {
      users: { tokenSecrets: ['a newer secret for tests: 91c2b7d0e4f65a38', TEST_SECRET] },
    });
    const same = new AuthClient(renewed.app);
    Object.assign(same, { token: browser.token, cookie: browser.cookie, csrf: browser.csrf });
    expect((await same.me()).status).toBe(200);
    expect((await same.refresh()).status).toBe(200);
    await renewed.close();
  });

  it('can go when what they sealed was used since: a second factor works with the new one alone', async () => {
    const newer = 'a newest secret for tests: 4c19d2e8b7a65f30';
    const codeAt = (secret: string, later: number) =>
      generate({ secret, epoch: Math.floor(Date.now() / 1000) + later });
    const browser = new AuthClient(world.app);
    await browser.login(EMAIL, NEXT_PASSWORD);
    const secret = String((await browser.send('POST', '/api/admin/v1/me/second-factor')).body['secret']);
    const first = { code: await codeAt(secret, -30) };
    expect((await browser.send('POST', '/api/admin/v1/me/second-factor/confirm', first)).status).toBe(200);
    for (const [tokenSecrets, later] of [
      [[newer, TEST_SECRET], 0],
      [[newer], 30],
    ] as const) {
      const renewed = await startAuthWorld(database().url, { users: { tokenSecrets } });
      const again = new AuthClient(renewed.app);
      const half = await again.login(EMAIL, NEXT_PASSWORD);
      const body = { ticket: half.body['ticket'], code: await codeAt(secret, later) };
      expect((await again.send('POST', '/api/admin/v1/auth/second-factor', body)).status).toBe(200);
      await renewed.close();
    }
  });
});
