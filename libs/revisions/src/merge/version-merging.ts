import { Injectable } from '@nestjs/common';
import { mergeValues, type ContentType, type JsonObject } from '@pipit/content-types';
import { editConflict, type Ctx } from '@pipit/kernel';
import { TypeFields } from '../content/type-fields.js';
import { changedValues } from '../content/type-values.js';
import { baseRevisionGone } from '../errors.js';
import type { RevisionAuthor } from '../revisions.js';
import { EditMerging, type Resolution } from './edit-merging.js';

/** Changed fields of something that counts versions, and what their author started from and decided. */
export interface VersionedEdit {
  /** Without one any will do. */
  readonly baseVersion?: number | undefined;
  /** Values the author started from, of the fields that changed: without them nothing can be joined. */
  readonly baseFields?: JsonObject | undefined;
  readonly fields: JsonObject;
  readonly resolve?: Resolution | undefined;
}

/** The newest state, and what a refusal calls it. */
export interface NewestState {
  readonly version: number;
  readonly fields: JsonObject;
  readonly title: string;
  /** What the author started from, where that is known not to be the newest; null when it is not kept any more. */
  readonly base?: JsonObject | null;
  /** What others saved is about to be published unseen. */
  readonly isUnseen?: boolean;
}

/** What came from others when an edit was joined with theirs. */
export interface MergedWork {
  /** Who saved meanwhile, the latest first; empty where that is not known. */
  readonly by: readonly RevisionAuthor[];
  /** Pointers to what they changed. */
  readonly paths: readonly string[];
}

/** Values with somebody's changes in them. */
export interface EditedValues {
  readonly values: JsonObject;
  /** Pointers to what came from others. */
  readonly paths: readonly string[];
}

/**
 * Puts changes into the newest values of whatever counts versions: snippets, rows, settings. Those that began with an
 * older version are joined with what others saved since, and refused with both versions where they overlap.
 */
@Injectable()
export class VersionMerging {
  constructor(
    private readonly merging: EditMerging,
    private readonly fields: TypeFields,
  ) {}

  async join(ctx: Ctx, type: ContentType, newest: NewestState, edit: VersionedEdit): Promise<EditedValues> {
    const isCurrent = edit.baseVersion === undefined || edit.baseVersion === newest.version;
    if (newest.base === undefined && isCurrent) {
      return { values: changedValues(type, newest.fields, edit.fields), paths: [] };
    }
    const current = { version: newest.version, fields: await this.fields.readable(ctx, type, newest.fields) };
    const base = newest.base === undefined ? toldBase(type, newest.fields, edit) : newest.base;
    const detail = `“${newest.title}” was changed by somebody else meanwhile.`;
    if (base === undefined) throw editConflict(detail, [], { current });
    if (base === null)
      throw baseRevisionGone(`${detail} What these changes began with is not kept any more.`, [], { current });
    const mine = changedValues(type, base, edit.fields);
    // Before anything is said about what others did to fields this person may not even see.
    await this.fields.requireWritable(ctx, type, base, mine);
    const isSeen = edit.resolve?.against === newest.version;
    return this.merging.join(ctx, {
      nodes: type.fields,
      base,
      theirs: newest.fields,
      mine,
      choices: isSeen && edit.resolve ? edit.resolve.choices : {},
      isUnseen: newest.isUnseen === true && !isSeen,
      isReadable: (await this.fields.told(ctx, type)).isReadable,
      refusal: async () => ({ detail, current, base: { fields: await this.fields.readable(ctx, type, base) } }),
    });
  }
}

/** What was not changed counts as having been what it is now; undefined when something changed is not told of. */
function toldBase(
  type: ContentType,
  newest: JsonObject,
  { baseFields, fields }: VersionedEdit,
): JsonObject | undefined {
  if (!baseFields || Object.keys(fields).some((name) => !Object.hasOwn(baseFields, name))) return undefined;
  return { ...newest, ...mergeValues(type.fields, newest, baseFields) };
}
