import { BadSetting, type ServerOptions } from '../options.js';

/** What keys are called in examples, tests and documents, ours and those of others. */
const EXAMPLE =
  /change.?me|replace|example|secret|password|default|\btests?\b|your[-_ ]|insert|pipit|0123456789|abcdefghij/i;
const LEAST_BYTES = 32;
const LEAST_SIGNS = 10;

/** Why this is no key that nobody else knows; null when it may be one. */
export function weaknessOf(secret: string): 'short' | 'repeated' | 'example' | null {
  if (Buffer.byteLength(secret) < LEAST_BYTES) return 'short';
  if (new Set(secret).size < LEAST_SIGNS || isRepeated(secret)) return 'repeated';
  return EXAMPLE.test(secret) ? 'example' : null;
}

/** Made of one piece, over and over. */
function isRepeated(secret: string): boolean {
  const again = (secret + secret).indexOf(secret, 1);
  return again > 0 && again < secret.length;
}

const WORDS = { short: 'is shorter than 32 bytes', repeated: 'repeats itself', example: 'reads like an example' };

/**
 * Throws `BadSetting` when a server that others reach would sign sessions with a key that they may know as well. On
 * one's own machine the key of a test is good enough.
 */
export function requireOwnSecrets(
  { secrets, publicUrl }: Pick<ServerOptions, 'secrets' | 'publicUrl'>,
  mode = '',
): void {
  if (mode !== 'production' && !publicUrl?.startsWith('https://')) return;
  for (const secret of secrets) {
    const weakness = weaknessOf(secret);
    if (weakness === null) continue;
    throw new BadSetting(
      `PIPIT_SECRET ${WORDS[weakness]}, and whoever knows it can sign in as anybody. ` +
        'Make one with `openssl rand -base64 48`, and keep it between restarts.',
    );
  }
}
