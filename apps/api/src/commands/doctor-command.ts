import { ConsoleMailer, JobsHealth, Mailer, Migrations, systemCtx } from '@pipit/cms';
import type { Command } from 'commander';
import { DataSource } from 'typeorm';
import type { INestApplicationContext } from '@nestjs/common';
import type { RunInApp } from '../cli.js';
import { deployFindings, type InstallationFacts } from '../doctor/findings.js';
import { optionsFrom } from '../options.js';

/** `doctor --deploy`: says what is weak about an installation before strangers find it. */
export function addDoctorCommand(program: Command, run: RunInApp): void {
  program
    .command('doctor')
    .description('Says what is wrong with this installation; exit code 1 when there are errors.')
    .option('--deploy', 'also what is weak where people reach it from elsewhere')
    .action(({ deploy = false }: { deploy?: boolean }) =>
      run(async ({ app }) => {
        const found = deployFindings(optionsFrom(process.env), await factsOf(app));
        const shown = deploy ? found : found.filter(({ id }) => BASIC.has(id));
        for (const { id, severity, message, hint } of shown) console.log(`${severity} ${id}: ${message}\n  ${hint}`);
        const errors = shown.filter(({ severity }) => severity === 'error').length;
        console.log(shown.length === 0 ? 'Nothing is wrong.' : `${errors} errors, ${shown.length - errors} warnings.`);
        return errors === 0 ? 0 : 1;
      }),
    );
}

/** What is wrong wherever it runs. */
const BASIC = new Set(['deploy.E004', 'deploy.E005', 'deploy.E006', 'deploy.W006']);

async function factsOf(app: INestApplicationContext): Promise<InstallationFacts> {
  const dataSource = app.get(DataSource);
  const [role]: { super: boolean }[] = await dataSource.query(
    'SELECT rolsuper AS super FROM pg_roles WHERE rolname = current_user',
  );
  const pendingMigrations = (await app.get(Migrations).pending()).length;
  const people =
    pendingMigrations > 0
      ? []
      : await dataSource.query<{ all: number; bare: number }[]>(
          `SELECT count(*)::int AS "all", count(*) FILTER (WHERE second_factor_at IS NULL)::int AS bare
             FROM user_account WHERE is_administrator AND is_active AND password_hash IS NOT NULL`,
        );
  const ctx = systemCtx(dataSource.manager, 'doctor');
  return {
    pendingMigrations,
    isSuperuser: role?.super ?? false,
    sendsMail: !(app.get(Mailer, { strict: false }) instanceof ConsoleMailer),
    administrators: people[0]?.all ?? 0,
    administratorsWithoutFactor: people[0]?.bare ?? 0,
    hasWorker: (await app.get(JobsHealth, { strict: false }).workers(ctx)) > 0,
  };
}
