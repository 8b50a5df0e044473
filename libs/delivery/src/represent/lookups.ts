import { ADDRESS_PROVIDER, EMBED_PROVIDER, type EntityId, type Json, type Reference } from '@pipit/content-types';
import type { Ctx } from '@pipit/kernel';
import { IMAGE_PROVIDER, mediaUrl } from '@pipit/media';
import type { ApiRequest } from './api-request.js';
import { documentAddresses, pageAddresses } from './computed-printers.js';
import { embedsOf } from './embed-printer.js';

/** What a kind asks about a target while it represents a value. */
export interface Lookup {
  readonly provider: string;
  readonly id: number;
  readonly argument: string | undefined;
}

type Provider = (lookups: readonly Lookup[], request: ApiRequest) => Promise<Json[]>;

/** Who answers lookups, by the name kinds and handlers of rich text use. */
const PROVIDERS = new Map<string, Provider>([
  [IMAGE_PROVIDER, imagesWithRendition],
  [EMBED_PROVIDER, embedsOf],
  [ADDRESS_PROVIDER.page, (lookups, request) => pageAddresses(idsOf(lookups), request)],
  [ADDRESS_PROVIDER.document, (lookups, request) => documentAddresses(idsOf(lookups), request)],
]);

const idsOf = (lookups: readonly Lookup[]): number[] => lookups.map(({ id }) => id);

/**
 * Registers who answers the lookups of a plugin's kinds or handlers of rich text: all of a request together, in their
 * order, null for what readers may not see.
 */
export function defineLookupProvider(
  name: string,
  answer: (lookups: readonly Lookup[], ctx: Ctx) => Promise<Json[]>,
): void {
  if (PROVIDERS.has(name)) throw new Error(`There are two providers of lookups called “${name}”.`);
  // Nobody knows what a plugin reads.
  PROVIDERS.set(name, (lookups, { ctx, depends }) => {
    depends.onEverything();
    return answer(lookups, ctx);
  });
}

/** Answers to everything that was asked, with one query per kind of target. */
export async function lookUp(references: readonly Reference[], lookups: readonly Lookup[], request: ApiRequest) {
  const [existing, values] = await Promise.all([existingTargets(references, request), valuesOf(lookups, request)]);
  return {
    exists: ({ targetType, id }: Reference): boolean => existing.get(targetType)?.has(id) ?? false,
    value: (lookup: Lookup): Json => values.get(keyOf(lookup)) ?? null,
  };
}

/** Targets that exist and may be shown, by type. */
async function existingTargets(
  references: readonly Reference[],
  request: ApiRequest,
): Promise<Map<string, Set<EntityId>>> {
  const wanted = new Map<string, Set<EntityId>>();
  for (const { targetType, id } of references) wanted.set(targetType, (wanted.get(targetType) ?? new Set()).add(id));
  const found = await Promise.all(
    [...wanted].map(async ([targetType, ids]) => {
      const model = request.models.ofTarget(targetType);
      const rows = model ? await request.referredRows({ model, columns: [] }, [...ids]) : new Map<EntityId, unknown>();
      return [targetType, new Set(rows.keys())] as const;
    }),
  );
  return new Map(found);
}

async function valuesOf(lookups: readonly Lookup[], request: ApiRequest): Promise<Map<string, Json>> {
  const names = [...new Set(lookups.map(({ provider }) => provider))];
  const answered = await Promise.all(
    names.map(async (name) => {
      const asked = lookups.filter(({ provider }) => provider === name);
      const values = await PROVIDERS.get(name)?.(asked, request);
      return asked.map((lookup, index) => [keyOf(lookup), values?.[index] ?? null] as const);
    }),
  );
  return new Map(answered.flat());
}

function keyOf({ provider, id, argument }: Lookup): string {
  return `${provider} ${id} ${argument ?? ''}`;
}

/** An image inside content with the rendition its block asks for. */
async function imagesWithRendition(lookups: readonly Lookup[], request: ApiRequest): Promise<Json[]> {
  const images = await request.renditions.imagesById(lookups.map(({ id }) => id));
  const wishes = lookups.map(({ id, argument }) => (argument === undefined ? null : { imageId: id, spec: argument }));
  const shapes = await request.renditions.describeAll(wishes);
  return lookups.map(({ id }, index) => {
    const image = images.get(id);
    if (!image) return null;
    const meta = {
      type: request.options.typeNames.image,
      download_url: mediaUrl(image.fileKey),
      rendition: { ...shapes[index] },
    };
    return { id, title: image.title, meta } as Json;
  });
}
