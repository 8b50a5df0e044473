import { emailKey, isPlainEmail } from './email.js';

it.each(['Mike@Example.org', ' mike@example.org ', '\uff4dike@example.org'])(
  '%s is the address of mike@example.org',
  (spelling) => {
    expect(emailKey(spelling)).toBe('mike@example.org');
  },
);

it('addresses that look alike by accent stay different people', () => {
  expect(emailKey('cüre53@example.org')).not.toBe(emailKey('cure53@example.org'));
});

it.each(['ada@example.org', 'ada+cms@sub.example.org'])('%s is a plain address', (address) => {
  expect(isPlainEmail(address)).toBe(true);
});

it.each([
  'ada',
  'ada@',
  '"a b"@example.org',
  'a@example.org, b@example.org',
  'Ada <ada@example.org>',
  `${'a'.repeat(250)}@example.org`,
])('%s is none', (address) => {
  expect(isPlainEmail(address)).toBe(false);
});
