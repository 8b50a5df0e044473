import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { UsersConfig } from '../users.options.js';

/**
 * Keeps secrets that have to be read again, sealed with keys derived from the server's: a copy of the database alone
 * tells nothing. Each says which key it was sealed with, so keys can be replaced one after the other.
 */
@Injectable()
export class SealedSecrets {
  private readonly keys: ReadonlyMap<string, Buffer>;

  constructor(config: UsersConfig) {
    this.keys = new Map(config.tokenSecrets.map((secret) => keyOf(secret)));
  }

  /** Sealed with the newest key, for this owner alone. */
  seal(owner: string, secret: string): string {
    const [[id, key] = ['', Buffer.alloc(32)]] = this.keys;
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(owner));
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return [
      id,
      nonce.toString('base64url'),
      sealed.toString('base64url'),
      cipher.getAuthTag().toString('base64url'),
    ].join('.');
  }

  /** Was it sealed with a key that is on its way out? */
  isOutdated(text: string): boolean {
    const [newest] = this.keys.keys();
    return !text.startsWith(`${newest}.`);
  }

  /** What was sealed for this owner; null when its key is not there any more, or somebody changed it. */
  open(owner: string, text: string): string | null {
    const [id = '', nonce = '', sealed = '', tag = ''] = text.split('.');
    const key = this.keys.get(id);
    if (!key) return null;
    try {
      const cipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'), { authTagLength: 16 });
      cipher.setAAD(Buffer.from(owner)).setAuthTag(Buffer.from(tag, 'base64url'));
      return cipher.update(Buffer.from(sealed, 'base64url'), undefined, 'utf8') + cipher.final('utf8');
    } catch {
      return null;
    }
  }
}

function keyOf(secret: string): [id: string, key: Buffer] {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'pipit:sealed', 32));
  return [createHash('sha256').update('kid ').update(key).digest('base64url').slice(0, 12), key];
}
