import { IdempotencyKeys, newUuid } from '@pipit/cms';
import type { Answer, WorldClient } from '../../support/world/client.js';
import { useWorld } from '../../support/world/world.js';

describe('an Idempotency-Key', () => {
  const world = useWorld();
  const create = async (person: WorldClient, key: string, title: string): Promise<Answer> => {
    const body = { parentId: (await world().home()).id, type: 'garden.Plant', fields: { title } };
    return person.send('POST', '/pages', body, { 'idempotency-key': key });
  };
  const plants = async (title: string): Promise<number> =>
    (await world().sql('SELECT FROM page WHERE draft_title = $1', [title])).length;

  it('lets a request be sent again without its being done again, and repeats its answer', async () => {
    const admin = await world().admin();
    const key = newUuid();
    const first = await create(admin, key, 'Once');
    const again = await create(admin, key, 'Once');
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    expect([first.headers['idempotency-replayed'], again.headers['idempotency-replayed']]).toEqual([undefined, 'true']);
    expect(await plants('Once')).toBe(1);
    expect((await create(admin, newUuid(), 'Once')).status).toBe(201);
    expect(await plants('Once')).toBe(2);
  });

  it('answers twins that come at the same time alike', async () => {
    const admin = await world().admin();
    const key = newUuid();
    const answers = await Promise.all([1, 2, 3, 4].map(() => create(admin, key, 'Twins')));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await plants('Twins')).toBe(1);
  });

  it('repeats answers without a body', async () => {
    const admin = await world().admin();
    const id = await world().createSnippet('garden.Family', { title: 'Roses' });
    const key = newUuid();
    const remove = () => admin.send('DELETE', `/records/garden.Family/${id}`, undefined, { 'idempotency-key': key });
    const answers = [await remove(), await remove()];
    expect(answers.map(({ status, text }) => [status, text])).toEqual([
      [204, ''],
      [204, ''],
    ]);
    expect((await admin.delete(`/records/garden.Family/${id}`)).status).toBe(404);
  });

  it('stands for one request: another body, address or method with it is refused', async () => {
    const admin = await world().admin();
    const key = newUuid();
    const { body } = await create(admin, key, 'One thing');
    const headers = { 'idempotency-key': key };
    const others = [
      await create(admin, key, 'Another thing'),
      await admin.send('POST', `/pages/${body.id}/publish`, { baseRevisionId: body.revisionId }, headers),
      await admin.send('DELETE', `/pages/${body.id}`, undefined, headers),
    ];
    expect(others.map(({ status, body: { code } }) => [status, code])).toEqual(
      others.map(() => [422, 'idempotency_key_reused']),
    );
  });

  it('is one’s own', async () => {
    const { id } = await world().home();
    const other = await world().person([{ permission: 'page.add', scope: { kind: 'page', id } }]);
    const key = newUuid();
    const [mine, theirs] = [await create(await world().admin(), key, 'Each'), await create(other, key, 'Each')];
    expect(theirs.status).toBe(201);
    expect(theirs.body.id).not.toBe(mine.body.id);
  });

  it('is free again after a refusal, which changed nothing', async () => {
    const admin = await world().admin();
    const page = await world().createPage();
    const key = newUuid();
    const publish = () =>
      admin.send(
        'POST',
        `/pages/${page.id}/publish`,
        { baseRevisionId: page.latestRevisionId },
        { 'idempotency-key': key },
      );
    expect((await publish()).status).toBe(422);
    await world().sql(`UPDATE revision SET snapshot = jsonb_set(snapshot, '{fields,latin}', '"Rosa"') WHERE id = $1`, [
      page.latestRevisionId,
    ]);
    expect((await publish()).status).toBe(200);
  });

  it('is heeded when whoever had the request died before it took effect, and the late one cannot commit', async () => {
    const admin = await world().admin();
    const keys = world().get(IdempotencyKeys);
    const request = { userId: admin.userId, key: newUuid(), method: 'POST', path: '/x', body: '{}' };
    const dead = await keys.claim(request);
    await world().sql(`UPDATE idempotency_key SET seen_at = now() - interval '1 minute' WHERE key = $1`, [request.key]);
    const heir = await keys.claim(request);
    expect([dead.kind, heir.kind]).toEqual(['run', 'run']);
    const runOf = (claim: typeof dead): string => (claim.kind === 'run' ? claim.run : '');
    await expect(keys.noteEffect(world().dataSource.manager, runOf(dead))).rejects.toMatchObject({
      code: 'in_progress',
    });
    await keys.noteEffect(world().dataSource.manager, runOf(heir));
    await world().sql(`UPDATE idempotency_key SET seen_at = now() - interval '1 minute' WHERE key = $1`, [request.key]);
    await expect(keys.claim(request)).rejects.toMatchObject({ code: 'already_done' });
  });

  it('is forgotten after a day', async () => {
    const admin = await world().admin();
    const key = newUuid();
    await create(admin, key, 'Yesterday');
    await world().sql(`UPDATE idempotency_key SET started_at = now() - interval '25 hours' WHERE key = $1`, [key]);
    expect((await create(admin, key, 'Today')).status).toBe(201);
    await world().sql(`UPDATE idempotency_key SET started_at = now() - interval '25 hours' WHERE key = $1`, [key]);
    await world().get(IdempotencyKeys).sweep();
    expect(await world().sql('SELECT FROM idempotency_key WHERE key = $1', [key])).toEqual([]);
  });

  it('of an odd form is refused; one on a sign-in is not kept', async () => {
    const admin = await world().admin();
    expect((await create(admin, 'two words', 'Odd')).status).toBe(400);
    const key = newUuid();
    const body = { email: admin.email, password: 'compost heap in october' };
    const signIn = () => world().client().send('POST', '/auth/login', body, { 'idempotency-key': key });
    const [first, second] = [await signIn(), await signIn()];
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.headers['idempotency-replayed']).toBeUndefined();
    expect(await world().sql('SELECT FROM idempotency_key WHERE key = $1', [key])).toEqual([]);
  });
});
