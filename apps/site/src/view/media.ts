import type { DocumentRef, ImageDetail, Rendition } from '../api/wire.ts';

/** Widths this site scales pictures to. Others are refused, so that nobody can fill the memory with sizes. */
export const WIDTHS = [320, 480, 640, 960, 1280, 1600, 1920] as const;

/** Files are passed on by this site from the API's storage, so that visitors need to reach one host only. */
const localPath = (url: string): string => {
  const { pathname } = new URL(url, 'http://media');
  return pathname;
};

export const scaled = (url: string, width: number): string => `${localPath(url)}?w=${width}`;

export interface Picture {
  src: string;
  srcset: string;
  width: number;
  height: number;
  alt: string;
}

/** A picture in every width that is not larger than the original. */
export function pictureOf(
  image: Pick<ImageDetail, 'width' | 'height' | 'title'> & { meta: { download_url: string } },
  alt = image.title,
): Picture {
  return sized(image.meta.download_url, image.width, image.height, alt);
}

/** The same for a rendition that the page's type declares. */
export function renditionPicture(rendition: Rendition): Picture {
  return sized(rendition.url, rendition.width, rendition.height, rendition.alt);
}

function sized(url: string, width: number, height: number, alt: string): Picture {
  const widths = WIDTHS.filter((candidate) => candidate <= width);
  const largest = widths.at(-1) ?? WIDTHS[0];
  return {
    src: scaled(url, Math.min(960, largest)),
    srcset: widths.map((candidate) => `${scaled(url, candidate)} ${candidate}w`).join(', '),
    width,
    height,
    alt,
  };
}

export const documentHref = (file: DocumentRef): string => localPath(file.meta.download_url);
