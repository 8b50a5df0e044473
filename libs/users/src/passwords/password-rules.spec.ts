import { Problem } from '@pipit/kernel';
import { PasswordHashes } from './password-hashes.js';
import { requireGoodPassword } from './password-rules.js';
import { randomPassword } from './random-password.js';

const ada = { email: 'ada.lovelace@example.org', name: 'Ada Lovelace' };

function codeOf(password: string): string | null {
  try {
    requireGoodPassword(password, ada);
    return null;
  } catch (error) {
    return error instanceof Problem ? (error.errors[0]?.code ?? null) : 'other';
  }
}

describe('a password', () => {
  it.each([
    ['seven c', 'too_short'],
    ['😀🦊🐦🌱🌷🍀🐝', 'too_short'],
    ['password123', 'too_common'],
    ['PASSWORD123', 'too_common'],
    ['aaaaaaaaaaaaaaa', 'too_common'],
    ['abababababababa', 'too_common'],
    ['Sunshine42!', 'too_common'],
    ['$un$h1n3', 'too_common'],
    ['ada.lovelace', 'too_similar'],
    ['Ada Lovelace1', 'too_similar'],
    ['1815Lovelace', 'too_similar'],
    ['lovelaec', 'too_similar'],
    ['adalovelace@example', 'too_similar'],
    ['ab-'.repeat(342), 'too_long'],
    ['ω'.repeat(1000), 'too_long'],
  ])('%s is refused as %s', (password, code) => {
    expect(codeOf(password)).toBe(code);
  });

  it.each([
    'correct horse battery',
    '8 chars!',
    'ada builds engines',
    'Ωμέγα κι άλφα',
    'lorem ipsum '.repeat(80),
    randomPassword(),
  ])('%s is good', (password) => {
    expect(codeOf(password)).toBeNull();
  });
});

describe('password hashes', () => {
  const hashes = new PasswordHashes({ hashQueueLength: 2 });

  it('fit the password they were made of, in whichever form its letters were typed', async () => {
    const stored = await hashes.hash('caf\u00e9 au lait');
    expect(await hashes.matches('cafe\u0301 au lait', stored)).toBe(true);
    expect(await hashes.matches('cafe au lait', stored)).toBe(false);
  });

  it('take every character of a long password into account', async () => {
    const stored = await hashes.hash('x'.repeat(100));
    expect(await hashes.matches('x'.repeat(99), stored)).toBe(false);
    expect(await hashes.matches('x'.repeat(72), stored)).toBe(false);
  });

  it('refuse everybody where there is none, after the same work', async () => {
    const stored = await hashes.hash('difference engine');
    // As many have to wait, and are sent away when too many do.
    const sentAway = async (hash: string | null): Promise<number> => {
      const tries = Array.from({ length: 20 }, () => hashes.matches('wrong', hash));
      const ended = await Promise.allSettled(tries);
      expect(ended.filter((each) => each.status === 'fulfilled' && each.value)).toEqual([]);
      return ended.filter(({ status }) => status === 'rejected').length;
    };
    const [absent, wrong] = [await sentAway(null), await sentAway(stored)];
    expect(absent).toBe(wrong);
    expect(absent).toBeGreaterThan(0);
  });
});

it('random passwords are all different', () => {
  expect(new Set(Array.from({ length: 200 }, randomPassword)).size).toBe(200);
});
