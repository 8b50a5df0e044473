import type { Plans } from '@pipit/revisions';
import { addressBelow, type PageAddress } from '../addresses/site-roots.js';

/** Where a page is in its life, in one word. */
export type PageState = 'draft' | 'live' | 'live-changed' | 'scheduled' | 'expired';

/** What the acting person may do with a page. */
export interface PagePermissions {
  /** See what it says, its versions and its history. */
  readonly read: boolean;
  readonly edit: boolean;
  readonly publish: boolean;
  readonly unpublish: boolean;
  readonly schedule: boolean;
  readonly privacy: boolean;
  readonly addChild: boolean;
  readonly move: boolean;
  readonly translate: boolean;
  readonly delete: boolean;
  readonly lock: boolean;
  readonly unlock: boolean;
  readonly copy: boolean;
  /** Make a mirror a page of its own. */
  readonly convertAlias: boolean;
  /** Put its children into another order. */
  readonly reorder: boolean;
}

/** Who keeps others from changing a page. */
export interface PageLock {
  /** Null when the account is gone. */
  readonly by: { readonly id: number; readonly name: string } | null;
  readonly at: string | null;
  /** It keeps the acting person out too. */
  readonly holds: boolean;
}

/** A page in a list. Titles are those of the latest draft. */
export interface PageRow {
  readonly id: number;
  readonly uuid: string;
  readonly type: string;
  readonly typeLabel: string;
  readonly icon: string | null;
  readonly title: string;
  readonly slug: string;
  /** Below its site's host, with the prefix of its language; null outside every site. */
  readonly urlPath: string | null;
  readonly url: string | null;
  readonly locale: string;
  readonly state: PageState;
  readonly live: boolean;
  readonly hasUnpublishedChanges: boolean;
  readonly parentId: number | null;
  readonly depth: number;
  readonly childCount: number;
  readonly firstPublishedAt: string | null;
  readonly lastPublishedAt: string | null;
  readonly updatedAt: string | null;
  readonly updatedBy: { readonly id: number; readonly name: string } | null;
  readonly locked: boolean;
  readonly lock: PageLock | null;
  /** What is planned for it, or could not be done at its time; for those who may read it. */
  readonly schedule: Plans | null;
  /** The page it mirrors. */
  readonly aliasOf: { readonly id: number; readonly title: string } | null;
  readonly can: PagePermissions;
}

/** A row as the list's SQL answers it. */
export interface RawPageRow {
  id: number;
  uuid: string;
  type: string;
  title: string;
  slug: string;
  sitePath: string | null;
  siteHost: string | null;
  sitePort: number | null;
  siteLocale: string | null;
  locale: string;
  live: boolean;
  expired: boolean;
  hasUnpublishedChanges: boolean;
  parentId: number | null;
  depth: number;
  childCount: number;
  firstPublishedAt: Date | null;
  lastPublishedAt: Date | null;
  updatedAt: Date | null;
  userId: number | null;
  userName: string | null;
  locked: boolean;
  lockedAt: Date | null;
  lockerId: number | null;
  lockerName: string | null;
  /** The lock keeps the acting person out. */
  held: boolean;
  /** Null when the account of who locked it is gone. */
  ownLock: boolean | null;
  /** Something is to happen to it, or could not. */
  isPlanned: boolean;
  aliasOfId: number | null;
  aliasOfTitle: string | null;
  /** The acting person made it. */
  own: boolean;
  canAdd: boolean;
  canEdit: boolean;
  canPublish: boolean;
  canDelete: boolean;
  canBulkDelete: boolean;
  canLock: boolean;
  canUnlock: boolean;
}

/** Wagtail's precedence, in the words of the editor. */
export function stateOf(
  row: Pick<RawPageRow, 'live' | 'expired' | 'hasUnpublishedChanges'>,
  plans: Plans | null,
): PageState {
  if (row.live) return row.hasUnpublishedChanges ? 'live-changed' : 'live';
  if (row.expired) return 'expired';
  return plans?.goLive && plans.goLive.failedAt === null ? 'scheduled' : 'draft';
}

function lockOf({ locked, lockerId, lockerName, lockedAt, held }: RawPageRow): PageLock | null {
  if (!locked) return null;
  const by = lockerId === null ? null : { id: lockerId, name: lockerName ?? '' };
  return { by, at: lockedAt?.toISOString() ?? null, holds: held };
}

/** A raw row in the shape of the API. */
export function pageRow(
  raw: RawPageRow,
  type: { label: string; icon: string | null },
  prefixedLocales: readonly string[],
  plans: Plans | null,
): PageRow {
  const address = addressOf(raw, prefixedLocales);
  const inTree = raw.parentId !== null;
  const own = raw.own && raw.canAdd && (!raw.live || raw.canPublish);
  const mayTake = !raw.live || raw.canPublish;
  const mayEdit = inTree && (raw.canEdit || own);
  const mayRead = mayEdit || (inTree && raw.canPublish);
  const free = inTree && !raw.held;
  const isAlias = raw.aliasOfId !== null;
  return {
    id: raw.id,
    uuid: raw.uuid,
    type: raw.type,
    typeLabel: type.label,
    icon: type.icon,
    title: raw.title,
    slug: raw.slug,
    urlPath: address?.path ?? null,
    url: address?.url ?? null,
    locale: raw.locale,
    state: stateOf(raw, plans),
    live: raw.live,
    hasUnpublishedChanges: raw.hasUnpublishedChanges,
    parentId: raw.parentId,
    depth: raw.depth,
    childCount: raw.childCount,
    firstPublishedAt: raw.firstPublishedAt?.toISOString() ?? null,
    lastPublishedAt: raw.lastPublishedAt?.toISOString() ?? null,
    updatedAt: raw.updatedAt?.toISOString() ?? null,
    updatedBy: raw.userId === null ? null : { id: raw.userId, name: raw.userName ?? '' },
    locked: raw.locked,
    lock: lockOf(raw),
    schedule: mayRead ? plans : null,
    aliasOf: raw.aliasOfId === null ? null : { id: raw.aliasOfId, title: raw.aliasOfTitle ?? '' },
    can: {
      read: mayRead,
      edit: mayEdit && free && !isAlias,
      publish: free && raw.canPublish && !isAlias,
      unpublish: free && raw.canPublish && raw.live && !isAlias,
      schedule: free && raw.canPublish && !isAlias,
      privacy: inTree && raw.canPublish,
      addChild: raw.canAdd,
      translate: mayEdit || (inTree && raw.canPublish),
      move: mayEdit && free && mayTake,
      delete: free && (raw.canDelete || own) && mayTake && (raw.childCount === 0 || raw.canBulkDelete),
      lock: inTree && raw.canLock && !raw.locked,
      unlock: inTree && raw.locked && (raw.canUnlock || raw.ownLock === true),
      copy: mayEdit,
      convertAlias: mayEdit && free && isAlias,
      reorder: raw.canPublish,
    },
  };
}

function addressOf(raw: RawPageRow, prefixedLocales: readonly string[]): PageAddress | null {
  const { sitePath, siteHost: hostname, sitePort: port, siteLocale: locale } = raw;
  if (sitePath === null || hostname === null || port === null || locale === null) return null;
  return addressBelow({ hostname, port, locale }, sitePath, prefixedLocales);
}
