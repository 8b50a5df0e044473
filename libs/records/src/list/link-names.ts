import { referencesOf, type ContentType, type ContentTypes, type FieldDeclaration } from '@pipit/content-types';
import type { Ctx } from '@pipit/kernel';
import type { ReferenceTitles } from '@pipit/revisions';
import type { EntityMetadata } from 'typeorm';
import type { RecordAccess } from '../record-access.js';
import type { RecordSources } from '../record-sources.js';

/**
 * Whether a list may tell what the things are called that a field links to: of all of them, of none, or of each as far
 * as the reader may see it. A list is ordered by names that may all be told and no others: an order tells of them, too.
 */
export type LinkNames = 'all' | 'each' | 'none';

/** What is asked about who may see what. */
export interface LinkNameSources {
  readonly types: ContentTypes;
  readonly sources: RecordSources;
  readonly access: RecordAccess;
  readonly titles: ReferenceTitles;
}

/** By the name of each field that links to one other thing. */
export async function linkNamesOf(
  ctx: Ctx,
  type: ContentType,
  metadata: EntityMetadata,
  { types, sources, access, titles }: LinkNameSources,
): Promise<ReadonlyMap<string, LinkNames>> {
  const found = new Map<string, LinkNames>();
  for (const relation of metadata.relations) {
    if (relation.joinColumns.length === 0 || relation.isManyToMany) continue;
    const name = relation.propertyPath;
    const target = types.all().find((each) => each.target === relation.inverseEntityMetadata.target);
    const field = type.fields.find((each) => each.name === name);
    if (target && sources.find(target.name)) found.set(name, (await access.of(ctx, target)).view ? 'all' : 'none');
    else found.set(name, field && titles.tellsOf(targetTypeOf(field)) ? 'each' : 'all');
  }
  return found;
}

/** What a link points at is told by its kind, of any value there is. */
function targetTypeOf(field: FieldDeclaration): string {
  return referencesOf([field], { [field.name]: 1 })[0]?.targetType ?? '';
}
