import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import {
  ContentTypes,
  allInnerNodes,
  collectUnknownParts,
  type ContentType,
  type FieldDeclaration,
  type PlacedUnknownPart,
} from '@pipit/content-types';
import { badRequest, type Ctx } from '@pipit/kernel';
import { SubjectBatches, type Subject } from './subject-batches.js';

/** A part of a page or snippet that nobody declares any more. */
export interface UnknownBlock extends PlacedUnknownPart {
  /** `page`, or the snippet's type. */
  readonly subjectType: string;
  readonly subjectId: number;
  readonly title: string;
  readonly contentType: string;
  readonly field: string;
  readonly version: 'live' | 'draft';
}

/** Some of what was found, and where the next part begins; null at the end. */
export interface UnknownBlockPage {
  readonly items: readonly UnknownBlock[];
  readonly next: string | null;
}

/** Where a search stands: behind that row of that type. */
interface Position {
  readonly type: string;
  readonly id: number;
}

/** Subjects read at once, and portions read for one answer at most, so that no request searches a large site whole. */
const BATCH = 200;
const BATCHES_PER_ANSWER = 20;

/** Finds blocks of types that are gone, and members and columns that were dropped. */
@Injectable()
export class UnknownBlocks {
  constructor(
    private readonly types: ContentTypes,
    private readonly subjects: SubjectBatches,
    private readonly policy: Policy,
  ) {}

  /** A part of the report. Whole subjects are told, so there may be a few more than asked for. */
  async page(ctx: Ctx, { limit, from }: { limit: number; from?: string }): Promise<UnknownBlockPage> {
    const items: UnknownBlock[] = [];
    let batches = 0;
    for await (const { found, position } of this.scan(ctx, from === undefined ? null : this.positionOf(from))) {
      items.push(...found);
      batches += 1;
      if (items.length >= limit || batches >= BATCHES_PER_ANSWER)
        return { items, next: `${position.type}:${position.id}` };
    }
    return { items, next: null };
  }

  /** The whole report, portion by portion. */
  async *all(ctx: Ctx): AsyncGenerator<UnknownBlock> {
    for await (const { found } of this.scan(ctx, null)) yield* found;
  }

  private async *scan(ctx: Ctx, after: Position | null) {
    for (const { type, fields } of this.searched(after)) {
      let id = type.name === after?.type ? after.id : 0;
      for (;;) {
        const batch = await this.subjects.next(ctx, type, id, BATCH);
        if (batch.length === 0) break;
        id = batch.at(-1)!.id;
        yield { found: await this.partsOf(ctx, type, fields, batch), position: { type: type.name, id } };
      }
    }
  }

  /** Types with fields that hold blocks, from a position on. */
  private searched(after: Position | null): { type: ContentType; fields: FieldDeclaration[] }[] {
    const all = [...this.types.all('page'), ...this.types.all('snippet')];
    const first = after ? all.findIndex((type) => type.name === after.type) : 0;
    return all.slice(first).flatMap((type) => {
      const fields = type.fields.filter(holdsParts);
      return fields.length > 0 ? [{ type, fields }] : [];
    });
  }

  private async partsOf(
    ctx: Ctx,
    type: ContentType,
    fields: readonly FieldDeclaration[],
    batch: readonly Subject[],
  ): Promise<UnknownBlock[]> {
    const found: UnknownBlock[] = [];
    for (const subject of batch) {
      const parts = partsOfSubject(type, fields, subject);
      if (parts.length === 0) continue;
      const node =
        subject.path === null
          ? { kind: 'type' as const, name: type.name }
          : { kind: 'page' as const, path: subject.path };
      const named = fields.map(({ name, options }) => ({ name, permission: options.permission }));
      const { readable } = await this.policy.fieldMask(ctx, type.name, named, node);
      found.push(...parts.filter(({ field }) => readable.has(field)));
    }
    return found;
  }

  private positionOf(from: string): Position {
    const [, type = '', id = ''] = /^(.+):(\d{1,9})$/.exec(from) ?? [];
    if (!['page', 'snippet'].includes(this.types.find(type)?.category ?? ''))
      throw badRequest('The report cannot go on from there.', [
        { path: '/from', code: 'position', message: 'Take what the last answer gave as `next`.' },
      ]);
    return { type, id: Number(id) };
  }
}

/** Child rows hold fields of their own types, so those are looked at whatever they declare. */
function holdsParts(field: FieldDeclaration): boolean {
  const isChildren = field.kind.storage?.(field.options).type === 'children';
  return isChildren || [field, ...allInnerNodes(field)].some(({ kind }) => kind.unknownParts !== undefined);
}

function partsOfSubject(type: ContentType, fields: readonly FieldDeclaration[], subject: Subject): UnknownBlock[] {
  const { subjectType, id: subjectId, title } = subject;
  const where = { subjectType, subjectId, title, contentType: type.name };
  return subject.versions.flatMap(({ version, fields: values }) =>
    fields.flatMap((field) => {
      const parts = collectUnknownParts(field, values[field.name] ?? null, [field.name]);
      return parts.map((part) => ({ ...where, field: field.name, ...part, version }));
    }),
  );
}
