import type { Answer } from '../../support/world/client.js';
import { useWorld } from '../../support/world/world.js';

describe('bad requests', () => {
  const world = useWorld();

  /** Every refusal is a problem document and nothing of ours shows in it. */
  function problem(answer: Answer): string {
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.body).toMatchObject({
      type: expect.stringMatching(/^urn:pipit:problem:/),
      title: expect.any(String),
      status: answer.status,
    });
    expect(answer.text).not.toMatch(/node_modules|\bat .*\.[jt]s|SELECT|QueryFailed/);
    return `${answer.status} ${answer.body.code}`;
  }
  const create = async (body: unknown, headers = {}): Promise<string> =>
    problem(await (await world().admin()).send('POST', '/pages', body, headers));

  it.each<[string, string, string]>([
    ['no JSON', '{"parentId": 1,', '400 bad_request'],
    ['nothing', '', '400 bad_request'],
    ['a list', '[]', '400 bad_request'],
    ['null', 'null', '400 bad_request'],
    ['text', '"parentId"', '400 bad_request'],
    ['members nobody knows', '{"parentId":1,"type":"garden.Bed","fields":{},"colour":"red"}', '400 bad_request'],
    ['wrong types', '{"parentId":"1","type":[],"fields":"x","publish":"yes"}', '400 bad_request'],
    ['fields as a list', '{"parentId":1,"type":"garden.Bed","fields":[]}', '400 bad_request'],
    ['a huge id', '{"parentId":99999999999,"type":"garden.Bed","fields":{}}', '400 bad_request'],
    ['an id with a fraction', '{"parentId":1.5,"type":"garden.Bed","fields":{}}', '400 bad_request'],
    [
      'a prototype',
      '{"parentId":1,"type":"garden.Bed","fields":{},"__proto__":{"isAdministrator":true}}',
      '400 bad_request',
    ],
    [
      'a prototype inside',
      '{"parentId":1,"type":"garden.Bed","fields":{"__proto__":{"title":"x"}}}',
      '400 bad_request',
    ],
    [
      'a constructor',
      '{"parentId":1,"type":"garden.Bed","fields":{"constructor":{"prototype":{"x":1}}}}',
      '400 bad_request',
    ],
    ['null characters', '{"parentId":1,"type":"garden.Bed","fields":{"title":"a\\u0000b"}}', '400 bad_request'],
    ['half a character', '{"parentId":1,"type":"garden.Bed","fields":{"title":"a\\ud800b"}}', '400 bad_request'],
    ['half a character in a name', '{"parentId":1,"type":"garden.Bed","fields":{"\\ud800":"b"}}', '400 bad_request'],
    [
      'a prototype’s names as fields',
      '{"parentId":2,"type":"garden.Bed","fields":{"title":"x","toString":"x"}}',
      '422 invalid',
    ],
    ['a prototype’s name as type', '{"parentId":1,"type":"constructor","fields":{}}', '422 invalid'],
  ])('with %s are told so', async (_name, body, expected) => {
    expect(await create(body)).toBe(expected);
  });

  it('nested without end are refused, however deep', async () => {
    for (const depth of [200, 20_000, 1_000_000]) {
      const deep = `${'['.repeat(depth)}${']'.repeat(depth)}`;
      expect(await create(`{"parentId":1,"type":"garden.EveryKind","fields":{"json":${deep}}}`)).toBe(
        '400 bad_request',
      );
    }
  });

  it('too large are refused', async () => {
    const fields = { title: 'x', care: 'x'.repeat(11 * 1024 * 1024) };
    expect(await create({ parentId: 1, type: 'garden.Plant', fields })).toBe('413 too_large');
  });

  it('in another format are refused', async () => {
    expect(await create('<page/>', { 'content-type': 'text/xml' })).toBe('415 unsupported_type');
  });

  it('about ids that cannot be are about nothing', async () => {
    const admin = await world().admin();
    for (const id of ['0', '-1', '1.5', '1e1', '99999999999', 'x', '%00', '2147483647', "1'--"]) {
      expect([id, problem(await admin.get(`/pages/${id}`))]).toEqual([id, '404 not_found']);
      expect([id, problem(await admin.patch(`/pages/${id}`, { fields: {} }))]).toEqual([id, '404 not_found']);
    }
    for (const url of [
      '/pages/2/revisions/99999999999',
      '/records/garden.Grower/99999999999',
      '/content-types/x',
      '/nothing',
    ]) {
      expect([url, problem(await admin.get(url))]).toEqual([url, '404 not_found']);
    }
  });

  it('with unknown or impossible parameters are refused', async () => {
    const admin = await world().admin();
    for (const query of [
      'colour=red', 'parent=x', 'parent=9999999999', 'limit=-1', 'limit=201', 'limit=x', 'limit=1e1000', 'offset=-1', 'offset=99999999999',
      'order=random', 'state=dead', 'ids=1,x', 'ids=99999999999', `q=${'x'.repeat(201)}`, 'q=a&q=b', 'q=%00', 'ids[]=1',
    ]) {
      expect([query, problem(await admin.get(`/pages?${query}`))]).toEqual([query, '400 bad_request']);
    } // prettier-ignore
    const bounds = [
      await admin.post('/pages/2/move', { parentId: 1, before: 99_999_999_999 }),
      await admin.post('/pages/2/revert', { revisionId: 99_999_999_999 }),
      await admin.post('/pages/2/publish', { baseRevisionId: 'x' }),
      await admin.post('/pages/2/restore', { parentId: -1 }),
      await admin.get('/pages/2/revisions?limit=1000'),
      await admin.get('/pages/2/history?x=1'),
    ];
    expect(bounds.map(problem)).toEqual(Array(bounds.length).fill('400 bad_request'));
  });

  it('cannot be smuggled into searches', async () => {
    const admin = await world().admin();
    for (const q of ["' OR 1=1 --", '%', '_', '\\', '"', '$1']) {
      const answer = await admin.get(`/pages?q=${encodeURIComponent(q)}`);
      expect([q, answer.status, answer.body.total]).toEqual([q, 200, 0]);
    }
  });

  it('with tokens that are none are answered as if there were none', async () => {
    for (const authorization of ['Bearer x', 'Bearer ', 'Basic YTpi', 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.']) {
      const answer = await world().client().send('GET', '/pages', undefined, { authorization });
      expect([authorization, problem(answer)]).toEqual([authorization, '401 unauthenticated']);
    }
  });

  it('counts beyond the end of a list stay right', async () => {
    const admin = await world().admin();
    const { total } = (await admin.get('/pages')).body;
    expect((await admin.get('/pages?offset=1000')).body).toEqual({ total, items: [], order: 'tree' });
    expect((await admin.get('/pages?limit=0')).body).toEqual({ total, items: [], order: 'tree' });
  });

  it('leave the server as it was', async () => {
    expect(({} as { isAdministrator?: unknown }).isAdministrator).toBeUndefined();
    expect((await world().client().get('/health')).body).toEqual({ status: 'ok', workers: 0 });
    expect(await world().treeFaults()).toEqual([]);
  });
});
