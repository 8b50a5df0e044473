import { defineProblem } from '@pipit/kernel';

/** Unknown address, wrong password, no password or a deactivated account: the answer never says which. */
export const invalidCredentials = defineProblem({
  code: 'invalid_credentials',
  status: 401,
  title: 'Address or password are not right',
});
/** The session was ended, has expired or never was: sign in again. */
export const sessionEnded = defineProblem({ code: 'session_ended', status: 401, title: 'The session has ended' });
