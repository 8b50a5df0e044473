import type { ContentType, JsonObject } from '@pipit/content-types';
import { ContentHook, SavingHook, type WriteCtx } from '@pipit/kernel';

/** Which snippet an operation is about. */
export interface SnippetSubject {
  readonly type: ContentType;
  readonly id: number;
}

/** A moment in an operation on a snippet. */
abstract class SnippetHook extends ContentHook {
  constructor(
    readonly ctx: WriteCtx,
    readonly snippet: SnippetSubject,
  ) {
    super();
  }
}

/** Before new values are stored. Hooks may change them through {@link set}. */
export class BeforeSnippetSave extends SavingHook<JsonObject> {
  constructor(
    readonly ctx: WriteCtx,
    readonly snippet: SnippetSubject,
    values: JsonObject,
  ) {
    super(values);
  }
}

/** Before values go live; for types without drafts that is each time they are saved. */
export class BeforeSnippetPublish extends SnippetHook {
  constructor(
    ctx: WriteCtx,
    snippet: SnippetSubject,
    readonly fields: Readonly<JsonObject>,
  ) {
    super(ctx, snippet);
  }
}

/** Before a snippet is to go live or offline at a time. */
export class BeforeSnippetSchedule extends SnippetHook {
  constructor(
    ctx: WriteCtx,
    snippet: SnippetSubject,
    /** When it goes live and offline; absent for what stays as it is. */
    readonly moments: { readonly goLive?: Date; readonly expire?: Date },
    /** What is to go live. */
    readonly fields: Readonly<JsonObject>,
  ) {
    super(ctx, snippet);
  }
}
/** Before a snippet's times are called off. */
export class BeforeSnippetUnschedule extends SnippetHook {}
/** Before a snippet is locked. */
export class BeforeSnippetLock extends SnippetHook {}
/** Before a snippet's lock is taken off. */
export class BeforeSnippetUnlock extends SnippetHook {}
/** Before a snippet is hidden from readers. */
export class BeforeSnippetUnpublish extends SnippetHook {}
/** Before a snippet is gone for good. */
export class BeforeSnippetDelete extends SnippetHook {}
/** Before an earlier version's values become the draft. {@link BeforeSnippetSave} follows. */
export class BeforeSnippetRevert extends SnippetHook {
  constructor(
    ctx: WriteCtx,
    snippet: SnippetSubject,
    readonly revisionId: number,
    readonly fields: Readonly<JsonObject>,
  ) {
    super(ctx, snippet);
  }
}

/** Before a version gets a name, or loses it. */
export class BeforeSnippetNameRevision extends SnippetHook {
  constructor(
    ctx: WriteCtx,
    snippet: SnippetSubject,
    readonly revisionId: number,
    /** Null takes the name away. */
    readonly name: string | null,
  ) {
    super(ctx, snippet);
  }
}

/** Before a snippet is created; its row is not there yet. {@link BeforeSnippetSave} follows. */
export class BeforeSnippetCreate extends SnippetHook {
  constructor(
    ctx: WriteCtx,
    snippet: SnippetSubject,
    readonly fields: Readonly<JsonObject>,
  ) {
    super(ctx, snippet);
  }
}
