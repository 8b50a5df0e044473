import {
  isShown,
  type ContentNode,
  type Json,
  type Reference,
  type Representer,
  type RichTextFormat,
  type Scope,
  type Siblings,
} from '@pipit/content-types';
import { lookUp, type Lookup } from './lookups.js';
import type { ApiRequest } from './api-request.js';

/**
 * Represents values of one declared field by their kinds. Kinds answer at once, so what they ask for is found out by
 * a first pass with empty answers, loaded for all rows together, and given in the second. `scopes` are the values
 * beside each one, where conditions inside look at them.
 */
export async function representAll(
  node: ContentNode,
  values: readonly Json[],
  request: ApiRequest,
  scopes: readonly (Scope | null)[] = [],
): Promise<Json[]> {
  const represent = (pass: Pass): Json[] =>
    values.map((value, index) => pass.represent(node, value, scopes[index] ?? null));
  const { richText } = request.presentation;
  const asked = new Questions(richText);
  const first = represent(asked);
  if (asked.isEmpty) return first;
  return represent(new Answers(richText, await lookUp(asked.references, asked.lookups, request)));
}

function representValue(node: ContentNode, value: Json, representer: Representer): Json {
  if (value === null) return node.kind.represent?.(value, node.options, representer) ?? null;
  return node.kind.represent ? node.kind.represent(value, node.options, representer) : value;
}

/** One walk over values, which knows what stands around each and leaves out what the form does not show. */
abstract class Pass implements Representer {
  private scope: Scope | null = null;

  constructor(readonly richText: RichTextFormat | null) {}

  represent(node: ContentNode, value: Json, scope: Scope | null): Json {
    this.scope = scope;
    return representValue(node, value, this);
  }

  child(node: ContentNode, value: Json, among?: Siblings): Json {
    const outer = this.scope;
    if (among) this.scope = { ...among, outer };
    const shown = isShown(node, this.scope) ? value : node.kind.emptyValue(node.options);
    const represented = representValue(node, shown, this);
    this.scope = outer;
    return represented;
  }

  abstract exists(reference: Reference): boolean;
  abstract lookup(provider: string, id: number, argument?: string): Json;
}

class Questions extends Pass {
  readonly references: Reference[] = [];
  readonly lookups: Lookup[] = [];

  get isEmpty(): boolean {
    return this.references.length === 0 && this.lookups.length === 0;
  }

  exists(reference: Reference): boolean {
    this.references.push(reference);
    return true;
  }

  lookup(provider: string, id: number, argument?: string): Json {
    this.lookups.push({ provider, id, argument });
    return null;
  }
}

class Answers extends Pass {
  constructor(
    richText: RichTextFormat | null,
    private readonly answers: Awaited<ReturnType<typeof lookUp>>,
  ) {
    super(richText);
  }

  exists(reference: Reference): boolean {
    return this.answers.exists(reference);
  }

  lookup(provider: string, id: number, argument?: string): Json {
    return this.answers.value({ provider, id, argument });
  }
}
