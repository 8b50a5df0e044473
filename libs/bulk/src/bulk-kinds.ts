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

/** Finds kinds of which there are several for each of many types; null for a name that is none of theirs. */
export type BulkKindFamily = (name: string) => BulkKind | null;

/** What can be done to many things, as libs registered it. */
@Injectable()
export class BulkKinds {
  private readonly byName = new Map<string, BulkKind>();
  private readonly families: BulkKindFamily[] = [];

  /** Makes a kind known; called while modules start. */
  register(kind: BulkKind): void {
    if (this.byName.has(kind.name)) throw new Error(`The bulk operation "${kind.name}" is registered twice.`);
    this.byName.set(kind.name, kind);
  }

  /** Makes a family of kinds known; called while modules start. */
  registerFamily(family: BulkKindFamily): void {
    this.families.push(family);
  }

  /** The kind of that name. */
  require(name: string): BulkKind {
    const kind = this.find(name);
    if (kind) return kind;
    const known = [...this.byName.keys()].sort().join(', ');
    const message = `There is no operation “${name.slice(0, 100)}”. Known are: ${known}, and \`<type>.<action>\` for the actions a type’s list offers.`;
    throw badRequest(message, [{ path: '/kind', code: 'unknown', message }]);
  }

  /** The same without a complaint: operations may outlive the code that knew them. */
  find(name: string): BulkKind | null {
    const kind = this.byName.get(name);
    if (kind) return kind;
    for (const family of this.families) {
      const found = family(name);
      if (found) return found;
    }
    return null;
  }
}
