import { HookPoint, type WriteCtx } from '@pipit/kernel';
import type { RedirectValues } from './redirect-values.js';
import type { Redirect } from './redirect.entity.js';

/** Before a redirect is stored, new or changed. */
export class BeforeRedirectSave extends HookPoint {
  constructor(
    readonly ctx: WriteCtx,
    readonly values: RedirectValues,
    /** As it was; null for a new one. */
    readonly redirect: Redirect | null,
  ) {
    super();
  }
}

/** Before a redirect is deleted. */
export class BeforeRedirectDelete extends HookPoint {
  constructor(
    readonly ctx: WriteCtx,
    readonly redirect: Redirect,
  ) {
    super();
  }
}
