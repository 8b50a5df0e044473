/** How people stay signed in. */
export interface UsersOptions {
  /**
   * Secrets that sign access tokens, 32 bytes at least each. The first signs, all are accepted: put a new one in front
   * to replace the old one without signing anybody out. There is no default.
   */
  readonly tokenSecrets: readonly string[];
  /** Name of this installation in its tokens; default `pipit`. */
  readonly issuer?: string;
  /** Address of the editor, which links in mails lead to: `https://cms.example.org/editor`. Default: on this machine. */
  readonly editorUrl?: string;
  /** Default 900, a quarter of an hour. */
  readonly accessTokenSeconds?: number;
  /** A session that is not used for this long ends; default 14. */
  readonly sessionIdleDays?: number;
  /** A session ends after this long in any case; default 60. */
  readonly sessionMaxDays?: number;
  /** How many may wait to have their password looked at, in each process; others are told to try again. Default 64. */
  readonly hashQueueLength?: number;
  /** For how long a reader who gave the password of a private page, or signed in, reads on; default 3600, an hour. */
  readonly readerTokenSeconds?: number;
}

/** The options with their defaults filled in. */
export class UsersConfig {
  readonly tokenSecrets: readonly string[];
  readonly issuer: string;
  readonly editorUrl: string;
  readonly accessTokenSeconds: number;
  readonly sessionIdleDays: number;
  readonly sessionMaxDays: number;
  readonly hashQueueLength: number;
  readonly readerTokenSeconds: number;

  constructor(options: UsersOptions) {
    requireStrongSecrets(options.tokenSecrets);
    this.tokenSecrets = options.tokenSecrets;
    this.issuer = options.issuer ?? 'pipit';
    this.editorUrl = (options.editorUrl ?? 'http://localhost:3000/editor').replace(/\/+$/, '');
    this.accessTokenSeconds = options.accessTokenSeconds ?? 900;
    this.sessionIdleDays = options.sessionIdleDays ?? 14;
    this.sessionMaxDays = options.sessionMaxDays ?? 60;
    this.hashQueueLength = options.hashQueueLength ?? 64;
    this.readerTokenSeconds = options.readerTokenSeconds ?? 3600;
  }
}

/** A weak secret would let anybody sign tokens, so the server does not start with one. */
function requireStrongSecrets(secrets: readonly string[]): void {
  const isStrong = (secret: string): boolean => Buffer.byteLength(secret) >= 32 && new Set(secret).size >= 8;
  if (secrets.length > 0 && secrets.every(isStrong)) return;
  throw new Error(
    'users.E001: UsersModule needs tokenSecrets of at least 32 random bytes each. ' +
      'Hint: make one with `openssl rand -base64 48` and keep it between restarts.',
  );
}
