import { alternativeKey, displayFileName, storedFileName, validFileName } from '../files/file-names.js';
import { parseFilterSpec } from './filter-spec.js';
import { focalPointKey } from './focal-point.js';
import { outputFormat } from './output-format.js';
import { focalKeyFor, renditionFileName } from './rendition-name.js';

const noFocalPoint = { focalPointX: null, focalPointY: null, focalPointWidth: null, focalPointHeight: null };

function nameFor(original: string, text: string): string {
  const spec = parseFilterSpec(text);
  const source = { mimeType: 'image/jpeg', isAnimated: false };
  return renditionFileName(original, spec, focalKeyFor(spec, noFocalPoint), outputFormat(spec, source));
}

describe('the file name of a rendition', () => {
  it('names the source, the focal point where it counts, and the spec', () => {
    expect(nameFor('breads1.jpg', 'fill-1920x900')).toBe('breads1.2e16d0ba.fill-1920x900.jpg');
    expect(nameFor('breads1.JPG', 'max-30x30')).toBe('breads1.max-30x30.jpg');
    expect(nameFor('breads1.jpg', 'width-60|format-webp')).toBe('breads1.width-60.format-webp.webp');
  });

  it('has at most 60 characters', () => {
    const name = nameFor('mixed_variety_of_traditional_european_sourdough.jpg', 'fill-590x413');
    expect(name).toBe('mixed_variety_of_traditional_europ.2e16d0ba.fill-590x413.jpg');
    expect(name).toHaveLength(60);
  });

  it('changes with the focal point', () => {
    const moved = { focalPointX: 518, focalPointY: 248, focalPointWidth: 1031, focalPointHeight: 496 };
    expect(focalPointKey(moved)).toBe('df5c97ba');
    expect(focalPointKey(noFocalPoint)).toBe('2e16d0ba');
  });

  it('keeps moving pictures moving and makes the rest safe for every program', () => {
    const spec = parseFilterSpec('width-60');
    const formatOf = (mimeType: string, isAnimated = false): string => outputFormat(spec, { mimeType, isAnimated });
    expect(formatOf('image/gif')).toBe('png');
    expect(formatOf('image/gif', true)).toBe('gif');
    expect(formatOf('image/webp')).toBe('png');
    expect(formatOf('image/webp', true)).toBe('webp');
    expect(formatOf('image/avif')).toBe('png');
    expect(formatOf('image/svg+xml')).toBe('svg');
  });
});

describe('file names', () => {
  it('lose everything that could be a path, markup or a control character', () => {
    expect(validFileName('Größe & (1) co.jpg')).toBe('Größe__1_co.jpg');
    expect(validFileName('../../etc/passwd')).toBe('....etcpasswd');
    expect(validFileName('..')).toBe('file');
    expect(validFileName('')).toBe('file');
  });

  it('of uploads carry the hash and the extension of the real type', () => {
    const sha1 = 'aed007ce6a10899ed8267733393e51652365e09e';
    expect(storedFileName('C:\\pics\\x.php.txt', sha1, '.jpg')).toBe('x_php_aed007ce.jpg');
    expect(storedFileName('../../\u0000', sha1, '.png')).toBe('file_aed007ce.png');
    expect(storedFileName('a'.repeat(10_000), sha1, '.png')).toHaveLength(24 + 9 + 4);
  });

  it('have alternatives of the same kind', () => {
    expect(alternativeKey('images/a.b.jpg')).toMatch(/^images\/a\.b_[0-9a-z]{7}\.jpg$/);
    expect(alternativeKey('documents/README')).toMatch(/^documents\/README_[0-9a-z]{7}$/);
  });

  it('that people see have no control characters and no folders', () => {
    expect(displayFileName('a/b\\re\u202Eport\r\n.pdf')).toBe('report.pdf');
    expect(displayFileName('\u0000')).toBe('file');
  });
});
