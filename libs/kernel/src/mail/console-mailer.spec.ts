import { ConsoleMailer } from './console-mailer.js';

describe('mail without a mail server', () => {
  it('is printed whole, whatever the server’s logger leaves out', async () => {
    const written = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    await new ConsoleMailer().send({ to: 'ann@example.org', subject: 'Your account', text: 'https://pipit.example/x' });
    const printed = written.mock.calls.map(([text]) => String(text)).join('');
    written.mockRestore();
    expect(printed).toBe('Mail to ann@example.org: Your account\nhttps://pipit.example/x\n');
  });
});
