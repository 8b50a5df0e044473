import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ago, people, state } from './state.ts';

const drawings: [file: string, title: string, width: number, height: number, alt: string, collection: number][] = [
  ['harbour-light', 'Salt and signal lead', 2400, 1600, 'The harbour light at dusk, its beam over calm water', 3],
  ['lens', 'Fresnel lens from Salthaus', 3000, 3000, '', 5],
  ['floats', 'Glass floats on a table', 3600, 2700, 'Green and amber glass floats in a heap', 3],
  ['keeper', 'Keeper, 1911', 1800, 2200, '', 6],
  ['boats', 'Evening fleet', 4200, 2800, 'Three sailing boats under an orange sky', 3],
  ['knots', 'Bowline study', 1800, 2200, 'A red rope and a white rope in a bowline', 2],
  ['chart', 'Pilot’s chart of 1786', 6000, 4250, 'A sea chart with depths and a compass rose', 2],
  ['workshop', 'Paper boats workshop', 3000, 2000, 'Folded paper boats in white, red and blue', 4],
  ['tide', 'Spring tide', 4800, 2800, 'Waves under a pale sun', 4],
  ['foghorn', 'Foghorn no. 2', 2400, 1600, 'A red foghorn on a grey wall', 3],
];

const lift = (svg: string, width: number, height: number): Buffer =>
  Buffer.from(
    svg.replace(
      /<svg([^>]*)>/,
      (_, attributes: string) =>
        `<svg${attributes.replace(/ (width|height|preserveAspectRatio)="[^"]*"/g, '')} width="${width}" height="${height}" preserveAspectRatio="xMidYMid slice">`,
    ),
  );

/** A picture of one letter on a ground of its own colour, for the later rows of the library. */
function plate(index: number, width: number, height: number): Buffer {
  const hue = (index * 47) % 360;
  const waves = [0.55, 0.7, 0.85]
    .map(
      (at, i) =>
        `<path d="M0 ${height * at}q${width / 8} ${-height / 14} ${width / 4} 0t${width / 4} 0t${width / 4} 0t${width / 4} 0V${height}H0Z" fill="hsl(${hue} 40% ${38 - i * 8}%)"/>`,
    )
    .join('');
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="hsl(${hue} 45% 72%)"/><circle cx="${width * 0.7}" cy="${height * 0.3}" r="${height * 0.12}" fill="hsl(${(hue + 40) % 360} 80% 88%)"/>${waves}</svg>`,
  );
}

/** Fills collections, images and documents. */
export function loadMedia(): void {
  const names: [number, string, number | null, number][] = [
    [1, 'Root', null, 0],
    [2, 'Collection objects', 1, 1],
    [3, 'Exhibitions 2026', 1, 1],
    [4, 'Salt & Signal', 3, 2],
    [5, 'Lamps and lenses', 1, 1],
    [6, 'People', 1, 1],
    [7, 'Press', 1, 1],
  ];
  state.collections = names.map(([id, name, parentId, depth]) => ({
    id,
    name,
    parentId,
    depth,
    imageCount: 0,
    documentCount: 0,
  }));
  const add = (
    id: number,
    title: string,
    fileName: string,
    width: number,
    height: number,
    alt: string,
    collectionId: number,
    bytes: Buffer,
  ): void => {
    state.imageBytes.set(id, { type: 'image/svg+xml', bytes });
    state.images.set(id, {
      id,
      uuid: randomUUID(),
      title,
      alt,
      width,
      height,
      fileSize: (width * height * 0.42) | 0,
      mimeType: 'image/jpeg',
      fileName,
      url: `/media/images/${id}/original`,
      thumbnailUrl: `/media/images/${id}/thumb`,
      previewUrl: `/media/images/${id}/preview`,
      focalPoint: id === 1 ? { x: 1700, y: 730, width: 400, height: 800 } : null,
      tags: id % 3 ? ['lighthouse', 'dusk'].slice(0, id % 3) : [],
      collectionId,
      createdAt: ago(id, id % 5),
      uploadedBy: people[id % 4] ?? null,
    });
  };
  drawings.forEach(([file, title, width, height, alt, collection], index) => {
    const svg = readFileSync(new URL(`./images/${file}.svg`, import.meta.url), 'utf8');
    add(
      index + 1,
      title,
      `${file}.jpg`,
      width,
      height,
      alt,
      collection,
      lift(svg, 1200, Math.round((1200 * height) / width)),
    );
  });
  for (let index = 11; index <= 64; index += 1) {
    const width = 1600 + (index % 5) * 400;
    const height = 1200 + (index % 4) * 350;
    add(
      index,
      `Harbour study ${index - 10}`,
      `harbour-study-${index - 10}.jpg`,
      width,
      height,
      index % 4 ? `Waves in colour number ${index - 10}` : '',
      2 + (index % 6),
      plate(index, width / 2, height / 2),
    );
  }
  const files = [
    'Ticket prices 2026.pdf',
    'Floor plan.pdf',
    'Tide tables.xlsx',
    'Press kit.zip',
    'Membership form.pdf',
    'Annual report 2025.pdf',
    'School groups.docx',
  ];
  files.forEach((fileName, index) => {
    const id = index + 1;
    const bytes = Buffer.from(`%PDF-1.4\n% ${fileName}\n`);
    state.documentBytes.set(id, bytes);
    state.documents.set(id, {
      id,
      uuid: randomUUID(),
      title: fileName.replace(/\.\w+$/, ''),
      fileName,
      fileSize: 48_000 * (index + 1),
      mimeType: 'application/pdf',
      url: `/documents/${id}/${encodeURIComponent(fileName)}`,
      tags: index % 2 ? ['visitors'] : [],
      collectionId: index % 2 ? 7 : 2,
      createdAt: ago(index * 3),
    });
  });
}
