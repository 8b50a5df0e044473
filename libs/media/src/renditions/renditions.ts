import { Injectable } from '@nestjs/common';
import type { Ctx } from '@pipit/kernel';
import { In, type EntityManager } from 'typeorm';
import { alternativeKey } from '../files/file-names.js';
import { expandFilterSpec } from '../filter-spec/expand-filter-spec.js';
import { lastOf } from '../filter-spec/operations.js';
import { mimeTypeOf } from '../filter-spec/output-format.js';
import { defaultAlt, type Image } from '../image.entity.js';
import { mediaUrl } from '../media-url.js';
import { Rendition } from '../rendition.entity.js';
import { pictureOf, type PictureShape } from './picture.js';
import type { RenditionPlan } from './plan.js';
import { RenditionPlanner } from './rendition-planner.js';

/** A rendition as the content API prints it. */
export interface RenditionShape {
  readonly url: string;
  readonly full_url: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** What is printed when the original is missing or cannot be decoded. */
export interface RenditionFailure {
  readonly error: 'SourceImageIOError';
}

/** One rendition of a list, or with braces in its spec several, printed as a {@link PictureShape}. */
export interface RenditionRequest {
  readonly image: Image;
  readonly spec: string;
}

/** What {@link Renditions.describe} may be told. */
export interface DescribeOptions {
  /** Put before the path to make `full_url`, e.g. `https://example.org`; without slash at its end. */
  readonly baseUrl: string;
}

interface Planned extends RenditionRequest {
  readonly key: string;
  readonly plan: RenditionPlan;
}

/** Gives out the addresses of renditions. Files are made when an address is first asked for. */
@Injectable()
export class Renditions {
  constructor(private readonly planner: RenditionPlanner) {}

  /** One rendition; see {@link describeMany}. */
  async describe(
    ctx: Ctx,
    image: Image,
    spec: string,
    options: DescribeOptions,
  ): Promise<RenditionShape | PictureShape | RenditionFailure> {
    const [shape] = await this.describeMany(ctx, [{ image, spec }], options);
    return shape as RenditionShape | PictureShape | RenditionFailure;
  }

  /**
   * Renditions of many images, in the order asked for, with one query when all were given out before. Throws
   * `invalid_filter_spec`. Sizes come from numbers alone, no file is read.
   */
  async describeMany(
    ctx: Ctx,
    requests: readonly RenditionRequest[],
    { baseUrl }: DescribeOptions,
  ): Promise<(RenditionShape | PictureShape | RenditionFailure)[]> {
    const single = new Map(requests.map(({ spec }) => [spec, expandFilterSpec(spec)]));
    const rows = await this.rowsFor(
      ctx,
      requests.flatMap(({ image, spec }) => (single.get(spec) ?? []).map((one) => ({ image, spec: one }))),
    );
    return requests.map(({ image, spec }) => {
      const specs = single.get(spec) ?? [];
      const found = specs.flatMap((one) => rows.get(keyOf({ image, spec: one })) ?? []);
      if (found.length === 0) return { error: 'SourceImageIOError' };
      const shapes = found.map((row) => shapeOf(row, image, baseUrl));
      if (!spec.includes('{')) return shapes[0] as RenditionShape;
      return pictureOf(
        found.map((row, index) => ({
          format: lastOf(this.planner.plan(image, row.filterSpec).spec.operations, 'format')?.format ?? null,
          mimeType: row.mimeType,
          shape: shapes[index] as RenditionShape,
        })),
      );
    });
  }

  /** The row of one rendition; null when its original is missing or cannot be decoded. */
  async rowOf(ctx: Ctx, image: Image, spec: string): Promise<Rendition | null> {
    return (await this.rowsFor(ctx, [{ image, spec }])).get(keyOf({ image, spec })) ?? null;
  }

  private async rowsFor({ manager }: Ctx, requests: readonly RenditionRequest[]): Promise<Map<string, Rendition>> {
    const planned = new Map<string, Planned>();
    for (const { image, spec } of requests) {
      if (image.fileState !== 'ok') continue;
      const key = keyOf({ image, spec });
      if (!planned.has(key)) planned.set(key, { image, spec, key, plan: this.planner.plan(image, spec) });
    }
    const found = await this.find(manager, [...planned.values()]);
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const missing = [...planned.values()].filter(({ key }) => !found.has(key));
      if (missing.length === 0) break;
      await this.insert(manager, missing, attempt > 0);
      for (const [key, row] of await this.find(manager, missing)) found.set(key, row);
    }
    return found;
  }

  private async find(manager: EntityManager, planned: readonly Planned[]): Promise<Map<string, Rendition>> {
    if (planned.length === 0) return new Map();
    const rows = await manager.findBy(Rendition, {
      imageId: In([...new Set(planned.map(({ image }) => image.id))]),
      filterSpec: In([...new Set(planned.map(({ plan }) => plan.spec.text))]),
    });
    const byIdentity = new Map(rows.map((row) => [identity(row), row]));
    return new Map(
      planned.flatMap(({ key, image, plan }) => {
        const row = byIdentity.get(identity(identityOf(image, plan)));
        return row ? [[key, row] as const] : [];
      }),
    );
  }

  /** Rows somebody else inserts meanwhile are left out, as are file names that are taken; the next attempt sees. */
  private async insert(manager: EntityManager, planned: readonly Planned[], nameIsTaken: boolean): Promise<void> {
    const values = planned.map(({ image, plan }) => ({
      ...identityOf(image, plan),
      fileKey: nameIsTaken ? alternativeKey(plan.fileKey) : plan.fileKey,
      ...plan.geometry.size,
      mimeType: mimeTypeOf(plan.format),
      fileSize: null,
    }));
    // In one order everywhere, so that two inserts of the same rows wait for each other and never crosswise.
    values.sort((a, b) => (a.fileKey < b.fileKey ? -1 : 1));
    await manager.createQueryBuilder().insert().into(Rendition).values(values).orIgnore().execute();
  }
}

type Identity = Pick<Rendition, 'imageId' | 'filterSpec' | 'focalKey' | 'sourceKey'>;

function identityOf(image: Image, plan: RenditionPlan): Identity {
  return { imageId: image.id, filterSpec: plan.spec.text, focalKey: plan.focalKey, sourceKey: image.fileKey };
}

function keyOf({ image, spec }: RenditionRequest): string {
  return `${image.id} ${spec}`;
}

function identity({ imageId, filterSpec, focalKey, sourceKey }: Identity): string {
  return `${imageId} ${focalKey} ${filterSpec} ${sourceKey}`;
}

function shapeOf({ fileKey, width, height }: Rendition, image: Image, baseUrl: string): RenditionShape {
  const url = mediaUrl(fileKey);
  return { url, full_url: baseUrl + url, width, height, alt: defaultAlt(image) };
}
