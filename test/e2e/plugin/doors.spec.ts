import { Injectable, Module } from '@nestjs/common';
import {
  Hook,
  JobWorker,
  Mailer,
  OnEvent,
  SlugStrategy,
  commandsOf,
  newUuid,
  strategiesOf,
  type Page,
  type Project,
} from '@pipit/cms';
import { BeforeIssueSend, IssueSent, RecordingMailer, newsletter } from '@pipit/contrib/newsletter';
import { setTimeout as sleep } from 'node:timers/promises';
import { openApiDocument } from '../../../apps/api/src/serve-open-api.js';
import { garden } from '../../support/world/types.js';
import { bulkDone, faringsOf } from '../../support/world/bulk.js';
import { startWorld, useWorld } from '../../support/world/world.js';

/** Another plugin of the site, which listens to the newsletter. */
@Injectable()
class Auditor {
  readonly told: IssueSent[] = [];

  @Hook(BeforeIssueSend)
  refuses(hook: BeforeIssueSend): void {
    if (hook.issue.subject === 'Secret') hook.reject('subject', 'This one stays here.');
  }

  @OnEvent(IssueSent)
  hears(event: IssueSent): void {
    this.told.push(event);
  }
}

@Module({ providers: [Auditor] })
class AuditorModule {}

const plugin = newsletter({ sender: 'news@garden.example' });
const project: Project = { ...garden, name: 'garden_with_plugin', plugins: [plugin], modules: [AuditorModule] };

async function until<T>(look: () => Promise<T | undefined> | T | undefined): Promise<T> {
  for (let tries = 0; tries < 100; tries++) {
    const found = await look();
    if (found) return found;
    await sleep(100);
  }
  throw new Error('It never happened.');
}

describe('a plugin', () => {
  const world = useWorld({ project });
  let shelf: Page;
  beforeAll(async () => {
    shelf = await world().createPage({ type: 'garden.EveryKind', title: 'Newsletters', publish: true });
  });
  const issue = async (fields: object, publish = true) =>
    (await world().admin()).post('/pages', {
      parentId: shelf.id,
      type: 'newsletter.Issue',
      fields: { title: 'An issue', subject: 'April', body: '<p>Sow <mark>now</mark>.</p>', ...fields },
      publish,
    });
  const subscribe = (email: string) => world().client().post('/api/x/newsletter/subscriptions', { email });
  const mails = () => world().sql<{ to: string; text: string }>('SELECT * FROM newsletter_sent_mail ORDER BY id');

  it('brings types, child rows, settings and entities, and the migrations of their tables', async () => {
    const admin = await world().admin();
    const { body } = await admin.get('/content-types');
    const names = (body.items as { name: string }[]).map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['newsletter.Issue', 'newsletter.NewsletterSettings', 'newsletter.Subscriber']),
    );
    const links = [{ id: newUuid(), words: 'Seeds', address: 'https://seeds.example' }];
    const made = await issue({ links }, false);
    expect([made.status, made.body.fields?.links]).toEqual([201, [expect.objectContaining(links[0]!)]]);
    expect((await admin.get('/settings/newsletter.NewsletterSettings')).body.fields.footer).toContain('asked for it');
  });

  it('brings a field kind that stands in classes and in streams, with rules of its own', async () => {
    const early = { slot: { day: 'mon', hour: 5 } };
    expect((await issue(early)).body.errors).toEqual([expect.objectContaining({ path: '/fields/slot' })]);
    const stray = { slot: { day: 'noday', hour: 9 } };
    expect((await issue(stray)).body.errors[0].path).toMatch(/^\/fields\/slot/);
    const id = '0193b5a0-0000-7000-8000-000000000001';
    const extras = [{ id, type: 'officeHour', value: { day: 'tue', hour: 9 } }];
    const made = await issue({ slot: { day: 'mon', hour: 7 }, extras });
    expect([made.status, made.body.fields?.slot]).toEqual([201, { day: 'mon', hour: 7 }]);
    const live = await world().client().get(`/api/v2/pages/${made.body.id}/`);
    expect([live.body.slot, live.body.extras]).toEqual([{ day: 'mon', hour: 7 }, extras]);
  });

  it('brings features, links and embeds of rich text, kept and expanded', async () => {
    const body =
      '<p><mark>Now</mark> <a linktype="unsubscribe" id="me">stop</a></p><embed embedtype="subscribe" label="Join"/>';
    const made = await issue({ body });
    expect([made.status, made.body.fields?.body]).toEqual([201, body]);
    const refused = await issue({ body: '<embed embedtype="subscribe"/>' });
    expect(refused.body.errors).toEqual([expect.objectContaining({ path: '/fields/body' })]);
    const { body: live } = await world().client().get(`/api/v2/pages/${made.body.id}/?rich_text=html`);
    expect(live.body).toContain('<mark>Now</mark>');
  });

  it('refuses by a hook, inside the transaction, and nothing is left of the operation', async () => {
    const before = await world().sql('SELECT count(*) FROM page');
    const refused = await issue({ subject: '' });
    expect([refused.status, refused.body.errors]).toEqual([
      422,
      [{ path: '/fields/subject', code: 'refused', message: 'Nobody opens a mail without a subject.' }],
    ]);
    expect(await world().sql('SELECT count(*) FROM page')).toEqual(before);
  });

  it('serves routes below its prefix, which name their permission and stand in the OpenAPI document', async () => {
    expect((await subscribe('Bo@example.org')).status).toBe(204);
    expect((await subscribe('bo@example.org')).status).toBe(204);
    expect((await subscribe('nobody')).body.errors).toEqual([expect.objectContaining({ path: '/email' })]);
    expect((await world().client().get('/x/newsletter/summary')).status).toBe(401);
    expect((await (await world().person([])).get('/x/newsletter/summary')).status).toBe(403);
    const sender = await world().person([{ permission: 'newsletter.send', scope: { kind: 'everywhere' } }]);
    expect((await sender.get('/x/newsletter/summary')).body).toMatchObject({ readers: 1 });
    const { paths } = openApiDocument(world().app);
    expect(paths['/api/admin/v1/x/newsletter/summary']?.get).toMatchObject({ 'x-permissions': ['newsletter.send'] });
  });

  it('hears events after the commit, does jobs, and replaces the mailer', async () => {
    expect(world().get(Mailer)).toBeInstanceOf(RecordingMailer);
    await subscribe('cy@example.org');
    void world().get(JobWorker).start();
    const made = await issue({ subject: 'May', body: '<p>Rain.</p>' });
    const sent = await until(async () => (await mails()).find(({ to, text }) => to === 'cy@example.org' && text.startsWith('Rain.'))); // prettier-ignore
    expect(sent.text).toBe('Rain.\n\nYou get this mail because you asked for it.');
    const told = await until(() =>
      world()
        .get(Auditor)
        .told.find(({ pageId }) => pageId === made.body.id),
    );
    expect(told.readers).toBeGreaterThan(0);
  });

  it('has hook points and actions of its own, which other plugins may refuse', async () => {
    const made = await issue({ subject: 'Secret' });
    const send = commandsOf(project).find(({ name }) => name.startsWith('newsletter:send'));
    const call = {
      ctx: world().system,
      args: { issue: String(made.body.id) },
      options: {},
      print: () => undefined,
    };
    await expect(send?.run(world().app, call)).rejects.toMatchObject({ errors: [{ path: '/subject' }] });
  });

  it('offers actions on many rows of a list', async () => {
    await subscribe('di@example.org');
    const admin = await world().admin();
    const [row] = await world().sql<{ id: number }>(`SELECT id FROM newsletter_subscriber WHERE email LIKE 'di@%'`);
    const wish = { kind: 'newsletter.Subscriber.stop-mail', ids: [String(row!.id)] };
    expect(faringsOf(await bulkDone(world(), admin, wish))).toEqual(['done']);
    expect(await world().sql(`SELECT active FROM newsletter_subscriber WHERE email LIKE 'di@%'`)).toEqual([
      { active: false },
    ]);
  });

  it('brings commands, found without starting anything, which run with the application around them', async () => {
    expect(commandsOf(project).map(({ name }) => name)).toEqual([
      'newsletter:send <issue>',
      'newsletter:subscribe <email>',
    ]);
    const lines: string[] = [];
    const [send, add] = commandsOf(project);
    const call = { ctx: world().system, options: { dryRun: true }, print: (line: string) => void lines.push(line) };
    await add?.run(world().app, { ...call, args: { email: 'ed@example.org' } });
    await send?.run(world().app, { ...call, args: { issue: '1' } });
    expect(lines).toEqual(['ed@example.org is subscribed.', expect.stringMatching(/^Would send it to \d+\.$/)]);
  });

  it('brings an extension of the editor, served as it is', async () => {
    const { body } = await (await world().admin()).get('/editor/extensions');
    const [{ name, url }] = body.items as [{ name: string; url: string }];
    expect(name).toBe('newsletter');
    expect((await world().client().get(url)).text).toContain('export default function newsletter');
  });
});

describe('strategies', () => {
  class Shouting extends SlugStrategy {
    slugFor(title: string, type: string): string {
      return `${type.split('.')[1]?.toLowerCase()}-${title.toLowerCase()}`;
    }
  }

  it('are chosen by the project before its plugins, as a class or as an object', async () => {
    const strategies = { slugs: Shouting, mailer: { send: () => Promise.resolve() } };
    const own = await startWorld({ project: { ...project, modules: [], strategies } });
    try {
      expect((await own.createPage({ title: 'Oak' })).slug).toBe('plant-oak');
      expect(own.get(Mailer)).not.toBeInstanceOf(RecordingMailer);
    } finally {
      await own.close();
    }
  }, 60_000);

  it('of two plugins for one port make the project choose', () => {
    const plugins = [plugin, { ...plugin, name: 'other' }];
    expect(() => strategiesOf({ plugins })).toThrow(
      'The plugins “newsletter” and “other” both bring a strategy “mailer”',
    );
    expect(strategiesOf({ plugins, strategies: { mailer: RecordingMailer } }).mailer).toBe(RecordingMailer);
  });
});

describe('mistakes of plugins', () => {
  const refused = (wrong: Project) =>
    startWorld({ project: wrong }).then(
      async (world) => {
        await world.close();
        return 'It started.';
      },
      (error: unknown) => String(error),
    );

  it('are told together when the application starts: names, routes, commands, and what plugins check themselves', async () => {
    const plugins = [{ ...newsletter({ sender: 'nobody' }), name: 'letters', migrationsDir: undefined }];
    const told = await refused({ ...project, name: 'garden_with_mistakes', modules: [], plugins });
    expect(told).toContain('The project has 6 problem(s)');
    expect(told).toContain('newsletter.E001: “nobody” is no address to send mail from.');
    expect(told).toContain('plugins.E002: The plugin “letters” has migrations and no migrationsDir.');
    expect(told).toContain('answers at “api/x/newsletter/subscriptions”');
    expect(told).toContain('Put it below api/x/letters or api/admin/v1/x/letters.');
    expect(told).toContain('has a command “newsletter:send <issue>”');
  }, 60_000);
});
