import type { FieldError, Fields, PageDetail, PageRow } from '../src/api/types.ts';
import { Refusal } from './http.ts';
import { nextId, now, people, state, type StoredPage } from './state.ts';
import { contentTypes } from './types.ts';

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
export const latest = (page: StoredPage) => page.revisions[page.revisions.length - 1]!;
export const title = (page: StoredPage): string => String(latest(page).fields.title ?? '');

export function find(id: string | number | null | undefined): StoredPage {
  const page = state.pages.get(Number(id));
  if (!page || page.trashed) throw new Refusal(404, 'not_found', 'This page does not exist.');
  return page;
}
export function ancestors(page: StoredPage): StoredPage[] {
  const list: StoredPage[] = [];
  for (let at = page.parentId; at !== null; at = state.pages.get(at)?.parentId ?? null)
    list.unshift(state.pages.get(at)!);
  return list;
}
export function pathOf(page: StoredPage): string {
  const slugs = [...ancestors(page), page].slice(1).map((item) => String(latest(item).fields.slug));
  return `${page.locale === 'de' ? '/de' : ''}/${slugs.join('/')}${slugs.length ? '/' : ''}`;
}
export function rowOf(page: StoredPage): PageRow {
  const type = contentTypes.find((item) => item.name === page.type)!;
  const live = page.liveRevisionId !== null;
  const changed = live && page.liveRevisionId !== latest(page).id;
  const path = pathOf(page);
  return {
    id: page.id,
    uuid: page.uuid,
    type: page.type,
    typeLabel: type.label,
    icon: type.icon,
    title: title(page),
    slug: String(latest(page).fields.slug),
    urlPath: path,
    url: `https://norrhaven.example${path}`,
    locale: page.locale,
    state: page.scheduled ? 'scheduled' : changed ? 'live-changed' : live ? 'live' : 'draft',
    live,
    hasUnpublishedChanges: !live || changed,
    parentId: page.parentId,
    depth: ancestors(page).length + 1,
    childCount: page.children.length,
    firstPublishedAt: page.firstPublishedAt,
    lastPublishedAt: page.lastPublishedAt,
    updatedAt: latest(page).createdAt,
    updatedBy: latest(page).user,
    locked: page.locked,
    can: {
      edit: true,
      publish: true,
      unpublish: live,
      addChild: childTypes(page).length > 0,
      move: page.parentId !== null,
      delete: page.parentId !== null,
    },
  };
}
export function childTypes(page: StoredPage): string[] {
  const own = contentTypes.find((item) => item.name === page.type)!.rules.children;
  return contentTypes
    .filter(
      (item) =>
        item.category === 'page' &&
        item.rules.creatable &&
        (item.rules.parents === null || item.rules.parents.includes(page.type)) &&
        (own === null || own.includes(item.name)),
    )
    .filter(
      (item) =>
        item.rules.maxCount === null ||
        [...state.pages.values()].filter((other) => other.type === item.name).length < item.rules.maxCount,
    )
    .map((item) => item.name);
}
export function detailOf(page: StoredPage): PageDetail {
  const live = page.revisions.find((item) => item.id === page.liveRevisionId);
  return {
    ...rowOf(page),
    fields: latest(page).fields,
    revisionId: latest(page).id,
    liveRevisionId: page.liveRevisionId,
    ancestors: ancestors(page).map((item) => ({ id: item.id, title: title(item) })),
    childTypes: childTypes(page),
    liveFields: live && live.id !== latest(page).id ? live.fields : null,
  };
}
export function note(page: StoredPage, action: string, data: Record<string, unknown> = {}): void {
  page.history.push({ id: String(nextId()), at: now(), action, user: people[0] ?? null, revisionId: latest(page).id, data });
}
export function check(
  page: StoredPage | null,
  type: string,
  fields: Fields,
  parentId: number | null,
  publish: boolean,
): void {
  const errors: FieldError[] = [];
  for (const item of contentTypes.find((entry) => entry.name === type)?.fields ?? []) {
    const empty = fields[item.name] === null || fields[item.name] === '' || fields[item.name] === undefined;
    if (empty && (item.required === true || (item.required === 'to-publish' && publish)))
      errors.push({ path: `/fields/${item.name}`, code: 'required', message: `${item.label} is missing.` });
  }
  const siblings = parentId === null ? [] : state.pages.get(parentId)!.children.map((id) => state.pages.get(id)!);
  const taken = siblings.find(
    (item) => item.id !== page?.id && !item.trashed && latest(item).fields.slug === fields.slug,
  );
  if (taken)
    errors.push({
      path: '/fields/slug',
      code: 'slug_taken',
      message: `This address is taken by “${title(taken)}”. Try “${String(fields.slug)}-2”.`,
    });
  if (errors.length)
    throw new Refusal(
      422,
      'invalid',
      errors.length === 1 ? errors[0]!.message : `${errors.length} fields need attention.`,
      { errors },
    );
}
export function publishNow(page: StoredPage): void {
  page.liveRevisionId = latest(page).id;
  page.firstPublishedAt ??= now();
  page.lastPublishedAt = now();
  page.scheduled = false;
  note(page, 'page.publish');
}
export function addRevision(page: StoredPage, fields: Fields, userIndex = 0): void {
  const before = latest(page).fields;
  page.revisions.push({
    id: nextId(),
    createdAt: now(),
    user: people[userIndex] ?? null,
    fields,
    changedFields: Object.keys(fields).filter((key) => !same(fields[key], before[key])),
  });
}
export function refuseStale(page: StoredPage, base: unknown): void {
  if (base === undefined || Number(base) === latest(page).id) return;
  const current = latest(page);
  throw new Refusal(409, 'edit_conflict', `${current.user?.name ?? 'Somebody'} saved a newer version.`, {
    current: { revisionId: current.id, user: current.user, createdAt: current.createdAt, fields: current.fields },
  });
}
