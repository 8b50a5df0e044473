import { resolve } from 'node:path';
import ipaddr from 'ipaddr.js';

/** Everything the server learns from its environment, checked. */
export interface ServerOptions {
  readonly databaseUrl: string;
  readonly poolSize: number;
  readonly host: string;
  readonly port: number;
  /** Folder of the media files. */
  readonly dataDir: string;
  /** Where media files are kept instead, `s3://bucket/prefix`; null: in the folder, or as the project says. */
  readonly storage: string | null;
  readonly secrets: readonly string[];
  /** Host names the server answers for, `.example.org` with all below; none: whatever is asked for. */
  readonly hosts: readonly string[];
  /** Networks of proxies that may say from where a request came; CIDR, an address, or `loopback`. */
  readonly trustedProxies: readonly string[];
  /** Pages of these origins may read the content API; none: as the project says. */
  readonly corsOrigins: readonly string[];
  /** Folder of the built editor; null serves none. */
  readonly editorDist: string | null;
  /** Address under which others reach this server; printed in the content API. null: that of the request's site. */
  readonly publicUrl: string | null;
  /** Address of the default site's frontend; kept in the site's record. null: as the record says. */
  readonly siteUrl: string | null;
  /** Megabytes of memory for answers of the content API; null: as the project says. */
  readonly contentCacheMegabytes: number | null;
  /** Address of the frontend's preview with `{token}` in it; null: as the project says. */
  readonly previewUrl: string | null;
  /** The mail server, `smtps://user:password@host:465`; null: as the project says, else mail is printed to the log. */
  readonly smtpUrl: string | null;
  /** Whom mail comes from. */
  readonly mailFrom: string;
  /** Compiled module whose default export is the project to serve; null serves the demo. */
  readonly project: string | null;
}

/** A setting that is missing or wrong, in one sentence. */
export class BadSetting extends Error {}

/** Reads the environment; the only place that does. */
export function optionsFrom(env: NodeJS.ProcessEnv): ServerOptions {
  return {
    databaseUrl: databaseUrl(env['DATABASE_URL']),
    poolSize: integer(env, 'PIPIT_POOL_SIZE', 10, 1, 1000),
    host: env['HOST'] || '127.0.0.1',
    port: integer(env, 'PORT', 3000, 0, 65_535),
    dataDir: resolve(env['PIPIT_DATA'] || '.pipit/media'),
    storage: env['PIPIT_STORAGE'] || null,
    secrets: (env['PIPIT_SECRET'] ?? '').split(',').filter(Boolean),
    hosts: listOf(env['PIPIT_HOSTS']),
    trustedProxies: trustedProxies(env['PIPIT_TRUSTED_PROXIES']),
    corsOrigins: corsOrigins(env['PIPIT_CORS_ORIGINS']),
    editorDist: env['PIPIT_EDITOR_DIST'] ? resolve(env['PIPIT_EDITOR_DIST']) : null,
    publicUrl: env['PIPIT_URL']?.replace(/\/+$/, '') || null,
    siteUrl: env['PIPIT_SITE_URL'] || null,
    contentCacheMegabytes: env['PIPIT_CONTENT_CACHE'] ? integer(env, 'PIPIT_CONTENT_CACHE', 64, 0, 100_000) : null,
    previewUrl: env['PIPIT_PREVIEW_URL'] || null,
    smtpUrl: smtpUrl(env['PIPIT_SMTP_URL']),
    mailFrom: mailFrom(env['PIPIT_MAIL_FROM'], env['PIPIT_SMTP_URL']),
    project: env['PIPIT_PROJECT'] || null,
  };
}

function listOf(value: string | undefined): string[] {
  return (value ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}

/** A number of proxies could be made up by whoever asks, so only networks are taken. */
function trustedProxies(value: string | undefined): string[] {
  const ranges = value === undefined ? ['loopback'] : listOf(value);
  const wrong = ranges.find((range) => range !== 'loopback' && !isNetwork(range));
  if (wrong === undefined) return ranges;
  throw new BadSetting(`PIPIT_TRUSTED_PROXIES: “${wrong}” is no network such as 10.0.0.0/8.`);
}

/** The library reads a bare number as an address, too. */
function isNetwork(range: string): boolean {
  return /[.:]/.test(range) && (ipaddr.isValid(range) || ipaddr.isValidCIDR(range));
}

/** Each letter by letter: a star or a pattern would let in pages that nobody thought of. */
function corsOrigins(value: string | undefined): string[] {
  const origins = listOf(value);
  const wrong = origins.find(
    (origin) => !URL.canParse(origin) || new URL(origin).origin !== origin || !/^https?:[^*]*$/.test(origin),
  );
  if (wrong === undefined) return origins;
  throw new BadSetting(`PIPIT_CORS_ORIGINS: “${wrong}” is no origin such as https://www.example.org.`);
}

function smtpUrl(value: string | undefined): string | null {
  if (!value) return null;
  if (/^smtps?:\/\/[^/]/.test(value) && URL.canParse(value)) return value;
  throw new BadSetting('PIPIT_SMTP_URL does not begin with smtp:// or smtps://, or names no host.');
}

function mailFrom(value: string | undefined, smtp: string | undefined): string {
  if (value) return value;
  if (!smtp) return 'pipit@localhost';
  throw new BadSetting('PIPIT_MAIL_FROM is not set: PIPIT_SMTP_URL needs an address that mail comes from.');
}

function databaseUrl(value: string | undefined): string {
  if (!value) throw new BadSetting('DATABASE_URL is not set. Give it as postgres://user:password@host:5432/name.');
  if (!/^postgres(ql)?:\/\//.test(value)) throw new BadSetting('DATABASE_URL does not begin with postgres://.');
  return value;
}

function integer(env: NodeJS.ProcessEnv, name: string, fallback: number, min: number, max: number): number {
  const text = env[name];
  if (!text) return fallback;
  const value = Number(text);
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw new BadSetting(`${name} has to be a whole number from ${min} to ${max}, not “${text}”.`);
}
