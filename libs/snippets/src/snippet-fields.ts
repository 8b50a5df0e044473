import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import type { ContentType, JsonObject } from '@pipit/content-types';
import { forbidden, type Ctx } from '@pipit/kernel';

/** Applies the permissions of single fields of snippets, and keeps people out of those that code alone changes. */
@Injectable()
export class SnippetFields {
  constructor(private readonly policy: Policy) {}

  /** The values the acting person may see. */
  async readable(ctx: Ctx, type: ContentType, values: JsonObject): Promise<JsonObject> {
    const { readable } = await this.maskOf(ctx, type);
    return Object.fromEntries(Object.entries(values).filter(([name]) => readable.has(name)));
  }

  /** Refuses new values of fields the acting person may not change. */
  async requireWritable(ctx: Ctx, type: ContentType, before: JsonObject, after: JsonObject): Promise<void> {
    const { writable } = await this.maskOf(ctx, type);
    const refused = type.fields
      .filter(({ name, options }) => !writable.has(name) || (options.readOnly && ctx.actor.kind !== 'system'))
      .filter(({ name }) => !isDeepStrictEqual(before[name] ?? null, after[name] ?? null))
      .map(({ name }) => name);
    if (refused.length === 0) return;
    throw forbidden(
      `You may not change ${refused.join(', ')} of a ${type.label}.`,
      refused.map((name) => ({ path: `/fields/${name}`, code: 'not_writable', message: 'You may not change this.' })),
    );
  }

  private maskOf(ctx: Ctx, type: ContentType) {
    const named = type.fields.map(({ name, options }) => ({ name, permission: options.permission }));
    return this.policy.fieldMask(ctx, type.name, named, { kind: 'type', name: type.name });
  }
}
