import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Policy, type FieldMask } from '@pipit/access';
import type { ToldFields } from '@pipit/audit';
import { changedReadOnly, currentName, type ContentType, type JsonObject } from '@pipit/content-types';
import { forbidden, type Ctx } from '@pipit/kernel';

/**
 * Applies the permissions of single fields where those are granted by type (snippets, settings), and keeps people out
 * of fields that code alone changes.
 */
@Injectable()
export class TypeFields {
  constructor(private readonly policy: Policy) {}

  /** The values the acting person may see. */
  async readable(ctx: Ctx, type: ContentType, values: JsonObject): Promise<JsonObject> {
    const { readable } = await this.mask(ctx, type);
    return Object.fromEntries(Object.entries(values).filter(([name]) => readable.has(name)));
  }

  /** Refuses new values of fields the acting person may not change. */
  async requireWritable(ctx: Ctx, type: ContentType, before: JsonObject, after: JsonObject): Promise<void> {
    const closed = await this.closed(ctx, type);
    const refused = [...closed].filter((name) => !isDeepStrictEqual(before[name] ?? null, after[name] ?? null));
    if (refused.length > 0) {
      throw forbidden(
        `You may not change ${refused.join(', ')} of a ${type.label}.`,
        refused.map((name) => notWritable(`/fields/${name}`)),
      );
    }
    if (ctx.actor.kind === 'system') return;
    const inside = changedReadOnly(type.fields, before, after).map((path) => notWritable(`/fields${path}`));
    if (inside.length > 0) throw forbidden(`Some values inside this ${type.label} are changed by code alone.`, inside);
  }

  /** What histories may tell the acting person of fields: whether they may know of one, and what it is called today. */
  async told(ctx: Ctx, type: ContentType): Promise<ToldFields> {
    const { readable } = await this.mask(ctx, type);
    const hidden = new Set(type.fields.map(({ name }) => name).filter((name) => !readable.has(name)));
    return { isReadable: (name) => !hidden.has(name), currentName: (name) => currentName(type.fields, name) };
  }

  /** Names of the fields the acting person may not change. */
  async closed(ctx: Ctx, type: ContentType): Promise<ReadonlySet<string>> {
    const { writable } = await this.mask(ctx, type);
    const byCode = ctx.actor.kind === 'system';
    const closed = type.fields.filter(({ name, options }) => !writable.has(name) || (options.readOnly && !byCode));
    return new Set(closed.map(({ name }) => name));
  }

  /** The fields the acting person may see and change. */
  mask(ctx: Ctx, type: ContentType): Promise<FieldMask> {
    const named = type.fields.map(({ name, options }) => ({ name, permission: options.permission }));
    return this.policy.fieldMask(ctx, type.name, named, { kind: 'type', name: type.name });
  }
}

function notWritable(path: string) {
  return { path, code: 'not_writable', message: 'You may not change this.' };
}
