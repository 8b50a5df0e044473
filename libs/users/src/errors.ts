import { defineProblem } from '@pipit/kernel';

/** Unknown address, wrong password, no password or a deactivated account: the answer never says which. */
export const invalidCredentials = defineProblem({
  code: 'invalid_credentials',
  status: 401,
  title: 'Address or password are not right',
});
/** The session was ended, has expired or never was: sign in again. */
export const sessionEnded = defineProblem({ code: 'session_ended', status: 401, title: 'The session has ended' });
/** Without an administrator nobody could ever make one again. */
export const lastAdministrator = defineProblem({
  code: 'last_administrator',
  status: 409,
  title: 'The last administrator stays',
});
/** The link was used, has expired, was replaced by a newer one, or never was: the answer never says which. */
export const linkExpired = defineProblem({ code: 'link_expired', status: 400, title: 'The link is not good any more' });
/** A page sent a cookie that browsers send by themselves, and not the word that only our own pages know. */
export const csrfRefused = defineProblem({
  code: 'csrf_refused',
  status: 403,
  title: 'The request proves no page of ours',
});
/** The password was not given in this session for a while, and this takes more than a session. */
export const confirmationNeeded = defineProblem({
  code: 'confirmation_needed',
  status: 403,
  title: 'Give your password once more',
});
/** Wrong password of a private page, or nothing there that has one: the answer never says which. */
export const notLetIn = defineProblem({ code: 'not_let_in', status: 403, title: 'This does not open it' });
