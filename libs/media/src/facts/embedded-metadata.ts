import { readFile } from 'node:fs/promises';
import ExifReader from 'exifreader';

/**
 * What a photo says about itself and people want to see again. Where it was taken, serial numbers and the like are left
 * in the file and shown to nobody.
 */
export interface EmbeddedMetadata {
  /** Maker and model. */
  readonly camera?: string;
  /** As the camera's clock said, `2024-05-01T12:30:00`: cameras know no time zones. */
  readonly takenAt?: string;
  readonly caption?: string;
  readonly creator?: string;
  readonly copyright?: string;
  readonly keywords?: readonly string[];
}

const MAX_TEXT = 1000;
const MAX_KEYWORDS = 50;

/** XMP is XML and would need a parser of its own; what it says is in EXIF and IPTC too. Thumbnails are not looked at. */
const GROUPS = { exif: true, iptc: true } as const;

/** Reads EXIF and IPTC. A file that says nothing, or nonsense, is as good as any other: the answer is empty then. */
export async function readEmbeddedMetadata(path: string): Promise<EmbeddedMetadata> {
  try {
    return curated(ExifReader.load(await readFile(path), { expanded: true, includeTags: GROUPS }));
  } catch {
    return {};
  }
}

type Tags = Readonly<Record<string, { readonly value?: unknown; readonly description?: unknown } | undefined>>;

function curated(found: { readonly exif?: object; readonly iptc?: object }): EmbeddedMetadata {
  const exif = (found.exif ?? {}) as Tags;
  const iptc = (found.iptc ?? {}) as unknown as Readonly<Record<string, Tags[string] | readonly Tags[string][]>>;
  const first = (...texts: (string | undefined)[]): string | undefined => texts.find(Boolean);
  const [maker, model] = [textOf(exif['Make']), textOf(exif['Model'])];
  const all = {
    camera: maker && model && !model.startsWith(maker) ? `${maker} ${model}` : first(model, maker),
    takenAt: momentOf(first(textOf(exif['DateTimeOriginal']), textOf(exif['DateTimeDigitized']))),
    caption: first(textsOf(iptc['Caption/Abstract'])[0], textOf(exif['ImageDescription'])),
    creator: first(textsOf(iptc['By-line'])[0], textOf(exif['Artist'])),
    copyright: first(textsOf(iptc['Copyright Notice'])[0], textOf(exif['Copyright'])),
    keywords: textsOf(iptc['Keywords']).slice(0, MAX_KEYWORDS),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined && value.length > 0));
}

/** IPTC fields may stand several times. */
function textsOf(tag: Tags[string] | readonly Tags[string][]): string[] {
  return (Array.isArray(tag) ? (tag as readonly Tags[string][]) : [tag as Tags[string]]).flatMap(
    (one) => textOf(one) ?? [],
  );
}

/** Written by whoever made the file: cut, and without what cannot be stored or shown. */
function textOf(tag: Tags[string]): string | undefined {
  if (typeof tag?.description !== 'string') return undefined;
  const clean = tag.description.replace(/[\p{Cc}\p{Cs}\ufffd]+/gu, ' ').trim();
  return [...clean].slice(0, MAX_TEXT).join('') || undefined;
}

/** `2024:05:01 12:30:00` → `2024-05-01T12:30:00`. */
function momentOf(text: string | undefined): string | undefined {
  const match = /^(\d{4})[:-](\d{2})[:-](\d{2})[ T](\d{2}:\d{2}:\d{2})/.exec(text ?? '');
  const moment = match && `${match[1]}-${match[2]}-${match[3]}T${match[4]}`;
  return moment && Number.isFinite(Date.parse(`${moment}Z`)) ? moment : undefined;
}
