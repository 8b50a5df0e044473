import type { ContentType, JsonObject } from '@pipit/content-types';
import { ContentHook, SavingHook, type WriteCtx } from '@pipit/kernel';

/** Which row of a managed entity an operation is about. */
export interface ModelRowSubject {
  readonly type: ContentType;
  /** Null while the row is being created. */
  readonly id: number | string | null;
}

/** A moment in an operation on a row. */
abstract class ModelRowHook extends ContentHook {
  constructor(
    readonly ctx: WriteCtx,
    readonly row: ModelRowSubject,
  ) {
    super();
  }
}

/** Before the values of a new or changed row are stored. Hooks may change them through {@link set}. */
export class BeforeModelRowSave extends SavingHook<JsonObject> {
  constructor(
    readonly ctx: WriteCtx,
    readonly row: ModelRowSubject,
    values: JsonObject,
    /** The values as they are stored; null for a new row. */
    readonly before: Readonly<JsonObject> | null,
  ) {
    super(values);
  }
}

/** Before a row is gone for good. */
export class BeforeModelRowDelete extends ModelRowHook {}
