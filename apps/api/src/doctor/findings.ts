import { weaknessOf } from '../security/secrets.js';
import type { ServerOptions } from '../options.js';

/** What is wrong, how bad it is, and what to do. */
export interface Finding {
  /** Stable, for those who keep a list. */
  readonly id: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly hint: string;
}

/** What only the running installation knows. */
export interface InstallationFacts {
  readonly pendingMigrations: number;
  /** The role of the database may do everything there. */
  readonly isSuperuser: boolean;
  readonly sendsMail: boolean;
  readonly administrators: number;
  readonly administratorsWithoutFactor: number;
  /** A job worker was seen a short while ago. */
  readonly hasWorker: boolean;
}

/** What is weak about an installation that people reach from elsewhere. Pure: the command gathers, this judges. */
export function deployFindings(options: ServerOptions, facts: InstallationFacts): Finding[] {
  const found: Finding[] = [];
  const error = (id: string, message: string, hint: string): void =>
    void found.push({ id, severity: 'error', message, hint });
  const warning = (id: string, message: string, hint: string): void =>
    void found.push({ id, severity: 'warning', message, hint });
  if (!options.publicUrl) {
    error(
      'deploy.E001',
      'Nobody said under which address the server is reached.',
      'Set PIPIT_URL: links in mails lead there.',
    );
  } else if (!options.publicUrl.startsWith('https://')) {
    error('deploy.E002', 'The server is reached without encryption.', 'Set PIPIT_URL to an https:// address.');
  }
  if (options.secrets.some((secret) => weaknessOf(secret) !== null)) {
    error(
      'deploy.E003',
      'PIPIT_SECRET is short, repeats itself, or reads like an example.',
      'Make one with `openssl rand -base64 48`.',
    );
  }
  if (facts.pendingMigrations > 0) {
    error('deploy.E004', `${facts.pendingMigrations} migrations have not run.`, 'Run npm run pipit -- migrate.');
  }
  if (facts.administrators === 0) {
    error('deploy.E005', 'There is no administrator who can sign in.', 'Run npm run pipit -- user:create-admin.');
  }
  if (options.hosts.length === 0) {
    warning('deploy.W001', 'The server answers for every host name.', 'Set PIPIT_HOSTS to those it is reached by.');
  }
  if (options.trustedProxies.some((range) => /\/0$/.test(range))) {
    error(
      'deploy.E006',
      'Everybody may say from which address they come.',
      'Set PIPIT_TRUSTED_PROXIES to your proxies.',
    );
  }
  const plain = options.corsOrigins.filter((origin) => !origin.startsWith('https://'));
  if (plain.length > 0) {
    warning(
      'deploy.W007',
      `Pages without encryption may read the content API: ${plain.join(', ')}.`,
      'Name origins that begin with https:// in PIPIT_CORS_ORIGINS.',
    );
  }
  if (!facts.sendsMail) {
    warning('deploy.W002', 'Mail is printed to the log and reaches nobody.', 'Set PIPIT_SMTP_URL and PIPIT_MAIL_FROM.');
  }
  if (facts.isSuperuser) {
    warning(
      'deploy.W004',
      'The role of DATABASE_URL may do everything in the database server.',
      'Use a role that owns this database alone.',
    );
  }
  if (facts.administratorsWithoutFactor > 0) {
    warning(
      'deploy.W005',
      `${facts.administratorsWithoutFactor} of ${facts.administrators} administrators sign in with a password alone.`,
      'Let a group ask for a second factor, and put them into it.',
    );
  }
  if (!facts.hasWorker) {
    warning(
      'deploy.W006',
      'No worker was seen lately: nothing is published on time, and no mail is sent.',
      'Start the server.',
    );
  }
  return found;
}
