import fc from 'fast-check';
import { parseFilterSpec } from './filter-spec.js';
import { computeGeometry } from './geometry.js';
import { sizeOf, type Size } from './rect.js';
import type { FocalPoint } from './focal-point.js';

function sizeFor(spec: string, source: Size, focalPoint: FocalPoint | null = null): [number, number] {
  const { size } = computeGeometry(parseFilterSpec(spec).operations, source, focalPoint);
  return [size.width, size.height];
}

function cropFor(spec: string, source: Size, focalPoint: FocalPoint | null): [number, number, number, number] {
  const { crop } = computeGeometry(parseFilterSpec(spec).operations, source, focalPoint);
  return [crop.left, crop.top, crop.right, crop.bottom];
}

const landscape = { width: 640, height: 480 };
const portrait = { width: 301, height: 501 };

describe('the geometry of renditions', () => {
  it.each<[string, Size, [number, number]]>([
    ['max-30x30', landscape, [30, 22]],
    ['max-30x30', portrait, [18, 30]],
    ['max-1000x1000', landscape, [640, 480]],
    ['min-120x120', landscape, [160, 120]],
    ['min-120x120', portrait, [120, 199]],
    ['min-700x100', landscape, [640, 480]],
    ['width-50', portrait, [50, 83]],
    ['width-1000', portrait, [301, 501]],
    ['height-40', landscape, [53, 40]],
    ['scale-50', portrait, [150, 250]],
    ['scale-200', landscape, [1280, 960]],
    ['scale-0.01', landscape, [1, 1]],
    ['original', portrait, [301, 501]],
    ['width-1', { width: 4000, height: 2 }, [1, 1]],
    ['fill-100x100', landscape, [100, 100]],
    ['fill-1920x900', { width: 1080, height: 1080 }, [1080, 508]],
    ['fill-300x300', { width: 200, height: 100 }, [100, 100]],
    ['width-320|fill-100x60', landscape, [100, 60]],
  ])('%s', (spec, source, expected) => {
    expect(sizeFor(spec, source)).toEqual(expected);
  });

  it('crops to the middle without a focal point', () => {
    expect(cropFor('fill-100x100', landscape, null)).toEqual([80, 0, 560, 480]);
  });

  it('keeps the focal point at its relative place', () => {
    expect(cropFor('fill-100x100', landscape, { x: 64, y: 240, width: 10, height: 10 })).toEqual([16, 0, 496, 480]);
  });

  it('zooms towards the focal point by closeness, but not into it', () => {
    const focalPoint = { x: 320, y: 240, width: 200, height: 200 };
    expect(cropFor('fill-50x50-c100', landscape, focalPoint)).toEqual([220, 140, 420, 340]);
    expect(cropFor('fill-50x50-c50', landscape, focalPoint)).toEqual([150, 70, 490, 410]);
  });

  it('does not zoom so far that pixels would run out', () => {
    const focalPoint = { x: 320, y: 240, width: 50, height: 50 };
    expect(cropFor('fill-400x400-c100', landscape, focalPoint)).toEqual([120, 40, 520, 440]);
  });

  it('refuses to make what could not be held in memory', () => {
    expect(() => sizeFor('scale-10000', landscape)).toThrow(/megapixels/);
  });

  const side = fc.integer({ min: 1, max: 5000 });
  const anySize = fc.record({ width: side, height: side });
  const anyFocalPoint = fc.option(
    fc.record({ x: fc.nat(5000), y: fc.nat(5000), width: fc.nat(6000), height: fc.nat(6000) }),
  );
  const anySpec = fc.oneof(
    fc.tuple(fc.constantFrom('fill', 'max', 'min'), side, side).map(([name, w, h]) => `${name}-${w}x${h}`),
    fc.tuple(side, side, fc.nat(120)).map(([w, h, c]) => `fill-${w}x${h}-c${c}`),
    fc.tuple(fc.constantFrom('width', 'height'), side).map(([name, n]) => `${name}-${n}`),
  );

  it('never enlarges, never leaves the source and always gives whole pixels', () => {
    fc.assert(
      fc.property(anySpec, anySize, anyFocalPoint, (text, source, focalPoint) => {
        const { crop, size } = computeGeometry(parseFilterSpec(text).operations, source, focalPoint);
        const cut = sizeOf(crop);
        expect([size.width, size.height, ...Object.values(crop)].every(Number.isInteger)).toBe(true);
        expect(Math.min(size.width, size.height, cut.width, cut.height)).toBeGreaterThanOrEqual(1);
        expect(crop.left >= 0 && crop.top >= 0 && crop.right <= source.width && crop.bottom <= source.height).toBe(
          true,
        );
        // Rounding outwards may add the one pixel that floating point put a hair beyond the edge.
        expect(size.width <= source.width + 1).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
