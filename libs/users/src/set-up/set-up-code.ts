import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { UsersConfig } from '../users.options.js';

/** No letters that look alike: people type it from a log. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const LENGTH = 20;

/**
 * What proves that somebody who sets up a fresh server can read its log. Derived from the server's secret (97 bits), so
 * all processes have the same one, also after a restart, and none is stored.
 */
@Injectable()
export class SetUpCode {
  private readonly plain: string;

  constructor({ tokenSecrets: [newest = ''] }: UsersConfig) {
    const key = Buffer.from(hkdfSync('sha256', newest, '', 'pipit:set-up', 32));
    const bytes = createHmac('sha512', key).update('code').digest();
    this.plain = [...bytes.subarray(0, LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
  }

  /** In groups that can be read out. */
  get text(): string {
    return this.plain.match(/.{5}/g)?.join('-') ?? this.plain;
  }

  /** Is it this one, however it was typed? */
  fits(typed: string): boolean {
    const [right, given] = [this.plain, typed.toLowerCase().replace(/[^a-z0-9]/g, '')].map((text) => Buffer.from(text));
    return right !== undefined && given?.length === right.length && timingSafeEqual(right, given);
  }
}
