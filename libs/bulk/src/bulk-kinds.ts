import { Injectable } from '@nestjs/common';
import type { JsonObject } from '@pipit/content-types';
import { badRequest, type Ctx, type WriteCtx } from '@pipit/kernel';

/** One of many things. */
export interface BulkSubject {
  readonly id: string;
  /** What people call it. */
  readonly title: string;
}

/** Which things are meant: by their ids, or all that match a query of their list. */
export type BulkSelection =
  | { readonly ids: readonly string[]; readonly query?: undefined }
  | { readonly query: JsonObject; readonly ids?: undefined };

/** What can be done to many things. */
export interface BulkKind {
  /** Unique: `<subject>.<verb>`, e.g. `page.publish`. */
  readonly name: string;
  /** What people see: “Publish pages”. */
  readonly label: string;
  /** The arguments as they are kept, checked before anything is done; throws a problem with paths below `/arguments`. */
  prepare(ctx: Ctx, given: JsonObject): Promise<JsonObject> | JsonObject;
  /**
   * The things in the order they are to be done, as far as the asker may see them; at most `limit`. Throws a problem with
   * paths below `/query` for a query it does not know.
   */
  select(ctx: Ctx, selection: BulkSelection, args: JsonObject, limit: number): Promise<readonly BulkSubject[]>;
  /** Does it to one thing, through an action: throwing a problem refuses that thing alone. */
  perform(ctx: WriteCtx, id: string, args: JsonObject): Promise<unknown>;
}

/** What can be done to many things, as libs registered it. */
@Injectable()
export class BulkKinds {
  private readonly byName = new Map<string, BulkKind>();

  /** Makes a kind known; called while modules start. */
  register(kind: BulkKind): void {
    if (this.byName.has(kind.name)) throw new Error(`The bulk operation "${kind.name}" is registered twice.`);
    this.byName.set(kind.name, kind);
  }

  /** The kind of that name. */
  require(name: string): BulkKind {
    const kind = this.byName.get(name);
    if (kind) return kind;
    const known = [...this.byName.keys()].sort().join(', ');
    const message = `There is no operation “${name.slice(0, 100)}”. Known: ${known}.`;
    throw badRequest(message, [{ path: '/kind', code: 'unknown', message }]);
  }

  /** The same without a complaint: operations may outlive the code that knew them. */
  find(name: string): BulkKind | null {
    return this.byName.get(name) ?? null;
  }
}
