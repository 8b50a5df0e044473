import type { Command } from 'commander';
import { WagtailImport, importWagtailCommand } from '@pipit/contrib/wagtail-import';
import type { RunInApp } from '../cli.js';
import { importRedirects, type ImportRedirectsOptions } from './import-redirects.js';

interface ImportOptions {
  readonly media?: string;
  readonly also?: string[];
  readonly dryRun?: boolean;
  readonly allowSkips?: boolean;
  readonly report?: string;
}

/** `import wagtail`, `import redirects`. */
export function addImportCommands(program: Command, run: RunInApp): void {
  const imports = program
    .command('import')
    .description('Takes over content of another system, and lists of redirects.');
  imports
    .command('redirects')
    .argument('<file>', 'CSV or XLSX; its heading names the columns “from” and “to”, and may name “site” and “type”')
    .description('Adds and changes redirects, all of the file or none.')
    .option('--site <host>', 'the site of rows that name none; default: every site')
    .option('--temporary', 'rows that do not say it are temporary (302)')
    .option('--from <column>', 'what the heading calls the column of former addresses')
    .option('--to <column>', 'what the heading calls the column of new addresses')
    .option('--dry-run', 'says what would be done and keeps nothing')
    .action((file: string, options: ImportRedirectsOptions) =>
      run.acting('import redirects', (acting) => importRedirects(acting, file, options)),
    );
  imports
    .command('wagtail')
    .argument('<dumpdata>', 'JSON file made by Django’s dumpdata')
    .description('Reads a Wagtail site into the declared types, in one transaction: everything or nothing.')
    .option('--media <folder>', 'the site’s media folder')
    .option('--also <file...>', 'further files, loaded over the first')
    .option('--dry-run', 'does everything, says what it would take, and writes nothing')
    .option('--allow-skips', 'accepts that what the project’s mapping names as not taken is left out')
    .option('--report <file>', 'writes the whole report as JSON')
    .action((fixture: string, options: ImportOptions) =>
      run(async ({ app, project }) => {
        if (!project.importMapping)
          throw new Error(
            `The project “${project.name}” has no mapping for imports from Wagtail. PIPIT_PROJECT names a project that has.`,
          );
        return importWagtailCommand(
          app.get(WagtailImport),
          project.importMapping,
          { fixture, ...options },
          process.stdout,
        );
      }),
    );
}
