import type { ContentNode, Json, Reference, Representer } from '@pipit/content-types';
import { lookUp, type Lookup } from './lookups.js';
import type { ApiRequest } from './api-request.js';

/**
 * Represents values of one declared field by their kinds. Kinds answer at once, so what they ask for is found out by
 * a first pass with empty answers, loaded for all rows together, and given in the second.
 */
export async function representAll(node: ContentNode, values: readonly Json[], request: ApiRequest): Promise<Json[]> {
  const asked = new Questions();
  for (const value of values) asked.child(node, value);
  if (asked.isEmpty) return values.map((value) => asked.child(node, value));
  const answers = await lookUp(asked.references, asked.lookups, request);
  const representer = new Answers(answers);
  return values.map((value) => representer.child(node, value));
}

function representValue(node: ContentNode, value: Json, representer: Representer): Json {
  if (value === null) return node.kind.represent?.(value, node.options, representer) ?? null;
  return node.kind.represent ? node.kind.represent(value, node.options, representer) : value;
}

class Questions implements Representer {
  readonly references: Reference[] = [];
  readonly lookups: Lookup[] = [];

  get isEmpty(): boolean {
    return this.references.length === 0 && this.lookups.length === 0;
  }

  child(node: ContentNode, value: Json): Json {
    return representValue(node, value, this);
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

class Answers implements Representer {
  constructor(private readonly answers: Awaited<ReturnType<typeof lookUp>>) {}

  child(node: ContentNode, value: Json): Json {
    return representValue(node, value, this);
  }

  exists(reference: Reference): boolean {
    return this.answers.exists(reference);
  }

  lookup(provider: string, id: number, argument?: string): Json {
    return this.answers.value({ provider, id, argument });
  }
}
