import { invalid, type Ctx } from '@pipit/kernel';
import { findUserByEmail } from '../queries/accounts.js';
import { isPlainEmail } from './email.js';

/** Refuses what is no plain address, and one that another account has. */
export async function requireFreeAddress(ctx: Ctx, email: string, ownId?: number): Promise<void> {
  if (!isPlainEmail(email.trim())) {
    throw invalid('This is no e-mail address.', [
      { path: '/email', code: 'email', message: 'Write an address such as ada@example.org.' },
    ]);
  }
  const holder = await findUserByEmail(ctx, email);
  if (!holder || holder.id === ownId) return;
  throw invalid('There is an account with this address.', [
    { path: '/email', code: 'taken', message: 'Another account has this address.' },
  ]);
}
