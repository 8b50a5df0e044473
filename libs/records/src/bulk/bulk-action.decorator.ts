import { SetMetadata } from '@nestjs/common';
import type { ContentType, JsonObject } from '@pipit/content-types';
import type { WriteCtx } from '@pipit/kernel';
import type { RecordId } from '../record-source.js';

export const BULK_ACTION = 'pipit:bulk-action';

/** A row a bulk action is performed on. */
export interface BulkTarget {
  readonly type: ContentType;
  readonly id: RecordId;
}

/** What a bulk action says about itself. */
export interface BulkActionOptions {
  /** Lower case, unique: what requests call it. */
  readonly name: string;
  /** What people see. */
  readonly label: string;
  /** The editor asks once more before it is performed. */
  readonly danger?: boolean;
  /** Names of the types it is offered for; default all with rows of their own. */
  readonly types?: readonly string[];
  /** Permission it takes, granted by type; default that of editing rows. */
  readonly permission?: string;
}

/** A method that performs a bulk action on one row, inside its transaction. */
export type BulkMethod = (ctx: WriteCtx, target: BulkTarget, args: JsonObject) => Promise<void> | void;

/**
 * Offers a method of a provider as an action on many rows of a list. It is called for each row in a transaction of the
 * row's own, after the permission was checked; throwing a problem refuses that row alone. Each row leaves an audit
 * entry `record.<name>`.
 */
export function BulkAction(options: BulkActionOptions) {
  return <M extends BulkMethod>(target: object, key: string, descriptor: TypedPropertyDescriptor<M>): void => {
    SetMetadata(BULK_ACTION, options)(target, key, descriptor as PropertyDescriptor);
  };
}
