import type { Grant, ImportedPage, ImportedRow, ImportFileInput, ImportImageInput, Snapshot } from '@pipit/cms';

/** Everything an import is going to write, worked out and checked before the first statement. */
export interface ImportPlan {
  readonly locales: readonly { readonly id: number; readonly code: string; readonly isDefault: boolean }[];
  readonly users: readonly PlannedUser[];
  readonly groups: readonly { readonly id: number; readonly name: string; readonly grants: readonly Grant[] }[];
  /** Groups by name. */
  readonly memberships: readonly { readonly userId: number; readonly group: string }[];
  readonly collections: readonly PlannedCollection[];
  readonly images: readonly ImportImageInput[];
  readonly documents: readonly ImportFileInput[];
  readonly tags: readonly { readonly id: number; readonly name: string; readonly slug: string }[];
  readonly imageTags: readonly Link[];
  readonly documentTags: readonly Link[];
  readonly revisions: readonly PlannedRevision[];
  readonly root: PlannedRoot | null;
  readonly pages: readonly ImportedPage[];
  /** Contents of pages, snippets and child items by class. */
  readonly contents: readonly PlannedContent[];
  readonly sites: readonly PlannedSite[];
  readonly restrictions: readonly PlannedRestriction[];
  readonly redirects: readonly PlannedRedirect[];
}

/** An owner's and a target's id. */
export type Link = readonly [owner: number, target: number];

/** An account, which cannot be used before it is given a password. */
export interface PlannedUser {
  readonly id: number;
  readonly email: string;
  /** Null: an account without an address of its own, which cannot sign in. */
  readonly emailKey: string | null;
  readonly name: string;
  readonly isAdministrator: boolean;
  readonly isActive: boolean;
  readonly lastLoginAt: string | null;
  readonly createdAt: string;
}

/** A collection; the root is the one without a parent. Parents come first. */
export interface PlannedCollection {
  readonly id: number;
  readonly parentId: number | null;
  readonly name: string;
}

/** A revision in our snapshot format. */
export interface PlannedRevision {
  readonly id: number;
  readonly subjectType: string;
  readonly subjectId: number;
  readonly contentType: string;
  readonly createdAt: string;
  readonly userId: number | null;
  readonly label: string;
  readonly approvedGoLiveAt: string | null;
  readonly snapshot: Snapshot;
}

/** What the export says of the tree's root, which exists already. */
export interface PlannedRoot {
  readonly title: string;
  readonly localeId: number;
  readonly translationKey: string;
}

/** Rows of one declared class. */
export interface PlannedContent {
  readonly target: object;
  readonly rows: readonly ImportedRow[];
  /** What the reference index files them under; null for child items, which belong to their owner. */
  readonly referencesAs: string | null;
}

/** A site. */
export interface PlannedSite {
  readonly id: number;
  readonly hostname: string;
  readonly port: number;
  readonly name: string;
  readonly rootPageId: number;
  readonly isDefault: boolean;
}

/** A restriction of who may read. The password is hashed on the way in. */
export interface PlannedRestriction {
  readonly kind: 'page' | 'collection';
  readonly targetId: number;
  readonly restriction: 'login' | 'groups' | 'password';
  readonly password: string | null;
  /** By name. */
  readonly groups: readonly string[];
}

/** A redirect made by hand, or derived by the other system. */
export interface PlannedRedirect {
  readonly id: number;
  readonly oldPath: string;
  readonly siteId: number | null;
  readonly pageId: number | null;
  readonly pageRoutePath: string;
  readonly link: string;
  readonly isPermanent: boolean;
  readonly automaticallyCreated: boolean;
  readonly createdAt: string | null;
}
