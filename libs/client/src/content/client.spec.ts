import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import ts from 'typescript';
import { createContentClient } from './client.js';
import { ContentError } from './errors.js';
import { renderBlocks, type BlockRenderers } from './blocks.js';

interface Sent {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

function clientOf(answers: readonly (() => Response)[], more: object = {}) {
  const sent: Sent[] = [];
  const left = [...answers];
  const answer = ((url: string, init: Omit<Sent, 'url'>) => {
    sent.push({ ...init, url: decodeURIComponent(url) });
    return Promise.resolve((left.shift() ?? (() => Response.json({ items: [] })))());
  }) as unknown as typeof fetch;
  return { client: createContentClient({ origin: 'https://cms.example/', fetch: answer, ...more }), sent };
}

describe('the content client', () => {
  it('writes what is asked for as the API reads it', async () => {
    const { client, sent } = clientOf([]);
    await client.pages({
      type: 'blog.Post',
      fields: ['*', '-body', { author: ['name', { home: ['_', 'title'] }] }],
      include: ['author.image', 'parent'],
      filter: {
        date: { gte: '2026-01-01' },
        tags: { in: ['a', 'b'] },
        or: [{ title: { eq: 'x' } }, { id: { null: false } }],
      },
      renditions: { hero: 'fill-10x10' },
      limit: 5,
      slug: 'a',
    });
    expect(sent[0]?.url).toBe(
      'https://cms.example/api/v2/pages/?type=blog.Post&fields=*,-body,author(name,home(_,title))&include=author.image,parent' +
        '&filter[date][gte]=2026-01-01&filter[tags][in]=a,b&filter[or][0][title][eq]=x&filter[or][1][id][null]=false' +
        '&renditions=hero:fill-10x10&limit=5&slug=a',
    );
  });

  it('follows redirects on the server it knows, and takes a preview along', async () => {
    const moved = () =>
      new Response(null, { status: 302, headers: { location: 'http://public.example/api/v2/pages/3/?' } });
    const { client, sent } = clientOf([moved, () => Response.json({ id: 3 })], { previewToken: 'secret' });
    expect(await client.find('/moor/')).toEqual({ id: 3 });
    expect(sent.map(({ url }) => url)).toEqual([
      'https://cms.example/api/v2/pages/find/?html_path=/moor/', 'https://cms.example/api/v2/pages/3/',
    ]); // prettier-ignore
    expect(sent[1]?.headers['x-preview-token']).toBe('secret');
  });

  it('shows what its tokens open, and gives passwords', async () => {
    const { client, sent } = clientOf(
      [() => Response.json({ asks: ['password'] }), () => Response.json({ token: 'c' })],
      {
        readerTokens: ['a', 'b'],
        apiToken: 'pipit_x',
      },
    );
    expect(await client.locks('/members/')).toEqual(['password']);
    expect(await client.unlock({ html_path: '/members/' }, 'heather')).toEqual({ token: 'c' });
    expect(sent.map(({ url }) => url)).toEqual([
      'https://cms.example/api/v2/access/?html_path=/members/', 'https://cms.example/api/v2/access/password',
    ]); // prettier-ignore
    expect(sent[1]).toMatchObject({
      method: 'POST',
      body: '{"html_path":"/members/","password":"heather"}',
      headers: { 'x-reader-token': 'a,b', authorization: 'Bearer pipit_x', 'content-type': 'application/json' },
    });
  });

  it('goes through a listing by cursors', async () => {
    const part = (id: number, next: string | null) => () => Response.json({ meta: { next }, items: [{ id }] });
    const { client, sent } = clientOf([part(1, 'https://public.example/api/v2/pages/?cursor=abc'), part(2, null)]);
    const ids: unknown[] = [];
    for await (const page of client.allPages({ order: 'title' })) ids.push((page as { id: number }).id);
    expect([ids, sent.map(({ url }) => url.split('?')[1])]).toEqual([
      [1, 2],
      ['order=title&cursor=', 'order=title&cursor=abc'],
    ]);
  });

  it.each([
    [400, 'refused', { message: 'unknown fields: x' }, 'unknown fields: x'],
    [404, 'missing', { message: '' }, 'status 404'],
    [405, 'refused', { detail: 'No.' }, 'No.'],
    [429, 'unavailable', {}, 'status 429'],
    [503, 'unavailable', 'no JSON', 'status 503'],
  ])('tells what a %s means: %s', async (status, kind, body, message) => {
    const answer = () => new Response(typeof body === 'string' ? body : JSON.stringify(body), { status });
    const error = await clientOf([answer])
      .client.page(1)
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ContentError);
    expect(error).toMatchObject({ kind, status, message, address: '/api/v2/pages/1/' });
  });

  it('says so when nobody answers', async () => {
    const broken = () => {
      throw new TypeError('fetch failed');
    };
    await expect(clientOf([broken]).client.navigation()).rejects.toMatchObject({ kind: 'unavailable', status: null });
    await expect(clientOf([() => new Response('<html>')]).client.page(1)).rejects.toMatchObject({
      kind: 'unavailable',
    });
  });

  it('is at most 6 kB, packed', () => {
    const files = ['content/client.ts', 'content/query.ts', 'content/errors.ts', 'content/blocks.ts', 'preview.ts'];
    const code = files.map((file) => {
      const source = readFileSync(path.join(import.meta.dirname, '..', file), 'utf8');
      const compilerOptions = { target: ts.ScriptTarget.ES2022, removeComments: true };
      return ts.transpileModule(source, { compilerOptions }).outputText;
    });
    expect(gzipSync(code.join('\n')).length).toBeLessThanOrEqual(6 * 1024);
  });
});

describe('renderBlocks', () => {
  type Block = { type: 'words'; value: string } | { type: 'number'; value: number };
  const renderers: BlockRenderers<Block, string> = { words: (words) => words, number: (number) => `#${number}` };

  it('renders each block by its type, and those it does not know by one function or not at all', () => {
    const blocks = [
      { type: 'words', value: 'a' },
      { type: 'new', value: 0 },
      { type: 'toString', value: 0 },
      { type: 'number', value: 2 },
    ] as Block[];
    expect(renderBlocks(blocks, renderers)).toEqual(['a', '#2']);
    expect(renderBlocks(blocks, renderers, ({ type }) => `?${type}`)).toEqual(['a', '?new', '?toString', '#2']);
  });
});
