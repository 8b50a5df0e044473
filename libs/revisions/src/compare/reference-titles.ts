import { Injectable } from '@nestjs/common';
import { referencesOf, type ContentNode, type EntityId, type JsonObject, type Reference } from '@pipit/content-types';
import type { Ctx } from '@pipit/kernel';
import type { TitleOf } from './value-words.js';

/** What some things of one type are called, for the acting person: what they may not see is missing. */
export type TitleSource = (ctx: Ctx, ids: readonly EntityId[], type: string) => Promise<ReadonlyMap<EntityId, string>>;

/** Knows what the things are called that content points at. Libs that own such things register a source. */
@Injectable()
export class ReferenceTitles {
  private readonly sources: { readonly answersFor: (type: string) => boolean; readonly source: TitleSource }[] = [];

  /** Makes titles of these types known; called while modules start. */
  register(answersFor: (type: string) => boolean, source: TitleSource): void {
    this.sources.push({ answersFor, source });
  }

  /** True when somebody tells what things of that type are called, and to whom. */
  tellsOf(type: string): boolean {
    return this.sources.some(({ answersFor }) => answersFor(type));
  }

  /** The titles of all that some versions of content point at: one question for each type. */
  async of(ctx: Ctx, nodes: readonly ContentNode[], versions: readonly JsonObject[]): Promise<TitleOf> {
    const wanted = new Map<string, Set<EntityId>>();
    for (const { targetType, id } of versions.flatMap((values) => referencesOf(nodes, values))) {
      wanted.set(targetType, (wanted.get(targetType) ?? new Set()).add(id));
    }
    const titles = new Map<string, string>();
    for (const [type, ids] of wanted) {
      const found = await this.sources.find(({ answersFor }) => answersFor(type))?.source(ctx, [...ids], type);
      for (const [id, title] of found ?? []) titles.set(keyOf({ targetType: type, id }), title);
    }
    return (reference) => titles.get(keyOf(reference)) ?? null;
  }
}

const keyOf = ({ targetType, id }: Reference): string => `${targetType}:${id}`;
