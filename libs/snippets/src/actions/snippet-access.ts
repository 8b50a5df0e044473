import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import type { ContentType, JsonObject } from '@pipit/content-types';
import { editConflict, type Ctx, type WriteCtx } from '@pipit/kernel';
import { RecordAccess, type RecordPermissions, titleOfRecord } from '@pipit/records';
import { Locks, TypeFields } from '@pipit/revisions';
import { lockSnippet } from '../queries/snippet-rows.js';
import { SnippetDrafts } from '../snippet-drafts.js';
import type { SnippetRow } from '../snippet-row.js';
import { SnippetTypes } from '../snippet-types.js';

/** A snippet somebody is about to change. */
export interface TakenSnippet {
  readonly type: ContentType;
  readonly row: SnippetRow;
  /** The latest values. */
  readonly draft: JsonObject;
}

/** Which snippet, and which state of it the caller saw; without a version any will do. */
export interface SnippetWish {
  readonly type: string;
  readonly id: number;
  readonly baseVersion?: number | undefined;
}

/** How actions get the snippet they work on: locked, permitted, and in the state the caller saw. */
@Injectable()
export class SnippetAccess {
  constructor(
    private readonly policy: Policy,
    private readonly records: RecordAccess,
    private readonly types: SnippetTypes,
    private readonly drafts: SnippetDrafts,
    private readonly fields: TypeFields,
    private readonly locks: Locks,
  ) {}

  /**
   * The snippet, its row locked until the commit. Refuses whom an editor's lock keeps out, and when somebody saved
   * meanwhile; then it hands over what they saved.
   */
  async take(ctx: WriteCtx, wish: SnippetWish, permission: string): Promise<TakenSnippet> {
    await this.require(ctx, this.types.require(wish.type), permission);
    const taken = await this.takeLocked(ctx, wish);
    const { type, row, draft } = taken;
    if (!type.drafts) return taken;
    await this.locks.require(
      ctx,
      await this.locks.of(ctx, { type: type.name, id: row.id }),
      titleOfRecord(type, row.id, draft),
    );
    return taken;
  }

  /** The same whoever has locked it; the caller asks for permissions. */
  async takeLocked(ctx: WriteCtx, { type: name, id, baseVersion }: SnippetWish): Promise<TakenSnippet> {
    const type = this.types.require(name);
    const row = await lockSnippet(ctx, type, id);
    const draft = await this.drafts.draftOf(ctx, type, row);
    if (baseVersion !== undefined && baseVersion !== row.version) {
      throw editConflict(`“${titleOfRecord(type, id, draft)}” was changed by somebody else meanwhile.`, [], {
        current: { version: row.version, fields: await this.fields.readable(ctx, type, draft) },
      });
    }
    return { type, row, draft };
  }

  /** Refuses callers without the permission for this type. */
  async require(ctx: Ctx, type: ContentType, permission: string): Promise<void> {
    await this.policy.require(ctx, permission, { kind: 'type', name: type.name });
  }

  /** True for callers with the permission for this type. */
  may(ctx: Ctx, type: ContentType, permission: string): Promise<boolean> {
    return this.policy.can(ctx, permission, { kind: 'type', name: type.name });
  }

  /** What the acting person may do with rows of a type. Refuses whoever may not see them. */
  async permissions(ctx: Ctx, type: ContentType): Promise<RecordPermissions> {
    const { edit, delete: remove, publish } = await this.records.requireView(ctx, type);
    return { edit, delete: remove, publish };
  }
}
