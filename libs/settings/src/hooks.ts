import type { ContentType, JsonObject } from '@pipit/content-types';
import { SavingHook, type WriteCtx } from '@pipit/kernel';

/** Before settings are stored. Hooks may change the values through {@link set}. */
export class BeforeSettingsSave extends SavingHook<JsonObject> {
  constructor(
    readonly ctx: WriteCtx,
    readonly type: ContentType,
    /** Null for settings of the whole installation. */
    readonly siteId: number | null,
    values: JsonObject,
  ) {
    super(values);
  }
}
