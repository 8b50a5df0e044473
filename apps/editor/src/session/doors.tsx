import type { ReactNode } from 'react';
import { ChoosePassword } from './choose-password';
import { ConfirmEmail } from './confirm-email';
import { ForgotPassword } from './forgot-password';

const doors: Readonly<Record<string, () => ReactNode>> = {
  'forgot-password': () => <ForgotPassword />,
  'reset-password': () => <ChoosePassword purpose="reset" />,
  'accept-invitation': () => <ChoosePassword purpose="invitation" />,
  'confirm-email': () => <ConfirmEmail />,
};

/** The screen that a link of a letter opens, signed in or not; null for all other addresses. */
export function doorAt(path: string): ReactNode | null {
  const name = /^\/editor\/([\w-]+)\/?$/.exec(path)?.[1];
  return name && Object.hasOwn(doors, name) ? doors[name]!() : null;
}
