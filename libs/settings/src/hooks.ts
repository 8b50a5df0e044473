import type { ContentType, JsonObject } from '@pipit/content-types';
import { ContentHook, type WriteCtx } from '@pipit/kernel';

/** Before settings are stored. Hooks may change the values through {@link set}. */
export class BeforeSettingsSave extends ContentHook {
  constructor(
    readonly ctx: WriteCtx,
    readonly type: ContentType,
    /** Null for settings of the whole installation. */
    readonly siteId: number | null,
    private values: JsonObject,
  ) {
    super();
  }

  /** The values with all changes of hooks so far. */
  get fields(): Readonly<JsonObject> {
    return this.values;
  }

  /** Replaces one field's value. It is validated like any other. */
  set(field: string, value: JsonObject[string]): void {
    this.values = { ...this.values, [field]: value };
  }
}
