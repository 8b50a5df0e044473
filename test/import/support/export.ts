import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFlatMedia } from '../../../apps/launcher/flat-media.mjs';
import type { SiteDefinition } from '../../sites/site-definition.js';
import { oracleSet } from '../../support/oracle.js';

/** A row of an export, as its file has it. */
export interface ExportedRow {
  readonly model: string;
  readonly pk: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** An export with the folder of its media. */
export interface Export {
  readonly files: readonly string[];
  readonly media: string;
  /** The rows of all files; later ones replaced earlier ones. */
  readonly rows: readonly ExportedRow[];
}

/** A recorded export. Sets without media of their own get flat pictures. */
export async function recordedExport(site: SiteDefinition, ...paths: [set: string, file: string][]): Promise<Export> {
  const files = paths.map(([set, file]) => oracleSet(set).file(file));
  const rows = new Map<string, ExportedRow>();
  for (const file of files) {
    for (const row of JSON.parse(readFileSync(file, 'utf8')) as ExportedRow[]) rows.set(`${row.model} ${row.pk}`, row);
  }
  const all = [...rows.values()];
  const own = oracleSet(paths[0]![0]);
  if (site.name === 'bakerydemo') return { files, media: own.file('media'), rows: all };
  const media = mkdtempSync(join(tmpdir(), 'pipit-flat-media-'));
  await makeFlatMedia(all as never, media, [...(site.importMapping.missingFiles ?? [])]);
  return { files, media, rows: all };
}
