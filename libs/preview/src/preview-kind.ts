import type { JsonObject } from '@pipit/content-types';
import type { Ctx, WriteCtx } from '@pipit/kernel';
import type { PreviewClaims } from './tokens/preview-claims.js';
import type { PreviewSource } from './subject.js';

/** Which values somebody wants to look at. */
export interface PreviewWish {
  readonly mode?: string | undefined;
  readonly source: PreviewSource;
  readonly revisionId?: number | undefined;
  /** Of the source `posted`: changed fields by name; others as in the latest draft. */
  readonly fields?: JsonObject | undefined;
}

/** A draft that is ready to be shown. */
export interface ReadyDraft {
  /** Another one for other values. */
  readonly version: string;
  /** Makes the draft what readers see, in a transaction that is taken back. */
  readonly stage: (ctx: WriteCtx) => Promise<void>;
}

/** One category of things that can be looked at. */
export interface PreviewKind {
  /** Asks whether the person behind `ctx` may look at it, with the rights they have now, and finds its values. */
  ready(ctx: Ctx, claims: PreviewClaims): Promise<ReadyDraft>;
}
