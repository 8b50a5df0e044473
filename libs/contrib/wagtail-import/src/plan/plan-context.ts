import type { ContentNode } from '@pipit/cms';
import type { Fixture } from '../fixture/fixture.js';
import type { ImportMapping } from '../mapping/import-mapping.js';
import type { ImportReport } from '../report/import-report.js';
import type { ModelTypes } from './model-types.js';
import type { RowReferences } from './row-references.js';

/** What every part of the planning works with. */
export interface PlanContext {
  readonly fixture: Fixture;
  readonly mapping: ImportMapping;
  readonly report: ImportReport;
  readonly types: ModelTypes;
  readonly references: RowReferences;
}

/** Name of Wagtail's page model. */
export const PAGE_MODEL = 'wagtailcore.page';
export const REVISION_MODEL = 'wagtailcore.revision';

/** The names that declared fields have in the export, by their own. */
export function fieldNames(mapping: ImportMapping, model: string, fields: readonly ContentNode[]): Map<string, string> {
  const renamed = mapping.fields?.[model] ?? {};
  const theirs = new Map(Object.entries(renamed).map(([there, here]) => [here, there]));
  return new Map(fields.map((field) => [field.name, theirs.get(field.name) ?? field.name]));
}
