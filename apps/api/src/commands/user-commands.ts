import type { Command } from 'commander';
import { UserCommands, type UserCommandResult } from '@pipit/cms';
import type { RunInApp } from '../cli.js';

interface PasswordOptions {
  readonly password?: string;
  readonly passwordStdin?: boolean;
}

/** `user:create-admin`, `user:password`. */
export function addUserCommands(program: Command, run: RunInApp): void {
  program
    .command('user:create-admin')
    .description('Creates an administrator. Without a password it makes one up and shows it once.')
    .requiredOption('--email <address>', 'address to sign in with')
    .option('--name <name>', 'name shown to others')
    .option('--password <password>', 'visible in the list of processes; prefer --password-stdin')
    .option('--password-stdin', 'reads the password from standard input')
    .action(({ email, name, ...given }: PasswordOptions & { email: string; name?: string }) =>
      run.acting('user:create-admin', async ({ app, ctx }) => {
        const password = await passwordOf(given);
        const options = { email, ...(name ? { name } : {}), ...(password ? { password } : {}) };
        report('Created the administrator', await app.get(UserCommands).createAdmin(ctx, options));
      }),
    );

  program
    .command('user:password')
    .argument('<email>', 'whose password')
    .description('Sets a password and ends the person’s sessions. Without one it makes one up and shows it once.')
    .option('--password <password>', 'visible in the list of processes; prefer --password-stdin')
    .option('--password-stdin', 'reads the password from standard input')
    .action((email: string, given: PasswordOptions) =>
      run.acting('user:password', async ({ app, ctx }) => {
        const password = await passwordOf(given);
        const result = await app.get(UserCommands).password(ctx, { email, ...(password ? { password } : {}) });
        report('Changed the password of', result);
      }),
    );
}

function report(what: string, { user, generatedPassword }: UserCommandResult): void {
  console.log(`${what} ${user.email}.`);
  if (generatedPassword) console.log(`Password: ${generatedPassword}`);
}

async function passwordOf({ password, passwordStdin }: PasswordOptions): Promise<string | undefined> {
  if (!passwordStdin) return password;
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  const line = Buffer.concat(chunks).toString('utf8').split('\n')[0] ?? '';
  if (line === '') throw new Error('There was no password on standard input.');
  return line;
}
