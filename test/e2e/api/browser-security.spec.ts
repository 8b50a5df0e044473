import { createApp } from '../../../apps/api/src/create-app.js';
import { optionsFrom } from '../../../apps/api/src/options.js';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { garden } from '../../support/world/types.js';
import { PASSWORD, useWorld } from '../../support/world/world.js';

describe('what browsers and proxies may do', () => {
  const world = useWorld();
  let app: NestFastifyApplication;

  beforeAll(async () => {
    const options = optionsFrom({
      DATABASE_URL: world().databaseUrl,
      PIPIT_SECRET: 'only the tests of the garden are signed with this: 5b0f7c',
      PIPIT_URL: 'https://cms.garden.example',
      PIPIT_HOSTS: 'cms.garden.example, .sites.example',
      PIPIT_TRUSTED_PROXIES: '10.1.0.0/16',
      PIPIT_CORS_ORIGINS: 'https://www.garden.example',
      PIPIT_EDITOR_DIST: 'apps/editor/dist',
    });
    app = await createApp(options, garden);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  }, 60_000);
  afterAll(() => app?.close());

  const get = (url: string, headers: Record<string, string> = {}, remoteAddress = '192.0.2.1') =>
    app.inject({ method: 'GET', url, remoteAddress, headers: { host: 'cms.garden.example', ...headers } });

  it('answers for its host names and no others, whatever a client says about them (D03, J05)', async () => {
    const status = async (host: string, headers = {}): Promise<number> =>
      (await get('/api/v2/pages/', { host, ...headers })).statusCode;
    expect(await status('cms.garden.example')).toBe(200);
    expect(await status('cms.garden.example:443')).toBe(200);
    expect(await status('a.sites.example')).toBe(200);
    for (const host of ['evil.example', 'cms.garden.example.evil.example', 'evilsites.example', '127.0.0.1']) {
      expect(await status(host)).toBe(400);
    }
    expect(await status('cms.garden.example', { 'x-forwarded-host': 'evil.example' })).toBe(200);
    expect((await get('/api/admin/v1/health', { host: '127.0.0.1' })).statusCode).toBe(200);
  });

  it('believes proxies of its networks alone (J07)', async () => {
    const forwarded = { 'x-forwarded-for': '203.0.113.7', 'x-forwarded-host': 'evil.example' };
    expect((await get('/api/v2/pages/', forwarded, '192.0.2.1')).statusCode).toBe(200);
    expect((await get('/api/v2/pages/', forwarded, '10.1.2.3')).statusCode).toBe(400);
  });

  it('tells browsers to keep away from all that is no page of theirs (E14, E20)', async () => {
    const { headers } = await get('/api/admin/v1/me');
    expect(headers).toMatchObject({
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      'permissions-policy': expect.stringContaining('camera=()'),
    });
    // Answers of the content API are data and never a document: what remains is what counts for data.
    expect((await get('/api/v2/pages/')).headers).toMatchObject({
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
    });
    const plain = await world().client().get('/api/v2/pages/');
    expect(plain.headers['strict-transport-security']).toBeUndefined();
  });

  it('lets no script and no sheet into its pages but its own and those with the nonce of the answer (E14, E20)', async () => {
    for (const url of ['/editor/', '/editor/pages/7', '/editor/reset-password', '/api/docs']) {
      const [one, other] = [await get(url), await get(url)];
      const policy = String(one.headers['content-security-policy']);
      const nonce = /'nonce-([\w+/=]{24})'/.exec(policy)?.[1] ?? 'none';
      expect(String(other.headers['content-security-policy'])).not.toContain(nonce);
      for (const line of [
        `script-src 'self' 'nonce-${nonce}'`,
        `style-src 'self' 'nonce-${nonce}'`,
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "object-src 'none'",
      ]) {
        expect(policy.split('; ')).toContain(line);
      }
      const tags = one.body.match(/<(script|style)\b[^>]*>/g) ?? [];
      expect(tags.length).toBeGreaterThan(0);
      for (const tag of tags) expect(tag).toContain(`nonce="${nonce}"`);
      expect(one.body).not.toMatch(/PIPIT_NONCE| on\w+="/);
      expect(one.headers).toMatchObject({
        'cross-origin-opener-policy': 'same-origin',
        'referrer-policy': 'strict-origin-when-cross-origin',
        'x-content-type-options': 'nosniff',
      });
    }
    const docs = await get('/api/v2/docs/');
    expect(docs.headers['content-security-policy']).toMatch(/script-src 'self';.*frame-ancestors 'none'/);
    expect(docs.body).not.toMatch(/<script>|<style/);
  });

  it('lets pages of the origins that are named read content, of no others, and nobody manage (E11)', async () => {
    const allowed = async (url: string, origin: string) => (await get(url, { origin })).headers;
    const mine = await allowed('/api/v2/pages/', 'https://www.garden.example');
    expect(mine['access-control-allow-origin']).toBe('https://www.garden.example');
    expect(mine['vary']).toMatch(/Origin/);
    for (const origin of [
      'null',
      'https://evil.example',
      'http://www.garden.example',
      'https://www.garden.example.evil',
    ]) {
      expect((await allowed('/api/v2/pages/', origin))['access-control-allow-origin']).toBeUndefined();
    }
    for (const url of ['/api/v2/pages/', '/api/admin/v1/me', '/api/admin/v1/health']) {
      const headers = await allowed(url, 'https://www.garden.example');
      expect(headers['access-control-allow-credentials']).toBeUndefined();
      if (url.includes('admin')) expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  it('lets pages of other sites neither sign in nor read with somebody’s cookie (E11, E12)', async () => {
    const person = await world().person([]);
    const login = (headers: Record<string, string>) =>
      app.inject({
        method: 'POST',
        url: '/api/admin/v1/auth/login',
        headers: { host: 'cms.garden.example', ...headers },
        payload: JSON.stringify({ email: person.email, password: PASSWORD }),
      });
    const json = { 'content-type': 'application/json' };
    expect((await login(json)).statusCode).toBe(200);
    expect((await login({ ...json, origin: 'https://cms.garden.example' })).statusCode).toBe(200);
    for (const origin of [
      'https://evil.example',
      'null',
      'https://cms.garden.example.evil.example',
      'https://evil.example/cms.garden.example',
    ]) {
      const answer = await login({ ...json, origin });
      expect(answer.statusCode).toBe(403);
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    }
    expect((await login({ ...json, 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/json\ta']) {
      expect([400, 415]).toContain((await login({ 'content-type': type })).statusCode);
    }
  });
});
