import { Body, Controller, Delete, Get, HttpException, NotFoundException, Post, Query } from '@nestjs/common';
import { Authenticated, CurrentCtx, definePermission, IdParam, Public, RequirePermission } from '@pipit/access';
import { editConflict, type Ctx } from '@pipit/kernel';
import { AddToGroup, CreateGroup, CreateUser, GrantPermission } from '@pipit/users';
import { Type } from 'class-transformer';
import { IsArray, IsInt, IsString, ValidateNested } from 'class-validator';
import { useTestDatabase } from '../../support/database.js';
import { AuthClient } from './client.js';
import { startAuthWorld, type AuthWorld } from './world.js';

definePermission({ name: 'thing.edit', scope: 'global', label: 'Edit things' });

class PartDto {
  @IsInt() size!: number;
}
class ThingDto {
  @IsString() name!: string;
  @IsArray() @ValidateNested({ each: true }) @Type(() => PartDto) parts!: PartDto[];
}
class PageQuery {
  @Type(() => Number) @IsInt() limit!: number;
}

@Controller('things')
class ThingsController {
  @Get('open') @Public() open(@CurrentCtx() ctx: Ctx) {
    return { actor: ctx.actor.kind, locale: ctx.locale, siteId: ctx.siteId };
  }
  @Get('mine') @Authenticated() mine(@CurrentCtx() ctx: Ctx) {
    return { actor: ctx.actor, requestId: ctx.requestId };
  }
  @Post() @RequirePermission('thing.edit') create(@Body() body: ThingDto) {
    return body;
  }
  @Get('list') @Public() list(@Query() query: PageQuery) {
    return query;
  }
  @Get('by-id/:id') @Public() byId(@IdParam() id: number) {
    return { id };
  }
  @Get('conflict') @Public() conflict() {
    throw editConflict('Bo saved it meanwhile.', [], { current: { revisionId: 4 } });
  }
  @Get('missing') @Public() missing() {
    throw new NotFoundException('No such thing.');
  }
  @Get('teapot') @Public() teapot() {
    throw new HttpException('Short and stout.', 418);
  }
  @Get('broken') @Public() broken() {
    throw new Error('the secret is swordfish');
  }
  @Get('duplicate') @Public() duplicate(@CurrentCtx() ctx: Ctx) {
    return ctx.manager.query(`INSERT INTO user_group (name) VALUES ('twice'), ('twice')`);
  }
  @Get('nul') @Public() nul(@CurrentCtx() ctx: Ctx) {
    return ctx.manager.query('SELECT $1::text', ['a\u0000b']);
  }
  @Get('cut-off') @Public() cutOff(@CurrentCtx() ctx: Ctx) {
    return ctx.manager.query('SELECT pg_terminate_backend(pg_backend_pid())');
  }
}

@Controller('unsaid')
class UnsaidController {
  @Get() list() {
    return [];
  }
  @Delete(':id') @RequirePermission('thing.destory') remove() {
    return null;
  }
}

const database = useTestDatabase();
const PASSWORD = 'difference engine no. 2';
let world: AuthWorld;
let stranger: AuthClient;
let editor: AuthClient;
let visitor: AuthClient;

beforeAll(async () => {
  world = await startAuthWorld(database().url, { controllers: [ThingsController] });
  [stranger, editor, visitor] = [new AuthClient(world.app), new AuthClient(world.app), new AuthClient(world.app)];
  const create = (name: string) =>
    world.get(CreateUser).run(world.system, { email: `${name}@example.org`, name, password: PASSWORD });
  const [ed] = [await create('ed'), await create('vi')];
  const group = await world.get(CreateGroup).run(world.system, { name: 'Things' });
  await world.get(AddToGroup).run(world.system, { userId: ed.id, groupId: group.id });
  const grant = { permission: 'thing.edit', scope: { kind: 'everywhere' } } as const;
  await world.get(GrantPermission).run(world.system, { groupId: group.id, grant });
  await editor.login('ed@example.org', PASSWORD);
  await visitor.login('vi@example.org', PASSWORD);
});
afterAll(() => world?.close());

describe('the guard', () => {
  it('stops the start of a server with routes that do not say rightly who may call them, and names them all', async () => {
    const start = startAuthWorld(database().url, { controllers: [UnsaidController] });
    await expect(start).rejects.toThrow(
      /access\.E001: 2 route\(s\)[^]*UnsaidController\.list \(GET \/unsaid\) states nothing[^]*remove \(DELETE \/unsaid\/:id\) names the unknown permission "thing\.destory"[^]*Hint:/,
    );
  });

  it('lets anybody into a public route, as a stranger', async () => {
    expect((await editor.send('GET', '/things/open')).body).toMatchObject({ actor: 'anonymous', siteId: null });
  });

  it('lets nobody but people signed in into the others', async () => {
    expect(await stranger.send('GET', '/things/mine')).toMatchObject({
      status: 401,
      body: { code: 'unauthenticated' },
    });
    const answer = await visitor.send('GET', '/things/mine');
    expect(answer).toMatchObject({ status: 200, body: { actor: { kind: 'user', email: 'vi@example.org' } } });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('asks for the permission a route names', async () => {
    const body = { name: 'Wheel', parts: [] };
    expect((await stranger.send('POST', '/things', body)).status).toBe(401);
    expect(await visitor.send('POST', '/things', body)).toMatchObject({
      status: 403,
      body: { code: 'forbidden', permission: 'thing.edit' },
    });
    expect((await editor.send('POST', '/things', body)).status).toBe(201);
  });

  it('looks at the permission before the body', async () => {
    expect((await visitor.send('POST', '/things', { nonsense: true })).status).toBe(403);
  });

  it('takes the token from the header alone', async () => {
    expect(
      (await stranger.send('GET', `/things/mine?access_token=${editor.token}&auth_token=${editor.token}`)).status,
    ).toBe(401);
  });

  it('tells the ctx the language asked for, if it looks like one', async () => {
    const locale = async (query: string) => (await stranger.send('GET', `/things/open${query}`)).body['locale'];
    expect(await locale('?locale=de-CH')).toBe('de-CH');
    expect([await locale(''), await locale('?locale=%27--'), await locale('?locale=de&locale=fr')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('a problem document', () => {
  it('carries code, title, detail and whatever the problem adds', async () => {
    const answer = await stranger.send('GET', '/things/conflict');
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer).toMatchObject({ status: 409 });
    expect(answer.body).toEqual({
      type: 'urn:pipit:problem:edit_conflict',
      title: 'Changed by somebody else',
      status: 409,
      code: 'edit_conflict',
      detail: 'Bo saved it meanwhile.',
      current: { revisionId: 4 },
    });
  });

  it('answers for addresses nobody serves, and for other HTTP errors', async () => {
    for (const url of ['/nowhere', '/things/missing']) {
      const answer = await stranger.send('GET', url);
      expect(answer).toMatchObject({ status: 404, body: { code: 'not_found', status: 404 } });
      expect(answer.headers['content-type']).toMatch(/problem\+json/);
    }
    expect(await stranger.send('GET', '/things/teapot')).toMatchObject({ status: 400, body: { code: 'bad_request' } });
  });

  it('points at every faulty value of a body', async () => {
    const body = { name: 3, parts: [{ size: 1 }, { size: 'big' }], 'a/b~c': 1 };
    const answer = await editor.send('POST', '/things', body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'bad_request' } });
    const errors = answer.body['errors'] as { path: string; code: string }[];
    expect(errors.map(({ path, code }) => `${path} ${code}`).sort()).toEqual([
      '/a~1b~0c unknown_member',
      '/name is_string',
      '/parts/1/size is_int',
    ]);
  });

  it('answers for bodies that cannot be read', async () => {
    const send = (payload: string, type: string) =>
      world.app.inject({
        method: 'POST',
        url: '/things',
        payload,
        headers: { 'content-type': type, authorization: `Bearer ${editor.token}` },
      });
    expect((await send('{"name":', 'application/json')).json()).toMatchObject({ status: 400, code: 'bad_request' });
    expect((await send('{"__proto__": {"x": 1}}', 'application/json')).json()).toMatchObject({ status: 400 });
    expect((await send('<a/>', 'application/xml')).json()).toMatchObject({ status: 415, code: 'unsupported_type' });
    expect((await send(JSON.stringify({ name: 'x'.repeat(2_000_000) }), 'application/json')).json()).toMatchObject({
      status: 413,
      code: 'too_large',
    });
  });

  it('reads numbers of a query only where they are declared', async () => {
    expect((await stranger.send('GET', '/things/list?limit=5')).body).toEqual({ limit: 5 });
    expect((await stranger.send('GET', '/things/list?limit=many')).status).toBe(400);
    expect((await stranger.send('GET', '/things/list?limit=5&admin=1')).status).toBe(400);
  });

  it('answers ids in any other spelling than ours like absent rows', async () => {
    expect((await stranger.send('GET', '/things/by-id/17')).body).toEqual({ id: 17 });
    for (const id of ['0', '017', '+17', '%2017', '17abc', '1e1', '17.0', '-17', '2147483648', '[17]', 'true']) {
      expect((await stranger.send('GET', `/things/by-id/${id}`)).status).toBe(404);
    }
  });

  it('never shows what went wrong inside', async () => {
    const broken = await stranger.send('GET', '/things/broken');
    expect(broken).toMatchObject({ status: 500, body: { code: 'internal', requestId: expect.any(String) } });
    expect(broken.text).not.toMatch(/swordfish|Error|at /);
    const duplicate = await stranger.send('GET', '/things/duplicate');
    expect(duplicate).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect(duplicate.text).not.toMatch(/user_group|twice|constraint|Key/);
  });

  it('blames the request for characters that cannot be stored', async () => {
    expect((await stranger.send('GET', '/things/nul')).status).toBe(400);
  });

  it('says to try again when the database is away, and works again by itself', async () => {
    const answer = await stranger.send('GET', '/things/cut-off');
    expect(answer).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect(answer.headers['retry-after']).toBe('5');
    // The pool may hand out the dead connection once more before it notices.
    const answers = [await visitor.me(), await visitor.me()];
    expect(answers.map(({ status }) => status).at(-1)).toBe(200);
  });
});
