import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** @import { Layout } from './layout.mjs' */

/**
 * The key that signs sessions: PIPIT_SECRET, or a random one kept in this clone, so that a restart logs nobody out.
 * @param {Layout} layout
 * @returns {string}
 */
export function secretOf(layout) {
  if (process.env.PIPIT_SECRET) return process.env.PIPIT_SECRET;
  const file = path.join(layout.state, 'secret');
  if (!existsSync(file)) {
    mkdirSync(layout.state, { recursive: true });
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}

/**
 * A password that can be read aloud and typed: no letters that look alike, about 95 bits.
 * @returns {string}
 */
export function randomPassword() {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const bytes = [...randomBytes(64)].filter((byte) => byte < 248).slice(0, 20);
  const text = bytes.map((byte) => letters[byte % letters.length]).join('');
  return text.match(/.{5}/g)?.join('-') ?? text;
}
