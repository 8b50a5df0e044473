import { expandFilterSpec } from './expand-filter-spec.js';
import { parseFilterSpec, specForSvg } from './filter-spec.js';

describe('a filter spec', () => {
  it.each([
    ['fill-800x600', { kind: 'fill', width: 800, height: 600, closeness: 0 }],
    ['fill-800x600-c50', { kind: 'fill', width: 800, height: 600, closeness: 0.5 }],
    ['fill-800x600-c250', { kind: 'fill', width: 800, height: 600, closeness: 1 }],
    ['max-100x50', { kind: 'max', width: 100, height: 50 }],
    ['min-100x50', { kind: 'min', width: 100, height: 50 }],
    ['width-640', { kind: 'width', size: 640 }],
    ['height-480', { kind: 'height', size: 480 }],
    ['scale-33.5', { kind: 'scale', percent: 33.5 }],
    ['original', { kind: 'original' }],
    ['format-jpeg', { kind: 'format', format: 'jpeg', lossless: false }],
    ['format-webp-lossless', { kind: 'format', format: 'webp', lossless: true }],
    ['jpegquality-40', { kind: 'quality', of: 'jpeg', value: 40 }],
    ['webpquality-0', { kind: 'quality', of: 'webp', value: 0 }],
    ['avifquality-100', { kind: 'quality', of: 'avif', value: 100 }],
    ['bgcolor-0af', { kind: 'bgcolor', color: { r: 0, g: 0xaa, b: 0xff } }],
    ['bgcolor-102030', { kind: 'bgcolor', color: { r: 0x10, g: 0x20, b: 0x30 } }],
  ])('reads %s', (text, operation) => {
    expect(parseFilterSpec(text).operations).toEqual([operation]);
  });

  it('joins operations with a bar and keeps their order', () => {
    const spec = parseFilterSpec('width-400|format-avif|avifquality-50');
    expect(spec.operations.map(({ kind }) => kind)).toEqual(['width', 'format', 'quality']);
    expect(spec.text).toBe('width-400|format-avif|avifquality-50');
  });

  it.each([
    '',
    '|',
    'width-400|',
    'fill',
    'fill-800',
    'fill-800x',
    'fill-0x10',
    'fill-10x10-x5',
    'fill-10x10-c',
    'fill-10x10-c5-c6',
    'fill--1x10',
    'max-10',
    'max-99999x10',
    'width-',
    'width-1.5',
    'width-1e3',
    'width-0',
    'scale-0',
    'scale-abc',
    'scale-Infinity',
    'original-1',
    'format-tiff',
    'format-heic',
    'format-png-lossless',
    'format-webp-lossy',
    'jpegquality-101',
    'jpegquality--1',
    'bgcolor-ff',
    'bgcolor-gggggg',
    'constructor',
    '__proto__',
    'toString-1',
    'width-400 format-webp',
    'width-{1,2}',
    'width-400%0a',
    `width-${'1'.repeat(400)}`,
    Array(11).fill('original').join('|'),
  ])('refuses %j with a sentence', (text) => {
    expect(() => parseFilterSpec(text)).toThrow(expect.objectContaining({ code: 'invalid_filter_spec' }));
  });

  it('does not count preserve-svg as an operation', () => {
    expect(parseFilterSpec('width-400|preserve-svg|format-webp')).toMatchObject({
      text: 'width-400|format-webp',
      preservesSvg: true,
    });
    expect(parseFilterSpec('preserve-svg')).toMatchObject({ text: 'original' });
  });

  it('drops what an SVG cannot do only when told to preserve it', () => {
    expect(specForSvg(parseFilterSpec('width-400|preserve-svg|format-webp|bgcolor-fff')).text).toBe('width-400');
    expect(specForSvg(parseFilterSpec('format-webp|preserve-svg')).text).toBe('original');
    expect(specForSvg(parseFilterSpec('width-400|jpegquality-40')).text).toBe('width-400|jpegquality-40');
    expect(() => specForSvg(parseFilterSpec('width-400|format-webp'))).toThrow(/preserve-svg/);
    expect(() => specForSvg(parseFilterSpec('bgcolor-fff'))).toThrow(/SVG/);
  });

  it('expands braces to every combination', () => {
    expect(expandFilterSpec('width-{400,800}|format-{avif,jpeg}')).toEqual([
      'width-400|format-avif',
      'width-400|format-jpeg',
      'width-800|format-avif',
      'width-800|format-jpeg',
    ]);
    expect(expandFilterSpec('width-400')).toEqual(['width-400']);
    expect(() => expandFilterSpec(`{${Array(6).fill('1').join()}}{${Array(6).fill('1').join()}}`)).toThrow(/at most/);
  });
});
