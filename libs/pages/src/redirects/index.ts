/** Redirects made by hand, and the addresses pages leave behind. */
export { CreateRedirect } from './actions/create-redirect.action.js';
export { DeleteRedirect } from './actions/delete-redirect.action.js';
export { EditRedirect, type EditRedirectInput } from './actions/edit-redirect.action.js';
export { RedirectCreated, RedirectDeleted, RedirectEdited } from './events.js';
export { BeforeRedirectDelete, BeforeRedirectSave } from './hooks.js';
export {
  RedirectList,
  type RedirectDetail,
  type RedirectListQuery,
  type RedirectRow,
} from './queries/redirect-list.js';
export { addressOf, redirectPath, withoutQuery } from './redirect-path.js';
export { RedirectRules, type RedirectWarning } from './redirect-rules.js';
export type { RedirectValues } from './redirect-values.js';
export { Redirect } from './redirect.entity.js';
export { ImportRedirects, type RedirectImportResult, type RedirectImportWish } from './transfer/import-redirects.js';
