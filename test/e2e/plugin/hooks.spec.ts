import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Injectable, Module } from '@nestjs/common';
import * as cms from '@pipit/cms';
import { Hook, HookPoint, newUuid, type HookType, type Page, type Project, type User } from '@pipit/cms';
import { newsletter } from '@pipit/contrib/newsletter';
import { scratchFolder } from '../../support/running-site.js';
import { PASSWORD, useWorld } from '../../support/world/world.js';
import { picture } from '../media/pictures.js';
import { noticeBoard } from '../snippets/notice-board.js';

/** Every moment before something that `@pipit/cms` exports. */
const POINTS = Object.values(cms).filter(
  (value): value is HookType => typeof value === 'function' && value.prototype instanceof HookPoint && value.name.startsWith('Before'),
); // prettier-ignore

/** A plugin that hangs on all of them, and refuses the one it is told to. */
@Injectable()
class Gatekeeper {
  refuse: HookType | null = null;
  readonly seen = new Set<string>();

  look(point: HookPoint): void {
    this.seen.add(point.constructor.name);
    if (this.refuse && point instanceof this.refuse) point.reject('title', 'The gate is shut.');
  }
}
for (const point of POINTS) {
  const name = `on${point.name}`;
  const value = function (this: Gatekeeper, hook: HookPoint): void {
    this.look(hook);
  };
  Object.defineProperty(Gatekeeper.prototype, name, { value, configurable: true, writable: true });
  Hook(point)(Gatekeeper.prototype, name, Object.getOwnPropertyDescriptor(Gatekeeper.prototype, name)!);
}

@Module({ providers: [Gatekeeper] })
class GateModule {}

const project: Project = {
  ...noticeBoard,
  name: 'garden_with_a_gate',
  modules: [GateModule],
  plugins: [newsletter({ sender: 'news@garden.example' })],
};

/** Actions nothing may hold up, and why. */
const WITHOUT_HOOK: Readonly<Record<string, string>> = {
  ChangeGrants: 'grants and revokes one after the other, each through its own action',
  ConfirmPassword: 'notes that a password was given',
  CreateFirstAdministrator: 'nobody is there yet who could stand in the way',
  RenewPasswordHash: 'the password stays what it is',
  EndOwnSession: 'nobody is kept signed in',
  PassSecondFactor: 'starts a session, which asks',
  EndSessionsOf: 'a stolen session has to end',
  EndSession: 'nobody is kept signed in',
  RotateRefreshToken: 'a stolen session has to end; signing in has a hook',
  ForgetAddress: 'content stays as it is',
  MoveChildren: 'moves page after page, each through its own action',
  SetUrlPaths: 'derives addresses anew; content stays as it is',
  FixTree: 'mends what is broken, and changes no content',
  ImportPages: 'takes a whole site over as it was; what it finds wrong is in its report',
};

describe('a hook', () => {
  const world = useWorld({ project });
  const folder = scratchFolder();
  let home: Page;
  let page: Page;
  let mirror: Page;
  let redirect = 0;
  let notice = 0;
  let row: number | string = 0;
  let image = 0;
  let collection = 0;
  let document = 0;
  let user: User;
  let group = 0;
  let site = 0;
  let locale = 0;
  let client: Awaited<ReturnType<ReturnType<typeof world>['person']>>;

  const run = <I, O>(action: new (...args: never[]) => cms.Action<I, O>, input: I): Promise<O> =>
    world()
      .get(action as never as new () => cms.Action<I, O>)
      .run(world().system, input);
  const notices = { type: 'garden.Notice' };
  const subscribers = { type: 'newsletter.Subscriber' };
  const settings = { type: 'newsletter.NewsletterSettings', baseVersion: 0 };
  const version = async (): Promise<number> =>
    (await world().sql<{ version: number }>('SELECT version FROM garden_notice WHERE id = $1', [notice]))[0]!.version;
  const revision = async (where: string, id: number): Promise<number> =>
    (await world().sql<{ id: number }>(`SELECT id FROM revision WHERE ${where} AND subject_id = $1 ORDER BY id LIMIT 1`, [id]))[0]!.id; // prettier-ignore
  const file = async (name: string, content: Uint8Array | string) => {
    await writeFile(path.join(folder, name), content);
    return { file: await cms.measureFile(path.join(folder, name)), fileName: name };
  };

  /** In an order in which each finds what it works on. */
  const moments: readonly [HookType, act: () => Promise<unknown>, prepare?: () => Promise<unknown>][] = [
    [cms.BeforeCreate, async () => (page = await world().createPage({ title: 'Oak', fields: { latin: 'Quercus' } }))],
    [cms.BeforeSave, () => world().edit(page, { title: 'Ash' })],
    [cms.BeforePublish, () => world().publish(page)],
    [cms.BeforeRevert, async () => run(cms.RevertPage, { pageId: page.id, revisionId: await revision(`subject_type = 'page'`, page.id), baseRevisionId: (await world().page(page.id)).latestRevisionId })],
    [cms.BeforeNameRevision, async () => run(cms.NamePageRevision, { pageId: page.id, revisionId: await revision(`subject_type = 'page'`, page.id), name: 'First' })],
    [cms.BeforeUnpublish, () => run(cms.UnpublishPage, { pageId: page.id })],
    [cms.BeforePrivacyChange, async () => run(cms.RestrictPage, { pageId: page.id, kind: 'login' })],
    [cms.BeforeSchedule, () => run(cms.SchedulePage, { pageId: page.id, expire: { at: '2040-01-01T09:00', zone: 'UTC' } })],
    [cms.BeforeUnschedule, () => run(cms.UnschedulePage, { pageId: page.id })],
    [cms.BeforeLock, () => run(cms.LockPage, { pageId: page.id })],
    [cms.BeforeUnlock, () => run(cms.UnlockPage, { pageId: page.id })],
    [cms.BeforeMove, () => run(cms.MovePage, { pageId: page.id, parentId: home.id, before: null })],
    [cms.BeforeCopy, async () => (mirror = (await run(cms.CopyPage, { pageId: page.id, parentId: home.id, alias: true })))],
    [cms.BeforeConvertAlias, () => run(cms.ConvertAlias, { pageId: mirror.id })],
    [cms.BeforeReorder, () => run(cms.ReorderChildren, { pageId: home.id, ids: [mirror.id, page.id] })],
    [cms.BeforeRedirectSave, async () => (redirect = (await run(cms.CreateRedirect, { oldPath: '/acorn', siteId: null, pageId: page.id, pageRoutePath: '', link: '', isPermanent: true })).id)],
    [cms.BeforeRedirectDelete, () => run(cms.DeleteRedirect, { id: redirect })],
    [cms.BeforeDelete, () => run(cms.DeletePage, { pageId: page.id })],
    [cms.BeforeRestore, () => run(cms.RestorePage, { pageId: page.id })],
    [cms.BeforePurge, () => run(cms.PurgePage, { pageId: mirror.id }), () => run(cms.DeletePage, { pageId: mirror.id })],
    [cms.BeforeSiteAdd, async () => (site = (await run(cms.CreateSite, { hostname: 'trees.example', port: 80, name: '', rootPageId: home.id, isDefault: false })).id)],
    [cms.BeforeSiteEdit, () => run(cms.EditSite, { siteId: site, name: 'Orchard' })],
    [cms.BeforeSiteDelete, () => run(cms.DeleteSite, { siteId: site })],
    [cms.BeforeLocaleAdd, async () => (locale = (await run(cms.CreateLocale, { code: 'de', name: '', fallback: 'en', isDefault: false })).id)],
    [cms.BeforeLocaleEdit, () => run(cms.EditLocale, { localeId: locale, name: 'German' })],
    [cms.BeforeTranslate, () => run(cms.TranslatePage, { pageId: page.id, locales: ['de'], subtree: false, parents: 'aliases' })],
    [cms.BeforeLocaleDelete, async () => run(cms.DeleteLocale, { localeId: (await world().sql<{ id: number }>(`INSERT INTO locale (uuid, code, name) VALUES (gen_random_uuid(), 'it', 'Italiano') ON CONFLICT (code) DO UPDATE SET name = 'Italiano' RETURNING id`))[0]!.id })],
    [cms.BeforeSnippetCreate, async () => (notice = await run(cms.CreateSnippet, { ...notices, fields: { title: 'Closed', wording: 'Snow.' } }))],
    [cms.BeforeSnippetSave, async () => run(cms.EditSnippet, { ...notices, id: notice, baseVersion: await version(), fields: { title: 'Open' } })],
    [cms.BeforeSnippetPublish, () => run(cms.PublishSnippet, { ...notices, id: notice })],
    [cms.BeforeSnippetRevert, async () => run(cms.RevertSnippet, { ...notices, id: notice, revisionId: await revision(`subject_type = 'garden.Notice'`, notice) })],
    [cms.BeforeSnippetNameRevision, async () => run(cms.NameSnippetRevision, { ...notices, id: notice, revisionId: await revision(`subject_type = 'garden.Notice'`, notice), name: 'First' })],
    [cms.BeforeSnippetSchedule, () => run(cms.ScheduleSnippet, { ...notices, id: notice, expire: { at: '2040-01-01T09:00', zone: 'UTC' } })],
    [cms.BeforeSnippetUnschedule, () => run(cms.UnscheduleSnippet, { ...notices, id: notice })],
    [cms.BeforeSnippetLock, () => run(cms.LockSnippet, { ...notices, id: notice })],
    [cms.BeforeSnippetUnlock, () => run(cms.UnlockSnippet, { ...notices, id: notice })],
    [cms.BeforeSnippetUnpublish, () => run(cms.UnpublishSnippet, { ...notices, id: notice })],
    [cms.BeforeSnippetDelete, () => run(cms.DeleteSnippet, { ...notices, id: notice })],
    [cms.BeforeSettingsSave, () => run(cms.EditSettings, { ...settings, fields: { footer: 'Bye' } })],
    [cms.BeforeModelRowSave, async () => (row = await run(cms.CreateModelRow, { ...subscribers, fields: { email: 'bo@example.org' } }))],
    [cms.BeforeModelRowDelete, () => run(cms.DeleteModelRow, { ...subscribers, id: row })],
    [cms.BeforeCollectionAdd, async () => (collection = (await run(cms.CreateCollection, { name: 'Trees' })).id)],
    [cms.BeforeCollectionEdit, () => run(cms.EditCollection, { id: collection, name: 'Hedges' })],
    [cms.BeforeCollectionPrivacyChange, () => run(cms.RestrictCollection, { id: collection, kind: 'login' })],
    [cms.BeforeCollectionDelete, () => run(cms.DeleteCollection, { id: collection })],
    [cms.BeforeImageAdd, async () => (image = (await run(cms.UploadImage, await file('oak.png', await picture(40, 30, 'png')))).id)],
    [cms.BeforeImageEdit, () => run(cms.EditImage, { id: image, title: 'Ash' })],
    [cms.BeforeImageReplace, async () => run(cms.ReplaceImageFile, { id: image, ...(await file('elm.png', await picture(40, 30, 'png'))) })],
    [cms.BeforeImageDelete, () => run(cms.DeleteImage, { id: image })],
    [cms.BeforeImageRestore, () => run(cms.RestoreImage, { id: image })],
    [cms.BeforeImagePurge, () => run(cms.PurgeImage, { id: image }), () => run(cms.DeleteImage, { id: image })],
    [cms.BeforeDocumentAdd, async () => (document = (await run(cms.UploadDocument, await file('oak.txt', 'Oak'))).id)],
    [cms.BeforeDocumentEdit, () => run(cms.EditDocument, { id: document, title: 'Ash' })],
    [cms.BeforeDocumentReplace, async () => run(cms.ReplaceDocumentFile, { id: document, ...(await file('elm.txt', 'Elm')) })],
    [cms.BeforeDocumentDelete, () => run(cms.DeleteDocument, { id: document })],
    [cms.BeforeDocumentRestore, () => run(cms.RestoreDocument, { id: document })],
    [cms.BeforeDocumentPurge, () => run(cms.PurgeDocument, { id: document }), () => run(cms.DeleteDocument, { id: document })],
    [cms.BeforeUserCreate, async () => (user = await run(cms.CreateUser, { email: `${newUuid()}@garden.example`, name: 'Bo', password: PASSWORD }))],
    [cms.BeforeGroupCreate, async () => (group = (await run(cms.CreateGroup, { name: 'Foresters' })).id)],
    [cms.BeforeGrant, () => run(cms.GrantPermission, { groupId: group, grant: { permission: 'page.edit', scope: { kind: 'everywhere' } } })],
    [cms.BeforeGroupJoin, () => run(cms.AddToGroup, { groupId: group, userId: user.id })],
    [cms.BeforePasswordChange, () => run(cms.SetPassword, { userId: user.id, password: `${PASSWORD}!` })],
    [cms.BeforeSignIn, async () => (client = await world().client().login(user, `${PASSWORD}!`))],
    [cms.BeforePreferencesUpdate, async () => { const { status, text } = await client.patch('/me', { preferences: { theme: 'dark' } }); if (status !== 200) throw new Error(text); }],
    [cms.BeforeUserEdit, () => run(cms.EditUser, { userId: user.id, changes: { name: 'Bob' } })],
    [cms.BeforeUserSuspend, () => run(cms.SetUserActive, { userId: user.id, isActive: false })],
    [cms.BeforeUserActivate, () => run(cms.SetUserActive, { userId: user.id, isActive: true })],
    [cms.BeforeSecondFactorChange, () => run(cms.RemoveSecondFactor, { userId: user.id })],
    [cms.BeforeApiTokenChange, async () => { const { status, text } = await (await world().admin()).post('/tokens', { name: 'Frontend', delivery: true }); if (status !== 201) throw new Error(text); }, () => world().admin()],
    [cms.BeforeUserInvite, () => run(cms.InviteUser, { userId: user.id, by: 'link' }), () => world().sql('UPDATE user_account SET password_hash = NULL WHERE id = $1', [user.id])],
    [cms.BeforeGroupEdit, () => run(cms.EditGroup, { groupId: group, changes: { name: 'Woodcutters' } })],
    [cms.BeforeRevoke, () => run(cms.RevokePermission, { groupId: group, grant: { permission: 'page.edit', scope: { kind: 'everywhere' } } })],
    [cms.BeforeGroupLeave, () => run(cms.RemoveFromGroup, { groupId: group, userId: user.id })],
    [cms.BeforeGroupDelete, () => run(cms.DeleteGroup, { groupId: group })],
    [cms.BeforeUserDelete, () => run(cms.DeleteUser, { userId: user.id, successorId: null })],
  ]; // prettier-ignore

  const written = () =>
    world().sql('SELECT (SELECT count(*) FROM audit_entry) AS entries, (SELECT count(*) FROM outbox_event) AS events');

  beforeAll(async () => {
    home = await world().home();
  });

  it.each(moments.map(([point, act, prepare]) => ({ name: point.name, point, act, prepare })))(
    'before an operation may refuse it as a whole: $name',
    async ({ point, act, prepare }) => {
      await prepare?.();
      const gate = world().get(Gatekeeper);
      const before = await written();
      gate.refuse = point;
      const refusal = await act().then(
        () => 'It went through.',
        (error: unknown) => String(error instanceof cms.Problem ? error.detail : error),
      );
      gate.refuse = null;
      expect(refusal).toContain('The gate is shut.');
      expect(await written()).toEqual(before);
      await act();
      expect(await written()).not.toEqual(before);
    },
  );

  it('is asked at every moment there is', () => {
    const tried = moments.map(([point]) => point.name);
    expect(POINTS.map(({ name }) => name).filter((name) => !tried.includes(name))).toEqual([]);
  });

  it('stands before every action, but for those that nothing may hold up', async () => {
    const { readFile, glob } = await import('node:fs/promises');
    const without: string[] = [];
    for await (const file of glob('libs/{pages,snippets,settings,models,media,users}/src/**/*.ts')) {
      const source = await readFile(file, 'utf8');
      const action = /class (\w+) extends Action</.exec(source)?.[1];
      // Publishing and reverting ask in what they share with others, which the test above goes through.
      if (action && !/hooks\.run\(|writer\.(publish|save)/.test(source)) without.push(action);
    }
    expect(without.sort()).toEqual(Object.keys(WITHOUT_HOOK).sort());
  });
});
