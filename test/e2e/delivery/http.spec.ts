import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { ContentApi, ROOT_ID, PublicAnswers, RestrictPage, type Page } from '@pipit/cms';
import { DataSource } from 'typeorm';
import { useTestDatabase } from '../../support/database.js';
import { askOverWire } from '../../support/over-wire.js';
import { DeliveryWorld, buildDeliveryTemplate } from './world.js';

const database = useTestDatabase('delivery', buildDeliveryTemplate);
let world: DeliveryWorld, strict: DeliveryWorld;
let home: Page, long: Page, url: string;

beforeAll(async () => {
  world = await DeliveryWorld.start(database().url, { cors: 'public', sharedMaxAge: 60, staleWhileRevalidate: 30 });
  strict = await DeliveryWorld.start(database().url, {
    cors: ['https://birds.example'],
    maxAnswerBytes: 3000,
    maxDepth: 2,
    maxFields: 12,
    maxNodes: 2,
    statementTimeout: 1000,
  });
  home = await world.page(ROOT_ID, 'Article', { title: 'Birds' });
  await world.site(home.id);
  await world.app.listen(0, '127.0.0.1');
  const author = await world.author({ name: 'Ada' });
  long = await world.page(home.id, 'Article', { title: 'Long', intro: 'moor '.repeat(800), author });
  url = `/api/v2/pages/${long.id}/`;
}, 120_000);
afterAll(async () => {
  await strict.stop();
  await world.stop();
});

const ask = (
  headers: Record<string, string> = {},
  method: 'GET' | 'HEAD' | 'OPTIONS' | 'POST' = 'GET',
  at = url,
  of = world,
) => of.app.inject({ method, url: at, headers: { host: 'birds.example', ...headers } });
const answers = () => world.app.get(PublicAnswers).cache;

/** The same over a connection. */
const askWired = (headers: Record<string, string>, method: 'GET' | 'HEAD' = 'GET', path = url) =>
  askOverWire(world.app, { path, method, headers: { host: 'birds.example', ...headers } });

describe.each(['made', 'kept', 'kept and is sent over a connection'])('an answer that was %s', (how) => {
  const get = async (headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET', at = url) => {
    answers().purge('everything');
    if (how !== 'made') await ask({}, 'GET', at);
    return how.endsWith('connection') ? askWired(headers, method, at) : ask(headers, method, at);
  };

  it('says what caches may do with it, by what they tell requests apart, and what it depends on', async () => {
    const { headers } = await get();
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=0, s-maxage=60, stale-while-revalidate=30',
      vary: 'Accept, Accept-Encoding, X-Preview-Token, X-Reader-Token',
      'content-type': 'application/json',
      'access-control-allow-origin': '*',
    });
    const tags = String(headers['cache-tag']).split(',');
    expect(tags).toEqual(expect.arrayContaining([`page-${long.id}`, `page-${home.id}`, 'birds_author-1']));
    expect(headers['surrogate-key']).toBe(tags.join(' '));
    const listed = await get({}, 'GET', '/api/v2/pages/?type=birds.Article&fields=*');
    expect(String(listed.headers['cache-tag']).split(',')).toEqual(
      expect.arrayContaining(['page@birds.Article', 'birds_article', 'birds_author-1']),
    );
  });

  it('has a strong tag, and is not sent again to who has it, whatever the encoding', async () => {
    const whole = await get();
    const etag = String(whole.headers['etag']);
    expect(etag).toMatch(/^"[\w-]{27}"$/);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*', etag.replace(/"$/, '-br"')]) {
      const again = await get({ 'if-none-match': known });
      expect([again.statusCode, again.body, again.headers['content-type']]).toEqual([304, '', undefined]);
      expect(again.headers).toMatchObject({
        etag,
        vary: whole.headers['vary'],
        'cache-control': whole.headers['cache-control'],
      });
    }
    expect((await get({ 'if-none-match': '"other"' })).statusCode).toBe(200);
    const zipped = await get({ 'accept-encoding': 'gzip' });
    expect(zipped.headers['etag']).toBe(etag.replace(/"$/, '-gzip"'));
  });

  it('is compressed as it is liked best, and the same inside', async () => {
    const plain = (await get()).rawPayload;
    const encodings = {
      'br;q=0.5, gzip': 'gzip',
      'gzip, deflate, br': 'br',
      'identity, gzip;q=0.1': undefined,
      'gzip;q=0': undefined,
      '*': 'br',
    };
    for (const [accepted, expected] of Object.entries(encodings)) {
      const { headers, rawPayload } = await get({ 'accept-encoding': accepted });
      expect([accepted, headers['content-encoding']]).toEqual([accepted, expected]);
      expect(Number(headers['content-length'])).toBe(rawPayload.length);
      const inside =
        expected === 'br' ? brotliDecompressSync(rawPayload) : expected ? gunzipSync(rawPayload) : rawPayload;
      expect(inside.equals(plain)).toBe(true);
    }
  });

  it('has the same headers without its body', async () => {
    const [head, whole] = [await get({}, 'HEAD'), await get()];
    const { date: _date, connection: _connection, ...headers } = whole.headers;
    expect(head.headers).toMatchObject(headers);
    expect([head.statusCode, head.body, Number(head.headers['content-length'])]).toEqual([
      200,
      '',
      whole.rawPayload.length,
    ]);
  });
});

describe('what is kept', () => {
  it('is the same for all ways to write a request, and only for them', async () => {
    answers().purge('everything');
    const same = [
      '?type=birds.Article&limit=3',
      '?limit=3&type=birds.Article',
      '?limit=3&type=birds.Article&_=77',
      '?limit=9&type=birds.Article&limit=3&format=json',
    ];
    for (const query of same) await ask({}, 'GET', `/api/v2/pages/${query}`);
    for (const host of ['BIRDS.example', 'birds.example:80', 'unknown.example'])
      await ask({ host }, 'GET', `/api/v2/pages/${same[0]}`);
    expect(answers().count).toBe(1);
    await ask({}, 'GET', '/api/v2/pages/?limit=4&type=birds.Article');
    expect(answers().count).toBe(2);
  });

  it('never is anything for somebody, nor a fault, nor what is true by chance', async () => {
    answers().purge('everything');
    for (const headers of [{ authorization: 'Bearer x' }, { cookie: 'a=b' }] as Record<string, string>[]) {
      const mine = await ask(headers);
      expect([mine.statusCode, mine.headers['cache-control']]).toEqual([200, 'private, no-cache']);
    }
    const preview = await ask({ 'x-preview-token': 'made up' });
    expect([preview.statusCode < 400, preview.headers['cache-control']]).toEqual([false, 'no-store']);
    expect((await ask({}, 'GET', `${url}?preview=made-up`)).statusCode).not.toBe(200);
    expect((await ask({}, 'GET', `${url}?%70review=made-up`)).statusCode).not.toBe(200);
    expect((await ask({}, 'GET', '/api/v2/pages/9999/')).headers['cache-control']).toBe('no-store');
    await ask({}, 'GET', '/api/v2/pages/?order=random');
    await ask({ accept: 'application/json; indent=4' });
    expect(answers().count).toBe(0);
  });

  it('is not given to who shows credentials or a token, even if it is at hand', async () => {
    const everybodys = await ask();
    const restricted = await world.page(home.id, 'Note', { title: 'Soon private' });
    const at = `/api/v2/pages/${restricted.id}/`;
    expect((await ask({}, 'GET', at)).statusCode).toBe(200);
    await world.app.get(RestrictPage).run(world.ctx, { pageId: restricted.id, kind: 'login' });
    for (const headers of [{}, { authorization: 'Bearer x' }, { 'x-preview-token': 'x' }]) {
      expect((await ask(headers as Record<string, string>, 'GET', at)).statusCode).not.toBe(200);
    }
    expect((await ask({ 'x-preview-token': 'x' })).body).not.toBe(everybodys.body);
  });

  it('is made once for many who ask at the same time', async () => {
    answers().purge('everything');
    const query = jest.spyOn(world.app.get(PublicAnswers) as never as { make(): unknown }, 'make');
    const all = await Promise.all(Array.from({ length: 20 }, () => ask()));
    expect(query).toHaveBeenCalledTimes(1);
    expect(new Set(all.map(({ body }) => body)).size).toBe(1);
    query.mockRestore();
  });
});

it('is the same answer over a connection, whoever asks and whatever is kept', async () => {
  const requests: [Record<string, string>, ('GET' | 'HEAD')?, string?][] = [
    [{}],
    [{}, 'HEAD'],
    [{ 'accept-encoding': 'br' }],
    [{ origin: 'https://elsewhere.example' }],
    [{ accept: 'text/html' }],
    [{ accept: 'application/json; indent=2' }],
    [{ authorization: 'Bearer x' }],
    [{ cookie: 'a=b' }],
    [{ 'x-preview-token': 'x' }],
    [{ 'x-reader-token': 'x' }],
    [{ host: 'elsewhere.example' }],
    [{ 'x-forwarded-host': 'elsewhere.example' }],
    [{}, 'GET', `${url}?preview=x`],
    [{}, 'GET', `${url}?fields=*`],
    [{}, 'GET', url.slice(0, -1)],
    [{}, 'GET', '/api/v2/pages/9999/'],
  ];
  for (const asked of requests) {
    for (const how of ['made', 'kept']) {
      const [headers, method, at] = asked;
      const [plain, wire] = [await ask(headers, method, at), await askWired(headers, method, at)];
      const [expected, found] = [plain, wire].map(({ statusCode, headers: all, body }) => {
        const { date: _date, connection: _connection, 'keep-alive': _alive, ...rest } = all;
        return { asked, how, statusCode, headers: rest, body };
      });
      expect(found).toEqual(expected);
    }
  }
});

describe('pages of other origins', () => {
  const cors = async (origin: string, method: 'GET' | 'OPTIONS' = 'GET') => {
    const asked: Record<string, string> = {
      origin,
      ...(method === 'OPTIONS' ? { 'access-control-request-method': 'GET' } : {}),
    };
    const { headers, statusCode } = await ask(asked, method, `/api/v2/pages/${home.id}/?fields=_,id`, strict);
    return [statusCode, headers['access-control-allow-origin'], headers['vary']];
  };

  it('may read where they are listed, letter by letter', async () => {
    for (let round = 0; round < 2; round += 1) {
      expect(await cors('https://birds.example')).toEqual([
        200,
        'https://birds.example',
        expect.stringContaining('Origin'),
      ]);
      expect((await cors('https://birds.example.evil'))[1]).toBeUndefined();
      expect((await cors('null'))[1]).toBeUndefined();
    }
    expect((await cors('https://birds.example', 'OPTIONS')).slice(0, 2)).toEqual([204, 'https://birds.example']);
    expect((await cors('https://evil.example', 'OPTIONS')).slice(0, 2)).toEqual([204, undefined]);
  });
});

describe('limits', () => {
  it.each([
    [`?fields=author(home(alias_of(alias_of)))`, /fields error: more than 2 brackets/],
    [`?fields=${Array.from({ length: 13 }, () => 'title').join(',')}`, /fields error: more than 12 fields/],
  ])('of fields refuse %s', async (query, message) => {
    const { statusCode, body } = await ask({}, 'GET', `${url}${query}`, strict);
    expect([statusCode, JSON.parse(body)]).toEqual([400, { message: expect.stringMatching(message) }]);
  });

  it('of objects count those inside others', async () => {
    const list = '/api/v2/pages/?type=birds.Article&fields=_,id';
    expect((await ask({}, 'GET', list, strict)).statusCode).toBe(200);
    const { statusCode, body } = await ask({}, 'GET', `${list},author(_,id)`, strict);
    expect([statusCode, JSON.parse(body)]).toEqual([400, { message: expect.stringMatching(/more than 2 objects/) }]);
  });

  it('of time end a query, and leave its connection as it was', async () => {
    const reader = strict.app.get(ContentApi)['reader'] as { rows(text: string, values: unknown[]): Promise<unknown> };
    const asked = Date.now();
    await expect(reader.rows('SELECT pg_sleep($1::int)', [20])).rejects.toMatchObject({ code: '57014' });
    expect(Date.now() - asked).toBeLessThan(15_000);
    expect((await ask({}, 'GET', `${url}?fields=_,title`, strict)).statusCode).toBe(200);
  });

  it('of answers are told in a sentence', async () => {
    const { statusCode, body } = await ask({}, 'GET', `${url}?fields=_,intro`, strict);
    expect([statusCode, JSON.parse(body)]).toEqual([400, { message: expect.stringMatching(/more than 3000 bytes/) }]);
    expect((await ask({}, 'GET', `${url}?fields=_,title`, strict)).statusCode).toBe(200);
  });
});

it('shows the site of the host that a trusted proxy tells, whether it was asked for before or not', async () => {
  const moor = await world.page(ROOT_ID, 'Article', { title: 'Moor' });
  await world.site(moor.id, 'moor.example');
  const titleFor = async (host: string, remoteAddress: string, forwarded?: string): Promise<unknown> => {
    const headers = { host, ...(forwarded === undefined ? {} : { 'x-forwarded-host': forwarded }) };
    const answer = await world.app.inject({ url: '/api/v2/pages/?fields=_,title', remoteAddress, headers });
    return answer.json<{ items: { title: string }[] }>().items[0]?.title;
  };
  for (const how of ['made', 'kept']) {
    const shown = [
      await titleFor('birds.example', '10.1.2.3', 'moor.example'),
      await titleFor('birds.example', '192.0.2.1', 'moor.example'),
      await titleFor('moor.example', '10.1.2.3', 'birds.example'),
      await titleFor('moor.example', '192.0.2.1'),
    ];
    expect([how, ...shown]).toEqual([how, 'Moor', 'Birds', 'Birds', 'Moor']);
    const titlesFor = async (host: string, told: string): Promise<string> =>
      (await askWired({ host, 'x-forwarded-host': told }, 'GET', '/api/v2/pages/?fields=_,title')).body;
    expect(await titlesFor('birds.example', 'moor.example')).toContain('"Moor"');
    expect(await titlesFor('moor.example', 'birds.example')).not.toContain('"Moor"');
  }
});

it('reads a column as it is now, on connections that were open while its type changed too', async () => {
  const dataSource = world.app.get(DataSource);
  const reader = world.app.get(ContentApi)['reader'] as {
    rows(text: string, values: unknown[]): Promise<object[]>;
  };
  const read = async () => (await Promise.all([1, 2, 3].map(() => reader.rows('SELECT n FROM grown', [])))).flat();
  await dataSource.query('CREATE TABLE grown (n integer)');
  await dataSource.query('INSERT INTO grown VALUES (7)');
  expect(await read()).toEqual([{ n: 7 }, { n: 7 }, { n: 7 }]);
  await dataSource.query('ALTER TABLE grown ALTER n TYPE bigint USING 9007199254740993');
  // Eight bytes hold more than a number of JavaScript can, so that they stay text.
  const grown = { n: '9007199254740993' };
  expect(await read()).toEqual([grown, grown, grown]);
  await dataSource.query('DROP TABLE grown');
});
