import { badRequest } from '@pipit/kernel';
import { IMPORT_COLUMNS, type ImportColumn, type RedirectImportWish } from '../transfer/import-redirects.js';

const YES_OR_NO = ['true', 'false'];

/** Parts of the form of an import, as OpenAPI describes them. */
export const IMPORT_FIELDS = {
  file: { type: 'string', format: 'binary' },
  dryRun: { type: 'string', enum: YES_OR_NO, description: 'Tries everything and keeps nothing.' },
  site: { type: 'string', description: 'Id of the site of rows that name none. Default: every site.' },
  permanent: { type: 'string', enum: YES_OR_NO, description: 'What rows are that do not say it. Default: true.' },
  ...Object.fromEntries(
    IMPORT_COLUMNS.map((column) => [
      `column.${column}`,
      { type: 'string', description: `What the file’s heading calls “${column}”.` },
    ]),
  ),
} as const;

/** Reads the text fields of an import. */
export function importWishOf(file: Uint8Array, fields: Readonly<Record<string, string>>): RedirectImportWish {
  const yesOrNo = (name: string, otherwise: boolean): boolean => {
    const given = fields[name];
    if (given === undefined) return otherwise;
    if (YES_OR_NO.includes(given)) return given === 'true';
    throw badRequest(`“${name}” is true or false.`);
  };
  const { site } = fields;
  if (site !== undefined && !/^[1-9]\d{0,8}$/.test(site)) throw badRequest('“site” is the id of a site.');
  const columns: Partial<Record<ImportColumn, string>> = {};
  for (const column of IMPORT_COLUMNS) {
    const heading = fields[`column.${column}`];
    if (heading !== undefined) columns[column] = heading;
  }
  return {
    file,
    dryRun: yesOrNo('dryRun', false),
    siteId: site === undefined ? null : Number(site),
    isPermanent: yesOrNo('permanent', true),
    columns,
  };
}
