import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { UsersConfig } from '../users.options.js';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Made once: to make a key of bytes costs as much as to seal a text. */
interface SealKeys {
  readonly encryption: KeyObject;
  readonly nonce: KeyObject;
}

/**
 * Texts that are handed out and come back unchanged and unread, such as the place in a list that was reached. Each
 * purpose has keys of its own, derived from the server's secrets. A text sealed twice looks the same, so that equal
 * answers stay equal; it says nothing about who may do what.
 */
@Injectable()
export class SealedTexts {
  private readonly keysOf = new Map<string, readonly SealKeys[]>();

  constructor(private readonly config: UsersConfig) {}

  /** The text, readable and changeable by nobody but this server and its siblings. */
  seal(purpose: string, text: string): string {
    const [keys] = this.keys(purpose) as [SealKeys];
    // Made of the text itself: a nonce is never used for two texts, and no randomness is needed.
    const nonce = createHmac('sha256', keys.nonce).update(text).digest().subarray(0, NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, keys.encryption, nonce);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** The text that was sealed for that purpose; null for anything else. */
  open(purpose: string, sealed: string): string | null {
    const bytes = Buffer.from(sealed, 'base64url');
    // What is no canonical base64 would be a second spelling of the same text.
    if (bytes.length < NONCE_BYTES + TAG_BYTES || bytes.toString('base64url') !== sealed) return null;
    for (const keys of this.keys(purpose)) {
      const text = decrypted(bytes, keys.encryption);
      if (text !== null) return text;
    }
    return null;
  }

  private keys(purpose: string): readonly SealKeys[] {
    let keys = this.keysOf.get(purpose);
    if (!keys) {
      keys = this.config.tokenSecrets.map((secret) => keysFor(purpose, secret));
      this.keysOf.set(purpose, keys);
    }
    return keys;
  }
}

function keysFor(purpose: string, secret: string): SealKeys {
  const bytes = Buffer.from(hkdfSync('sha256', secret, '', `pipit:sealed:${purpose}`, 64));
  return { encryption: createSecretKey(bytes.subarray(0, 32)), nonce: createSecretKey(bytes.subarray(32)) };
}

function decrypted(bytes: Buffer, key: KeyObject): string | null {
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  try {
    return decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return null;
  }
}
