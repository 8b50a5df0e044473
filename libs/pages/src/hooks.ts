import type { RestrictionKind } from '@pipit/access';
import type { JsonObject } from '@pipit/content-types';
import { ContentHook, type WriteCtx } from '@pipit/kernel';
import type { Snapshot } from '@pipit/revisions';
import type { Page } from './page.entity.js';

/** A moment in an operation on a page. */
export abstract class PageHook extends ContentHook {
  constructor(
    readonly ctx: WriteCtx,
    readonly page: Page,
  ) {
    super();
  }
}

/** Before a draft is stored, and a new page with it. Hooks may change its values through {@link set}. */
export class BeforeSave extends PageHook {
  constructor(
    ctx: WriteCtx,
    page: Page,
    private draft: Snapshot,
  ) {
    super(ctx, page);
  }

  get fields(): Readonly<JsonObject> {
    return this.draft.fields;
  }

  /** The draft with all changes of hooks so far. */
  get snapshot(): Snapshot {
    return this.draft;
  }

  /** Replaces one declared field's value. It is validated like any other. */
  set(field: string, value: JsonObject[string]): void {
    this.draft = { ...this.draft, fields: { ...this.draft.fields, [field]: value } };
  }
}

/** Before content goes live. */
export class BeforePublish extends PageHook {
  constructor(
    ctx: WriteCtx,
    page: Page,
    readonly snapshot: Snapshot,
  ) {
    super(ctx, page);
  }
}

/** Before a page is taken offline. */
export class BeforeUnpublish extends PageHook {}
/** Before a page moves. */
export class BeforeMove extends PageHook {
  constructor(
    ctx: WriteCtx,
    page: Page,
    readonly newParent: Page,
  ) {
    super(ctx, page);
  }
}
/** Before a page is copied or mirrored below another. */
export class BeforeCopy extends PageHook {
  constructor(
    ctx: WriteCtx,
    page: Page,
    readonly newParent: Page,
    readonly how: { readonly recursive: boolean; readonly alias: boolean; readonly keepLive: boolean },
  ) {
    super(ctx, page);
  }
}
/** Before a mirror becomes a page of its own. */
export class BeforeConvertAlias extends PageHook {}
/** Before the children of `page` get another order. */
export class BeforeReorder extends PageHook {
  constructor(
    ctx: WriteCtx,
    page: Page,
    /** All children, first to last. */
    readonly childIds: readonly number[],
  ) {
    super(ctx, page);
  }
}
/** Before a page and all below it go to the trash. */
export class BeforeDelete extends PageHook {}

/**
 * Before a page is created: it has no row yet. {@link BeforeSave} follows with the page. A slug made from the title gets
 * its suffix between the two, where it is taken.
 */
export class BeforeCreate extends ContentHook {
  constructor(
    readonly ctx: WriteCtx,
    readonly parent: Page,
    /** Name of the declared type. */
    readonly type: string,
    readonly snapshot: Snapshot,
  ) {
    super();
  }
}

/** Before a page and all below it come back from the trash. */
export class BeforeRestore extends PageHook {
  constructor(
    ctx: WriteCtx,
    page: Page,
    readonly newParent: Page,
  ) {
    super(ctx, page);
  }
}

/** Before an earlier version's values become the draft. {@link BeforeSave} follows. */
export class BeforeRevert extends PageHook {
  constructor(
    ctx: WriteCtx,
    page: Page,
    readonly revisionId: number,
    readonly snapshot: Snapshot,
  ) {
    super(ctx, page);
  }
}

/** Before a version gets a name, or loses it. */
export class BeforeNameRevision extends PageHook {
  constructor(
    ctx: WriteCtx,
    page: Page,
    readonly revisionId: number,
    /** Null takes the name away. */
    readonly name: string | null,
  ) {
    super(ctx, page);
  }
}

/** Before other people may read a page. */
export class BeforePrivacyChange extends PageHook {
  constructor(
    ctx: WriteCtx,
    page: Page,
    /** Null when the page's own restriction is taken off. */
    readonly kind: RestrictionKind | null,
  ) {
    super(ctx, page);
  }
}
/** Before a page is to go live or offline at a time. */
export class BeforeSchedule extends PageHook {
  constructor(
    ctx: WriteCtx,
    page: Page,
    /** When it goes live and offline; absent for what stays as it is. */
    readonly moments: { readonly goLive?: Date; readonly expire?: Date },
    /** What is to go live. */
    readonly snapshot: Snapshot,
  ) {
    super(ctx, page);
  }
}
/** Before a page's times are called off. */
export class BeforeUnschedule extends PageHook {}
/** Before a page is locked. */
export class BeforeLock extends PageHook {}
/** Before a page's lock is taken off. */
export class BeforeUnlock extends PageHook {}
