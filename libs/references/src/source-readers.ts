import { Injectable } from '@nestjs/common';
import type { EntityId } from '@pipit/content-types';
import type { Ctx } from '@pipit/kernel';

/** What people call a source. */
export interface SourceName {
  readonly title: string;
  /** It waits in the trash; what it points at has to be there when it comes back. */
  readonly inTrash?: boolean;
}

/** Knows sources of some types: who may see which, and what they are called. */
export interface SourceReader {
  /** True for types whose sources this knows. */
  handles(type: string): boolean;
  /** SQL that is true of sources (`use.source_id`, `use.source_key`) which the acting person may see. */
  visible(ctx: Ctx, type: string, params: unknown[]): Promise<string>;
  /** Names of sources, all of which the acting person may see. */
  names(ctx: Ctx, type: string, ids: readonly EntityId[]): Promise<ReadonlyMap<EntityId, SourceName>>;
}

/** Who knows the sources of a type. Libs register a reader while modules start. */
@Injectable()
export class SourceReaders {
  private readonly readers: SourceReader[] = [];

  register(reader: SourceReader): void {
    this.readers.push(reader);
  }

  /** The reader of a type; undefined for types that nobody declares (now). */
  find(type: string): SourceReader | undefined {
    return this.readers.find((reader) => reader.handles(type));
  }
}
