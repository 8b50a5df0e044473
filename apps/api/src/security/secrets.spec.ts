import { randomBytes } from 'node:crypto';
import { requireOwnSecrets, weaknessOf } from './secrets.js';

describe('the key that signs sessions', () => {
  it.each([
    ['short', 'n3Qm8Zr1Yw5Kd7Vb2Xc9Lf4Hj6Gp0Ts'],
    ['repeated', 'a'.repeat(64)],
    ['repeated', 'n3Qm8Zr1Yw5K'.repeat(4)],
    ['repeated', 'abc123'.repeat(10)],
    ['example', 'change-me-n3Qm8Zr1Yw5Kd7Vb2Xc9Lf4Hj6'],
    ['example', '0123456789abcdefghijklmnopqrstuvwxyz'],
    ['example', 'a secret for tests alone: 7f3c9b1e5d8a2046'],
    ['example', 'only tests are signed with these characters 9f8e7d'],
    ['example', 'your-own-random-text-goes-here-8a7b6c5d'],
  ])('is %s: %s', (weakness, secret) => {
    expect(weaknessOf(secret)).toBe(weakness);
  });

  it('is good when it is random', () => {
    for (let round = 0; round < 200; round += 1) {
      expect(weaknessOf(randomBytes(32).toString('hex'))).toBeNull();
      expect(weaknessOf(randomBytes(48).toString('base64'))).toBeNull();
    }
  });

  it('stops a server that others reach, each of several, and nobody’s own', () => {
    const weak = { secrets: [randomBytes(32).toString('hex'), 'x'.repeat(40)], publicUrl: null };
    expect(() => requireOwnSecrets(weak, 'production')).toThrow(/repeats itself.*openssl rand/);
    expect(() => requireOwnSecrets({ ...weak, publicUrl: 'https://cms.garden.org' })).toThrow(/PIPIT_SECRET/);
    expect(() => requireOwnSecrets({ ...weak, publicUrl: 'http://localhost:3000' })).not.toThrow();
    const strong = { ...weak, secrets: [randomBytes(32).toString('hex')] };
    expect(() => requireOwnSecrets(strong, 'production')).not.toThrow();
  });
});
