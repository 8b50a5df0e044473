import { Injectable } from '@nestjs/common';
import { ContentTypes, type ContentType, type TypeCategory } from '@pipit/content-types';
import { notFound } from '@pipit/kernel';
import type { RecordDrafts, RecordSource } from './record-source.js';

/** Knows who answers for the rows of a type. */
@Injectable()
export class RecordSources {
  private readonly byCategory = new Map<TypeCategory, RecordSource>();

  constructor(private readonly types: ContentTypes) {}

  /** Makes a category's rows reachable; called while modules start. */
  register(source: RecordSource): void {
    this.byCategory.set(source.category, source);
  }

  /** The type of that name and who answers for its rows; null for types without rows of their own. */
  find(name: string): { readonly type: ContentType; readonly source: RecordSource } | null {
    const type = this.types.find(name);
    const source = type && this.byCategory.get(type.category);
    return type && source ? { type, source } : null;
  }

  /** The type a request names and who answers for it; types without rows of their own are answered like absent ones. */
  require(name: string): { readonly type: ContentType; readonly source: RecordSource } {
    const found = this.find(name);
    if (!found) throw notFound(`There is no type “${name}”.`);
    return found;
  }

  /** The same for what only types with drafts can do. */
  requireDrafts(name: string): {
    readonly type: ContentType;
    readonly source: RecordSource;
    readonly drafts: RecordDrafts;
  } {
    const { type, source } = this.require(name);
    if (!type.drafts || !source.drafts) throw notFound(`${type.labelPlural} have no drafts: what is saved is public.`);
    return { type, source, drafts: source.drafts };
  }
}
