import { writeFile } from 'node:fs/promises';
import { Problem } from '@pipit/cms';
import type { ImportMapping } from '../mapping/import-mapping.js';
import { printReport, printTaken } from '../report/print-report.js';
import type { WagtailImport, WagtailImportResult } from '../wagtail-import.js';
import { terminalProgress, type Output } from './terminal-progress.js';

/** Arguments of `import wagtail <dumpdata.json> --media <folder>`. */
export interface ImportWagtailArguments {
  readonly fixture: string;
  /** Further `dumpdata` files, loaded over the first. */
  readonly also?: readonly string[];
  readonly media?: string | null;
  readonly dryRun?: boolean;
  readonly allowSkips?: boolean;
  /** Where to write the whole report as JSON. */
  readonly report?: string;
}

/** Runs an import and tells about it. Answers the exit code: 0 when everything was taken, or may be. */
export async function importWagtailCommand(
  wagtailImport: WagtailImport,
  mapping: ImportMapping,
  given: ImportWagtailArguments,
  output: Output,
): Promise<number> {
  const progress = terminalProgress(output);
  let result: WagtailImportResult;
  try {
    result = await wagtailImport.run(
      {
        mapping,
        files: [given.fixture, ...(given.also ?? [])],
        media: given.media ?? null,
        dryRun: given.dryRun ?? false,
        allowSkips: given.allowSkips ?? false,
      },
      progress,
    );
  } catch (error) {
    progress.end();
    output.write(`${messageOf(error)}\nNothing was written.\n`);
    return 1;
  }
  progress.end();
  return tell(result, given, output);
}

async function tell(
  { report, isWritten }: WagtailImportResult,
  given: ImportWagtailArguments,
  output: Output,
): Promise<number> {
  const { problems, leftovers, notes, taken } = report;
  const allowSkips = given.allowSkips ?? false;
  if (given.report) {
    const whole = { problems, leftovers, notes, taken: Object.fromEntries(taken) };
    await writeFile(given.report, `${JSON.stringify(whole, null, 2)}\n`);
  }
  const isFine = report.allowsWriting({ allowSkips });
  const lines = printReport(report, { allowSkips });
  if (isFine) lines.push(given.dryRun ? 'Would be taken:' : 'Taken:', ...printTaken(report));
  if (!isWritten) lines.push(given.dryRun && isFine ? 'Dry run: nothing was written.' : 'Nothing was written.');
  output.write(`${lines.join('\n')}\n`);
  return isFine ? 0 : 1;
}

function messageOf(error: unknown): string {
  if (error instanceof Problem) return error.message;
  return `The import failed: ${error instanceof Error ? error.message : String(error)}`;
}
