import { Injectable } from '@nestjs/common';
import { pointer, type ContentNode, type JsonObject } from '@pipit/content-types';
import { editConflict, type Ctx } from '@pipit/kernel';
import { bothOf } from './both.js';
import { Comparison } from '../compare/differences.js';
import { ReferenceTitles } from '../compare/reference-titles.js';
import { mergeFields, nameOf, type Choices, type FieldVersions } from './merge-fields.js';
import type { Overlap, Place } from './merge-values.js';

/** What somebody decided about two versions they were shown. */
export interface Resolution {
  /** The newest version they were shown: its revision, or its version where there are no revisions. */
  readonly against: number;
  /** Whose value counts, by the `place` of a conflict. */
  readonly choices: Choices;
}

/** An edit that began with an older state than the present one. */
export interface StaleEdit extends FieldVersions {
  readonly nodes: readonly ContentNode[];
  readonly choices: Choices;
  /** What else was changed is about to be published, and the author has not seen it. */
  readonly isUnseen: boolean;
  /** Whether the author may know of a field. */
  readonly isReadable: (name: string) => boolean;
  /** What a refusal tells of the present state, and of what both began with. */
  readonly refusal: () => Promise<{ readonly detail: string; readonly current: object; readonly base: object }>;
}

/** What both sides changed, joined. */
export interface JoinedEdit {
  readonly values: JsonObject;
  /** Pointers to what the other side changed, as far as the author may know of it. */
  readonly paths: string[];
}

/** Joins edits of what somebody else changed meanwhile, or refuses them with both versions. */
@Injectable()
export class EditMerging {
  constructor(private readonly titles: ReferenceTitles) {}

  async join(ctx: Ctx, edit: StaleEdit): Promise<JoinedEdit> {
    const { values, overlaps, taken } = mergeFields(edit.nodes, edit, edit.choices);
    const told = taken.filter(({ ids: [name] }) => edit.isReadable(String(name)));
    if (overlaps.length > 0 || (edit.isUnseen && told.length > 0)) throw await this.conflict(ctx, edit, overlaps, told);
    return { values, paths: pathsOf(told) };
  }

  private async conflict(ctx: Ctx, edit: StaleEdit, overlaps: readonly Overlap[], taken: readonly Place[]) {
    const { detail, ...told } = await edit.refusal();
    const titleOf = await this.titles.of(ctx, edit.nodes, [edit.base, edit.theirs, edit.mine]);
    const comparison = new Comparison(titleOf);
    return editConflict(detail, [], {
      ...told,
      paths: pathsOf(overlaps.map(({ place }) => place)),
      conflicts: overlaps.map((overlap) => conflictOf(overlap, comparison)),
      joined: pathsOf(taken),
    });
  }
}

/** One overlap as a refusal tells it: what each side made of what both began with. */
function conflictOf(overlap: Overlap, comparison: Comparison) {
  const { place, node, isOrder, base, theirs, mine } = overlap;
  return {
    path: pointer(place.path),
    place: nameOf(place),
    isOrder,
    isRemoved: { mine: mine === undefined, theirs: theirs === undefined },
    mine: isOrder ? null : comparison.difference(node, base, mine),
    theirs: isOrder ? null : comparison.difference(node, base, theirs),
    both: bothOf(overlap),
  };
}

function pathsOf(places: readonly Place[]): string[] {
  return [...new Set(places.map(({ path }) => pointer(path)))];
}
