import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseFilterSpec } from './filter-spec.js';
import { focalPointOf } from './focal-point.js';
import { computeGeometry } from './geometry.js';
import { outputFormat } from './output-format.js';
import { focalKeyFor, renditionFileName } from './rendition-name.js';

const oracle = resolve(process.env['PIPIT_ORACLE'] ?? '../shared/oracle');
const sets = ['bakerydemo', 'kinds', 'demosite', 'demosite-extra'];
const available = existsSync(oracle);
if (!available && process.env['CI'] === 'true') throw new Error(`The recorded data is missing at ${oracle}.`);

interface RecordedImage {
  readonly file: string;
  readonly width: number;
  readonly height: number;
  readonly focal_point_x: number | null;
  readonly focal_point_y: number | null;
  readonly focal_point_width: number | null;
  readonly focal_point_height: number | null;
}

interface RecordedRendition {
  readonly url: string;
  readonly width: number;
  readonly height: number;
}

const MIME: Readonly<Record<string, string>> = {
  jpg: 'jpeg',
  jpeg: 'jpeg',
  png: 'png',
  gif: 'gif',
  webp: 'webp',
  avif: 'avif',
  svg: 'svg+xml',
};

function imagesOf(set: string): RecordedImage[] {
  return ['fixture.json', 'fixture.extra.json', '../demosite/fixture.json']
    .map((file) => join(oracle, set, file))
    .filter((file) => existsSync(file))
    .flatMap((file) => JSON.parse(readFileSync(file, 'utf8')) as { model: string; fields: RecordedImage }[])
    .filter(({ model }) => model === 'wagtailimages.image')
    .map(({ fields }) => ({
      ...{ focal_point_x: null, focal_point_y: null, focal_point_width: null, focal_point_height: null },
      ...fields,
    }));
}

function renditionsOf(set: string): RecordedRendition[] {
  const found = new Map<string, RecordedRendition>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { url, width, full_url: full } = value as Record<string, unknown>;
    if (typeof url === 'string' && full !== undefined && typeof width === 'number')
      found.set(url, value as RecordedRendition);
    Object.values(value).forEach(visit);
  };
  (JSON.parse(readFileSync(join(oracle, set, 'cases.visible.json'), 'utf8')) as { body: unknown }[]).forEach(
    ({ body }) => visit(body),
  );
  return [...found.values()];
}

/** Stores add `_` and seven characters where a name is taken; the recorded media root had been used before. */
function withoutSuffix(name: string): string {
  return name.replace(/_[A-Za-z0-9]{7}(?=\.)/, '');
}

function specIn(name: string): string {
  const match = /\.((?:fill|max|min|width|height|scale|original).*)\.\w+$/.exec(name);
  return (match?.[1] ?? '').replace('.format', '|format');
}

(available ? describe : describe.skip).each(sets)('recorded renditions of %s', (set) => {
  const images = available ? imagesOf(set) : [];
  const renditions = available ? renditionsOf(set) : [];

  it('were recorded', () => {
    expect(renditions.length).toBeGreaterThan(0);
  });

  it.each(renditions)('$url', ({ url, width, height }) => {
    const name = withoutSuffix(decodeURIComponent(url.split('/').at(-1) ?? ''));
    const spec = parseFilterSpec(specIn(name));
    const candidates = images.map((image) => {
      const columns = {
        focalPointX: image.focal_point_x,
        focalPointY: image.focal_point_y,
        focalPointWidth: image.focal_point_width,
        focalPointHeight: image.focal_point_height,
      };
      const original = image.file.split('/').at(-1) ?? '';
      const mimeType = `image/${MIME[original.split('.').at(-1)?.toLowerCase() ?? '']}`;
      const format = outputFormat(spec, { mimeType, isAnimated: false });
      const { size } = computeGeometry(
        spec.operations,
        { width: image.width, height: image.height },
        focalPointOf(columns),
      );
      return { name: withoutSuffix(renditionFileName(original, spec, focalKeyFor(spec, columns), format)), ...size };
    });
    expect(candidates).toContainEqual({ name, width, height });
  });
});
