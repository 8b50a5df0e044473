import { HookPoint, type WriteCtx } from '@pipit/kernel';
import type { LocaleValues } from './locale-rules.js';
import type { Locale } from './locale.entity.js';

/** Before a language of content is added. */
export class BeforeLocaleAdd extends HookPoint {
  constructor(
    readonly ctx: WriteCtx,
    readonly values: LocaleValues,
  ) {
    super();
  }
}

/** Before a language gets another name, code or fallback, or becomes the default. */
export class BeforeLocaleEdit extends HookPoint {
  constructor(
    readonly ctx: WriteCtx,
    readonly locale: Locale,
    readonly changes: LocaleValues,
  ) {
    super();
  }
}

/** Before a language is removed. Whoever keeps content in it refuses; its row is locked, so no more can come. */
export class BeforeLocaleDelete extends HookPoint {
  constructor(
    readonly ctx: WriteCtx,
    readonly locale: Locale,
    /** The default language, for rows that need one and are nobody's content. */
    readonly heir: Locale,
  ) {
    super();
  }
}
