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

  it('prints nothing of what an address says in a page, and errors as data (E07)', async () => {
    const words = [
      '"><script>alert(1)</script>',
      "'-alert(1)-'",
      '</script><svg onload=alert(1)>',
      '{{7*7}}',
      'javascript:alert(1)',
    ];
    const pages = ['/editor/', '/editor/reset-password', '/editor/no/such/screen', '/api/docs', '/api/v2/docs/'];
    const data = [
      '/api/admin/v1/pages',
      '/api/admin/v1/nothing',
      '/api/v2/pages/',
      '/api/v2/nothing/',
      '/media/nothing.jpg',
      '/nothing',
    ];
    for (const word of words) {
      const said = encodeURIComponent(word);
      for (const url of pages) {
        const answer = await get(`${url}?q=${said}&next=${said}&token=${said}`, { referer: word, 'user-agent': word });
        expect([url, answer.headers['content-type']]).toEqual([url, 'text/html; charset=utf-8']);
        expect([url, answer.body.includes(word)]).toEqual([url, false]);
      }
      for (const url of data.flatMap((path) => [`${path}?q=${said}&fields=${said}&order=${said}`, `${path}/${said}`])) {
        const answer = await get(url, { accept: 'text/html' });
        expect([url, String(answer.headers['content-type'] ?? '')]).toEqual([url, expect.not.stringContaining('html')]);
        expect([url, answer.headers['x-content-type-options']]).toEqual([url, 'nosniff']);
      }
    }
  });

  it('sends nobody to another host, whatever an address looks like (E16)', async () => {
    const away = [
      '//evil.example',
      '/\\evil.example',
      '///evil.example',
      '/%2f/evil.example',
      '/%5cevil.example',
      '/%09/evil.example',
      '/@evil.example',
      '/evil.example%2f..',
      'https://evil.example',
      'https:evil.example',
    ];
    const places = ['', '/editor', '/api/v2/pages', '/api/v2/pages/find', '/media', '/documents/1', '/api/docs'];
    const parameters = ['next', 'redirect', 'returnTo', 'return_to', 'url', 'RelayState', 'continue', 'html_path'];
    const urls = away.flatMap((spelt) => [
      ...places.map((place) => spelt.replace(/^https:\/?\/?/, '//') + place),
      ...places.flatMap((place) => parameters.map((name) => `${place || '/'}?${name}=${encodeURIComponent(spelt)}`)),
      `/api/v2/pages${spelt}`,
      `/editor${spelt}`,
    ]);
    expect(urls.length).toBeGreaterThan(500);
    const sent = new Set<string>();
    for (const url of urls) {
      const { location } = (await get(url, { 'x-forwarded-host': 'evil.example' })).headers;
      if (
        location !== undefined &&
        new URL(String(location), 'https://cms.garden.example').host !== 'cms.garden.example'
      )
        sent.add(`${url} → ${String(location)}`);
    }
    expect([...sent]).toEqual([]);
  });

  it('shows nothing of how it was made: no files around it, no tools, no verb that echoes (J11)', async () => {
    const files = [
      '/.git/config',
      '/.env',
      '/package.json',
      '/node_modules/fastify/package.json',
      '/dist/apps/api/src/main.js',
      '/tsconfig.json',
      '/Dockerfile',
    ];
    const tools = [
      '/metrics',
      '/debug',
      '/json/version',
      '/graphql',
      '/devtools',
      '/server-status',
      '/api/docs/package.json',
      '/api/docs/swagger-ui-bundle.js.map',
      '/api/docs/oauth2-redirect.html',
      '/api/docs/%70ackage.json',
    ];
    for (const url of [
      ...files,
      ...tools,
      ...files.map((file) => `/editor/assets/..%2f..${file}`),
      ...files.map((file) => `/media/..%2f..${file}`),
    ]) {
      const { statusCode } = await get(url);
      expect([url, [400, 403, 404].includes(statusCode)]).toEqual([url, true]);
    }
    for (const method of ['TRACE', 'CONNECT']) {
      const { statusCode, body } = await app.inject({
        method: method as 'GET',
        url: '/editor/',
        headers: { host: 'cms.garden.example', cookie: 'a=canary' },
      });
      expect([method, statusCode >= 400 && statusCode < 500, body.includes('canary')]).toEqual([method, true, false]);
    }
    const page = (await get('/editor/')).body;
    const scripts = [...page.matchAll(/src="(\/editor\/assets\/[^"]+\.js)"/g)].map(([, url]) => url!);
    expect(scripts.length).toBeGreaterThan(0);
    for (const url of scripts) {
      const { statusCode, body } = await get(url);
      expect([statusCode, /sourceMappingURL|react-refresh|jsxDEV/.test(body)]).toEqual([200, false]);
      expect((await get(`${url}.map`)).statusCode).toBe(404);
    }
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
