import { generate } from 'otplib';
import { MemoryMailer, JobWorker, type Mail } from '@pipit/cms';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, WorldClient } from '../../support/world/client.js';
import { garden } from '../../support/world/types.js';
import { PASSWORD, useWorld } from '../../support/world/world.js';

/** A mail server that is away at times. */
class FlakyMailer extends MemoryMailer {
  isAway = false;
  refused = 0;

  override send(mail: Mail): Promise<void> {
    if (!this.isAway) return super.send(mail);
    this.refused += 1;
    return Promise.reject(new Error('The mail server is away.'));
  }
}

const mailer = new FlakyMailer();
const NEXT = 'thirty tulips in april';

describe('one’s own account', () => {
  const world = useWorld({ project: { ...garden, strategies: { mailer } } });
  let admin: WorldClient;

  beforeAll(async () => {
    admin = await world().admin();
    void world().get(JobWorker).start();
  });
  afterAll(() => world().get(JobWorker).onApplicationShutdown());

  const login = (email: string, password = PASSWORD): Promise<Answer> =>
    world().client().post('/auth/login', { email, password });
  /** The next letter to that address. */
  const letterTo = async (address: string, subject: RegExp): Promise<Mail> => {
    for (let tries = 0; tries < 300; tries += 1) {
      const at = mailer.sent.findIndex((mail) => mail.to === address && subject.test(mail.subject));
      if (at >= 0) return mailer.sent.splice(at, 1)[0]!;
      await sleep(50);
    }
    throw new Error(`No letter to ${address} came.`);
  };
  const secretIn = (mail: Mail): string => /#([\w-]{43})/.exec(mail.text)?.[1] ?? '';
  /** Codes are good once each, so every one is asked for a later moment, as far as clocks may differ. */
  const codeOf = (secret: string, later = 0): Promise<string> =>
    generate({ secret, epoch: Math.floor(Date.now() / 1000) + later });
  const enrolled = async () => {
    const person = await world().person([]);
    const { body } = await person.post('/me/second-factor');
    const confirmed = await person.post('/me/second-factor/confirm', { code: await codeOf(body.secret, -30) });
    expect(confirmed.status).toBe(200);
    return { person, secret: body.secret as string, codes: confirmed.body.recoveryCodes as string[] };
  };

  it('is called and speaks as one likes', async () => {
    const person = await world().person([]);
    const { body } = await person.patch('/me', { name: 'Zed', language: 'fr', timeZone: 'Europe/Paris' });
    expect(body).toMatchObject({ name: 'Zed', language: 'fr', timeZone: 'Europe/Paris', hasSecondFactor: false });
    expect((await person.patch('/me', { timeZone: 'Nowhere' })).status).toBe(422);
    expect((await person.patch('/me', { name: ' \u200b ' })).status).toBe(422);
  });

  it('shows where one is signed in, and ends what one likes; sessions of others are not there (B22)', async () => {
    const person = await world().person([]);
    const other = await world().person([]);
    const second = await world().client().login({ id: person.userId, name: '', email: person.email }, PASSWORD);
    const { items } = (await person.get('/me/sessions')).body;
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({ isCurrent: true, address: expect.stringMatching(/^10\./) });
    expect((await other.delete(`/me/sessions/${items[1].id}`)).status).toBe(404);
    expect((await person.delete(`/me/sessions/${items[1].id}`)).status).toBe(204);
    expect((await second.get('/me')).status).toBe(401);
    const third = await world().client().login({ id: person.userId, name: '', email: person.email }, PASSWORD);
    expect((await person.post('/me/sessions/end-others')).status).toBe(204);
    expect((await third.get('/me')).status).toBe(401);
    expect((await person.get('/me')).status).toBe(200);
  });

  it('asks for the password once more before what a stolen session must not do (D27)', async () => {
    const person = await world().person([]);
    await world().sql(`UPDATE user_session SET confirmed_at = now() - interval '1 hour' WHERE user_id = $1`, [
      person.userId,
    ]);
    for (const ask of [
      () => person.post('/me/email', { email: 'mine@evil.example' }),
      () => person.post('/me/second-factor'),
      () => person.delete('/me/second-factor'),
      () => person.post('/me/recovery-codes'),
    ]) {
      expect(await ask()).toMatchObject({ status: 403, body: { code: 'confirmation_needed' } });
    }
    expect((await person.post('/me/confirm', { password: 'not this one' })).status).toBe(401);
    expect((await person.post('/me/confirm', { password: PASSWORD })).status).toBe(204);
    expect((await person.post('/me/second-factor')).status).toBe(200);
  });

  describe('its address', () => {
    it('changes when the link sent there is used, and the former one is told', async () => {
      const person = await world().person([]);
      const email = `moved${person.userId}@garden.example`;
      expect((await person.post('/me/email', { email })).status).toBe(204);
      const token = secretIn(await letterTo(email, /your address/));
      expect((await person.get('/me')).body.email).toBe(person.email);
      expect((await world().client().post('/auth/confirm-email', { token })).status).toBe(204);
      expect((await person.get('/me')).body).toMatchObject({ email, emailVerified: true });
      await letterTo(person.email, /was changed/);
      expect((await world().client().post('/auth/confirm-email', { token })).body.code).toBe('link_expired');
    });
  });

  describe('a forgotten password', () => {
    const forgot = (email: unknown, headers = {}): Promise<Answer> =>
      world().client().send('POST', '/auth/forgot-password', { email }, headers);
    const choose = (token: unknown, password = NEXT, purpose = 'reset'): Promise<Answer> =>
      world().client().post('/auth/choose-password', { purpose, token, password });

    it('is replaced by way of a link, which ends all sessions and works once (D07)', async () => {
      const person = await world().person([]);
      expect((await forgot(person.email)).status).toBe(204);
      const mail = await letterTo(person.email, /new password/);
      const token = secretIn(mail);
      expect((await choose(token)).status).toBe(204);
      expect((await person.get('/me')).status).toBe(401);
      expect((await login(person.email)).status).toBe(401);
      expect((await login(person.email, NEXT)).status).toBe(200);
      expect((await choose(token)).status).toBe(400);
      await letterTo(person.email, /was changed/);
    });

    it('is answered alike for known, unknown, suspended and password-less accounts (D16, D18)', async () => {
      const suspended = await world().person([]);
      await admin.post(`/users/${suspended.userId}/suspend`);
      const invited = (await admin.post('/users', { name: 'I', email: 'invited@garden.example' })).body;
      const known = await world().person([]);
      const emails = [known.email, 'nobody@garden.example', suspended.email, invited.email, 'no address'];
      const answers = [];
      for (const email of emails) answers.push(await forgot(email));
      const shapes = answers.map(({ status, text, headers }) => ({ status, text, names: Object.keys(headers).sort() }));
      for (const shape of shapes) expect(shape).toEqual(shapes[0]);
    });

    it('sends its link to the stored spelling, and with the configured address whatever a request says (D03, D04)', async () => {
      const person = await world().person([]);
      for (const headers of [
        { host: 'evil.example' },
        { 'x-forwarded-host': 'evil.example' },
        { forwarded: 'host=evil.example' },
        { origin: 'https://evil.example' },
        { 'x-original-host': 'evil.example' },
        { referer: 'https://evil.example/' },
      ]) {
        const spelled = person.email.replace('person', '\uff50erson').toUpperCase();
        expect([204, 400, 403]).toContain((await forgot(spelled, headers)).status);
      }
      const mail = await letterTo(person.email, /new password/);
      expect(mail.text).toContain('http://localhost:3000/editor/reset-password#');
      expect(JSON.stringify(mail)).not.toContain('evil');
    });

    it('has its letter written again when the mail server was away, and is answered alike meanwhile (D17)', async () => {
      const person = await world().person([]);
      mailer.isAway = true;
      const [known, unknown] = [await forgot(person.email), await forgot('nobody.at.all@garden.example')];
      expect([known.status, known.text]).toEqual([204, '']);
      expect([unknown.status, unknown.text]).toEqual([204, '']);
      while (mailer.refused === 0) await sleep(20);
      mailer.isAway = false;
      expect((await choose(secretIn(await letterTo(person.email, /new password/)))).status).toBe(204);
    });

    it('writes names into letters as words, never as markup or headers (E03)', async () => {
      const person = await world().person([]);
      const name = `"><img src=x onerror=alert(1)>&lt;b&gt;\u2028 {site}$&`;
      expect((await person.patch('/me', { name: 'A\r\nBcc: b@evil.example' })).body.name).toMatch(
        /^A +Bcc: b@evil.example$/,
      );
      await person.patch('/me', { name });
      await forgot(person.email);
      const mail = await letterTo(person.email, /new password/);
      expect(mail.subject).not.toMatch(/[\r\n]/);
      expect(mail.text).toContain('onerror=alert(1)>&lt;b&gt;  {site}$&');
      const tags = mail.html?.match(/<[a-z][^>]*/gi)?.map((tag) => /<(\w+)/.exec(tag)?.[1]);
      expect(new Set(tags)).toEqual(new Set(['meta', 'body', 'p', 'a']));
      expect(mail.html).toContain('&#34;&#62;&#60;img src=x onerror=alert(1)&#62;&#38;lt;b&#38;gt;');
    });

    it('takes one plain address and nothing else (D02, D05)', async () => {
      for (const email of [['a@b.example'], { $gt: 0 }, null, true, 3]) expect((await forgot(email)).status).toBe(400);
      for (const extra of [{ url: 'x' }, { redirect: 'x' }, { to: 'x' }, { cc: 'x' }, { token: 'x' }, { user: 1 }]) {
        const answer = await world()
          .client()
          .post('/auth/forgot-password', { email: 'a@b.example', ...extra });
        expect(answer.status).toBe(400);
      }
    });

    it('is not replaced without the very secret (D01, D14)', async () => {
      const person = await world().person([]);
      const { body } = await admin.post('/users', { name: 'J', email: 'j@garden.example', invite: 'link' });
      const invitation = body.invitation.url.split('#')[1];
      for (const token of [
        null,
        '',
        [],
        {},
        { $gt: 0 },
        true,
        0,
        undefined,
        'x',
        invitation,
        invitation.slice(0, 20),
      ]) {
        expect((await choose(token)).status).toBe(400);
      }
      expect((await login(person.email)).status).toBe(200);
    });

    it('can be asked for ten times in a while from one place', async () => {
      const client = world().client();
      const statuses = [];
      for (let at = 0; at < 12; at += 1) {
        statuses.push(
          (await client.send('POST', '/auth/forgot-password', { email: 'tenfold@garden.example' }, {})).status,
        );
      }
      expect(statuses.slice(-2)).toEqual([429, 429]);
    });
  });

  describe('a second factor', () => {
    it('is asked for after the password; the half-open door opens nothing else (D14)', async () => {
      const { person, secret } = await enrolled();
      const half = await login(person.email);
      expect(half).toMatchObject({ status: 202, body: { enrolment: false, ticket: expect.any(String) } });
      expect(half.headers['set-cookie']).toBeUndefined();
      const { ticket } = half.body;
      const bearer = { authorization: `Bearer ${ticket}` };
      for (const url of ['/me', '/pages', '/users']) {
        expect((await world().client().send('GET', url, undefined, bearer)).status).toBe(401);
      }
      expect((await world().client().post('/auth/second-factor', { ticket, code: '000000' })).status).toBe(422);
      expect((await world().client().post('/auth/second-factor/enrol', { ticket })).status).toBe(422);
      const passed = await world()
        .client()
        .post('/auth/second-factor', { ticket, code: await codeOf(secret, 0) });
      expect(passed).toMatchObject({ status: 200, body: { accessToken: expect.any(String) } });
    });

    it('takes each code once, of the app or for recovery, also from many at the same time (D22)', async () => {
      const { person, secret, codes } = await enrolled();
      for (const code of [await codeOf(secret), codes[0]]) {
        const { ticket } = (await login(person.email)).body;
        // Each from a place of its own and fewer than are counted, so that the limit refuses nobody here.
        const clients = Array.from({ length: 12 }, (_, at) => world().client(`192.0.2.${at}`));
        const answers = await Promise.all(
          clients.map((client) => client.post('/auth/second-factor', { ticket, code })),
        );
        const statuses = answers.map(({ status }) => status).sort();
        expect(statuses).toEqual([200, ...Array<number>(11).fill(422)]);
      }
    });

    it('takes codes with the ticket of the same account alone, and sets an app up where the password was given (D24)', async () => {
      const [one, other] = [await enrolled(), await enrolled()];
      const ticketOf = async ({ email }: WorldClient): Promise<string> => (await login(email)).body.ticket;
      const enter = async (ticket: string, code: string): Promise<number> =>
        (await world().client().post('/auth/second-factor', { ticket, code })).status;
      const code = await codeOf(one.secret);
      const ticket = await ticketOf(other.person);
      expect([await enter(ticket, code), await enter(ticket, one.codes[0]!)]).toEqual([422, 422]);
      expect(await enter(await ticketOf(one.person), code)).toBe(200);
      expect(await enter(await ticketOf(one.person), one.codes[0]!)).toBe(200);

      const here = await world().person([]);
      const there = await world().client().login({ id: here.userId, name: '', email: here.email }, PASSWORD);
      await world().sql(`UPDATE user_session SET confirmed_at = now() - interval '1 hour' WHERE user_id = $1`, [
        here.userId,
      ]);
      expect((await here.post('/me/confirm', { password: PASSWORD })).status).toBe(204);
      const { secret } = (await here.post('/me/second-factor')).body;
      const first = { code: await codeOf(secret) };
      expect(await there.post('/me/second-factor/confirm', first)).toMatchObject({
        status: 403,
        body: { code: 'confirmation_needed' },
      });
      expect((await here.post('/me/second-factor/confirm', first)).status).toBe(200);
    });

    it('has recovery codes, each good once; new ones make the former void', async () => {
      const { person, codes } = await enrolled();
      expect(codes).toHaveLength(10);
      const enter = async (code: string): Promise<number> => {
        const { ticket } = (await login(person.email)).body;
        return (await world().client().post('/auth/second-factor', { ticket, code })).status;
      };
      expect(await enter(codes[0]!.toUpperCase())).toBe(200);
      expect(await enter(codes[0]!)).toBe(422);
      const renewed = (await person.post('/me/recovery-codes')).body.recoveryCodes;
      expect(await enter(codes[1]!)).toBe(422);
      expect(await enter(renewed[1])).toBe(200);
    });

    it('slows down guessing of codes', async () => {
      const { person } = await enrolled();
      const { ticket } = (await login(person.email)).body;
      const client = world().client();
      const statuses = [];
      for (let at = 0; at < 12; at += 1) {
        statuses.push((await client.post('/auth/second-factor', { ticket, code: `00000${at % 10}` })).status);
      }
      expect(statuses.at(-1)).toBe(429);
    });

    it('slows down who guesses from many places; a browser that was here before is not held up', async () => {
      const { person, codes } = await enrolled();
      const { ticket } = (await login(person.email)).body;
      let places = 0;
      const guess = async (headers = {}): Promise<number> =>
        (
          await world()
            .client(`198.51.100.${(places += 1)}`)
            .send('POST', '/auth/second-factor', { ticket, code: codes[0] + 'x' }, headers)
        ).status;
      const statuses: number[] = [];
      for (let at = 0; at < 31; at += 1) statuses.push(await guess());
      expect(statuses).toEqual([...Array<number>(30).fill(422), 429]);
      const cookies = [(await login((await world().person([])).email)).headers['set-cookie']].flat().map(String);
      expect(cookies.some((cookie) => cookie.startsWith('__Host-pipit_device='))).toBe(true);
      expect(await guess({ cookie: String(cookies.find((each) => /device/.test(each))).split(';')[0] })).toBe(429);
      expect(await guess({ cookie: person.device.split(';')[0] })).toBe(422);
    });

    it('is set up at signing in where a group asks for it, and stays while it does', async () => {
      const person = await world().person([]);
      const { body: group } = await admin.post('/groups', { name: `Careful ${person.userId}` });
      await admin.patch(`/groups/${group.id}`, { requiresSecondFactor: true });
      await admin.send('PUT', `/groups/${group.id}/members/${person.userId}`);
      const half = await login(person.email);
      expect(half).toMatchObject({ status: 202, body: { enrolment: true } });
      const { ticket } = half.body;
      const { body: app } = await world().client().post('/auth/second-factor/enrol', { ticket });
      expect(app.uri).toMatch(/^otpauth:\/\/totp\//);
      expect((await world().client().post('/auth/second-factor', { ticket, code: '123456' })).status).toBe(422);
      const confirmed = await world()
        .client()
        .post('/auth/second-factor/confirm', { ticket, code: await codeOf(app.secret) });
      expect(confirmed.body).toMatchObject({ accessToken: expect.any(String), recoveryCodes: expect.any(Array) });
      const headers = { authorization: `Bearer ${confirmed.body.accessToken}` };
      expect((await world().client().send('DELETE', '/me/second-factor', undefined, headers)).status).toBe(403);
      expect((await admin.delete(`/users/${person.userId}/second-factor`)).status).toBe(204);
      expect((await login(person.email)).body).toMatchObject({ enrolment: true });
    });

    it('is kept sealed: neither its secret nor a code is in the database, the log or an answer (A20)', async () => {
      const { person, secret, codes } = await enrolled();
      const dump = await world().sql(
        `SELECT (SELECT json_agg(u) FROM user_account u)::text || (SELECT json_agg(r) FROM recovery_code r)::text
           || (SELECT json_agg(a) FROM audit_entry a)::text || (SELECT json_agg(o) FROM outbox_event o)::text AS text`,
      );
      const text = String(dump[0]?.['text']) + (await admin.get(`/users/${person.userId}`)).text;
      for (const canary of [secret, ...codes]) expect(text).not.toContain(canary);
    });

    it('ends the other sessions when it is switched on or off, and tells by mail (D07)', async () => {
      const person = await world().person([]);
      const other = await world().client().login({ id: person.userId, name: '', email: person.email }, PASSWORD);
      const { body } = await person.post('/me/second-factor');
      await person.post('/me/second-factor/confirm', { code: await codeOf(body.secret) });
      expect([(await person.get('/me')).status, (await other.get('/me')).status]).toEqual([200, 401]);
      await letterTo(person.email, /was changed/);
      expect((await person.delete('/me/second-factor')).status).toBe(204);
      expect((await login(person.email)).status).toBe(200);
    });
  });
});
