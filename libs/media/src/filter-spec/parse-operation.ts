import { invalidFilterSpec } from './invalid-filter-spec.js';
import type { Operation, OutputFormat, Rgb } from './operations.js';

/** Beyond this no format we write can hold an image, and a typing slip would cost minutes of work. */
const MAX_SIDE = 16_383;

const LOSSLESS_FORMATS = new Set(['webp', 'avif']);
const FORMATS = new Set(['jpeg', 'png', 'gif', 'webp', 'avif', 'ico']);

type Parser = (args: readonly string[], text: string) => Operation;

const PARSERS: Readonly<Record<string, Parser>> = {
  original: (args, text) => {
    expectArguments(args, 0, 0, text);
    return { kind: 'original' };
  },
  max: (args, text) => ({ kind: 'max', ...onlySize(args, text) }),
  min: (args, text) => ({ kind: 'min', ...onlySize(args, text) }),
  width: (args, text) => ({ kind: 'width', size: onlySide(args, text) }),
  height: (args, text) => ({ kind: 'height', size: onlySide(args, text) }),
  scale: parseScale,
  fill: parseFill,
  crop: parseCrop,
  format: parseFormat,
  jpegquality: (args, text) => ({ kind: 'quality', of: 'jpeg', value: onlyQuality(args, text) }),
  webpquality: (args, text) => ({ kind: 'quality', of: 'webp', value: onlyQuality(args, text) }),
  avifquality: (args, text) => ({ kind: 'quality', of: 'avif', value: onlyQuality(args, text) }),
  bgcolor: parseBackground,
};

/** Reads one operation, e.g. `fill-800x600-c100`. */
export function parseOperation(text: string): Operation {
  const [name = '', ...args] = text.split('-');
  const parser = Object.hasOwn(PARSERS, name) ? PARSERS[name] : undefined;
  if (!parser) throw invalidFilterSpec(`There is no image operation "${name}".`);
  return parser(args, text);
}

function parseScale(args: readonly string[], text: string): Operation {
  expectArguments(args, 1, 1, text);
  const percent = /^\d{1,5}(\.\d{1,6})?$/.test(args[0] ?? '') ? Number(args[0]) : Number.NaN;
  if (!(percent > 0)) throw invalidFilterSpec(`"${text}" needs a percentage above 0, e.g. scale-50.`);
  return { kind: 'scale', percent };
}

function parseFill(args: readonly string[], text: string): Operation {
  expectArguments(args, 1, 2, text);
  const [size = '', extra] = args;
  if (extra !== undefined && !/^c\d{1,5}$/.test(extra)) {
    throw invalidFilterSpec(
      `"${text}" has an unknown part "${extra}"; only a closeness such as c50 may follow the size.`,
    );
  }
  const closeness = extra === undefined ? 0 : Math.min(Number(extra.slice(1)) / 100, 1);
  return { kind: 'fill', ...parseSize(size, text), closeness };
}

function parseCrop(args: readonly string[], text: string): Operation {
  expectArguments(args, 1, 1, text);
  return { kind: 'crop', name: args[0] ?? '' };
}

function parseFormat(args: readonly string[], text: string): Operation {
  expectArguments(args, 1, 2, text);
  const [format = '', option] = args;
  if (format === 'auto' && option === undefined) return { kind: 'auto' };
  if (format === 'heic') throw invalidFilterSpec('Renditions cannot be written as heic; use avif.');
  if (!FORMATS.has(format)) {
    throw invalidFilterSpec(`"${text}" names no known format; there are ${[...FORMATS].join(', ')} and auto.`);
  }
  if (option !== undefined && (option !== 'lossless' || !LOSSLESS_FORMATS.has(format))) {
    throw invalidFilterSpec(`"${text}": only format-webp and format-avif take "lossless".`);
  }
  return { kind: 'format', format: format as OutputFormat, lossless: option === 'lossless' };
}

function parseBackground(args: readonly string[], text: string): Operation {
  expectArguments(args, 1, 1, text);
  const digits = args[0] ?? '';
  if (!/^([0-9a-f]{3}|[0-9a-f]{6})$/i.test(digits)) {
    throw invalidFilterSpec(`"${text}" needs three or six hexadecimal digits, e.g. bgcolor-fff.`);
  }
  return { kind: 'bgcolor', color: parseColor(digits) };
}

function parseColor(digits: string): Rgb {
  const full = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
  const value = Number.parseInt(full, 16);
  return { r: value >> 16, g: (value >> 8) & 0xff, b: value & 0xff };
}

function onlySize(args: readonly string[], text: string): { width: number; height: number } {
  expectArguments(args, 1, 1, text);
  return parseSize(args[0] ?? '', text);
}

function parseSize(size: string, text: string): { width: number; height: number } {
  const match = /^(\d{1,6})x(\d{1,6})$/.exec(size);
  if (!match) throw invalidFilterSpec(`"${text}" needs a size such as 800x600.`);
  return { width: checkSide(Number(match[1]), text), height: checkSide(Number(match[2]), text) };
}

function onlySide(args: readonly string[], text: string): number {
  expectArguments(args, 1, 1, text);
  if (!/^\d{1,6}$/.test(args[0] ?? '')) throw invalidFilterSpec(`"${text}" needs a number of pixels, e.g. width-800.`);
  return checkSide(Number(args[0]), text);
}

function checkSide(pixels: number, text: string): number {
  if (pixels < 1 || pixels > MAX_SIDE) throw invalidFilterSpec(`"${text}": sizes go from 1 to ${MAX_SIDE} pixels.`);
  return pixels;
}

function onlyQuality(args: readonly string[], text: string): number {
  expectArguments(args, 1, 1, text);
  const quality = /^\d{1,3}$/.test(args[0] ?? '') ? Number(args[0]) : Number.NaN;
  if (!(quality <= 100)) throw invalidFilterSpec(`"${text}" needs a quality from 0 to 100.`);
  return quality;
}

function expectArguments(args: readonly string[], least: number, most: number, text: string): void {
  if (args.length < least || args.length > most) {
    throw invalidFilterSpec(`"${text}" has ${args.length < least ? 'too few' : 'too many'} parts.`);
  }
}
