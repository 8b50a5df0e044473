import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { changedReadOnly, currentName, type ContentType, type JsonObject } from '@pipit/content-types';
import { forbidden, type Ctx } from '@pipit/kernel';
import type { Snapshot } from '@pipit/revisions';
import type { Page } from '../page.entity.js';
import { readOnlyShared } from '../translations/errors.js';
import { SharedFields, type ClosedFields } from '../translations/shared-fields.js';
import { differingNames } from '../translations/shared-values.js';
import { PageTypes } from './page-types.js';

/** What the acting person may see and change of one page's fields. */
export interface OpenFields {
  /** Values by name, base fields first, without those the person may not see. */
  readable(snapshot: Snapshot): JsonObject;
  /** True when the person may know what the field holds, and that it changed. */
  isReadable(name: string): boolean;
  /** What a field is called today that histories may call otherwise. */
  currentName(name: string): string;
  /** Names of fields the person may not see. */
  readonly hidden: readonly string[];
  /** Names of fields the person may not change. */
  readonly closed: ReadonlySet<string>;
  /** Fields that translations share and another page owns; null for none. */
  readonly shared: ClosedFields | null;
  /** Refuses new values of fields which the person may not change. */
  requireWritable(before: Snapshot, after: Snapshot): void;
}

/** Applies the permissions of single fields, and keeps people out of those that code alone changes. */
@Injectable()
export class PageFields {
  constructor(
    private readonly policy: Policy,
    private readonly types: PageTypes,
    private readonly sharedFields: SharedFields,
  ) {}

  /** The fields of a page, or of a new one which is to stand below `path`. */
  async of(ctx: Ctx, page: Page | Pick<Page, 'type' | 'path'>): Promise<OpenFields> {
    const type = this.types.of(page);
    const named = type.fields.map(({ name, options }) => ({ name, permission: options.permission }));
    const mask = await this.policy.fieldMask(ctx, type.name, named, { kind: 'page', path: page.path });
    const shared = 'id' in page ? await this.sharedFields.closedIn(ctx, page) : null;
    const byCode = ctx.actor.kind === 'system' ? new Set<string>() : readOnlyFields(type);
    const closed = new Set(
      named
        .map(({ name }) => name)
        .filter((name) => !mask.writable.has(name) || byCode.has(name) || shared?.names.includes(name)),
    );
    const hidden = new Set(named.map(({ name }) => name).filter((name) => !mask.readable.has(name)));
    // Values of fields nobody declares any more are shown to whoever may see everything, and to nobody else.
    const isOpen = (name: string): boolean => (hidden.size === 0 ? true : mask.readable.has(name));
    return {
      closed,
      hidden: [...hidden],
      shared,
      isReadable: (name) => !hidden.has(name),
      currentName: (name) => currentName(type.fields, name),
      readable: ({ base, fields }) => ({
        ...base,
        ...Object.fromEntries(Object.entries(fields).filter(([name]) => isOpen(name))),
      }),
      requireWritable: (before, after) => {
        if (shared) requireUnshared(type, shared, before, after);
        const differs = (name: string): boolean =>
          !isDeepStrictEqual(before.fields[name] ?? null, after.fields[name] ?? null);
        const refused = [...closed].filter(differs);
        if (refused.length > 0) throw closedFields(type, refused);
        if (ctx.actor.kind === 'system') return;
        const inside = changedReadOnly(type.fields, before.fields, after.fields);
        if (inside.length > 0) throw closedInside(type, inside);
      },
    };
  }
}

function requireUnshared(type: ContentType, { source }: ClosedFields, before: Snapshot, after: Snapshot): void {
  const refused = differingNames(type, before, after);
  if (refused.length === 0) return;
  const message = 'Translations share this value.';
  throw readOnlyShared(
    `${refused.join(', ')} ${refused.length === 1 ? 'is' : 'are'} the same in all languages and edited in “${source.draftTitle}”.`,
    refused.map((name) => ({ path: `/fields/${name}`, code: 'read_only_shared', message })),
    { source: { id: source.id } },
  );
}

function readOnlyFields(type: ContentType): Set<string> {
  return new Set(type.fields.filter(({ options }) => options.readOnly).map(({ name }) => name));
}

/** Values of blocks, structs and rows that code alone changes; `pointers` begin at the fields. */
function closedInside(type: ContentType, pointers: readonly string[]) {
  return forbidden(
    `Some values inside this ${type.label} are changed by code alone.`,
    pointers.map((path) => ({ path: `/fields${path}`, code: 'not_writable', message: 'You may not change this.' })),
  );
}

function closedFields(type: ContentType, names: readonly string[]) {
  return forbidden(
    `You may not change ${names.join(', ')} of a ${type.label}.`,
    names.map((name) => ({ path: `/fields/${name}`, code: 'not_writable', message: 'You may not change this.' })),
  );
}
