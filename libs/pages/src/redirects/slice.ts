import type { Slice } from '../slice.js';
import { RedirectsController } from './http/redirects.controller.js';
import { Redirect } from './redirect.entity.js';
import { CreateRedirect } from './actions/create-redirect.action.js';
import { DeleteRedirect } from './actions/delete-redirect.action.js';
import { EditRedirect } from './actions/edit-redirect.action.js';
import { RedirectList } from './queries/redirect-list.js';
import { RedirectRules } from './redirect-rules.js';
import { ExportRedirects } from './transfer/export-redirects.js';
import { ImportRedirects } from './transfer/import-redirects.js';
import { TargetPages } from './transfer/target-pages.js';

/** What redirects bring to the module of pages. */
export const REDIRECTS: Slice = {
  entities: [Redirect],
  controllers: [RedirectsController],
  providers: [
    CreateRedirect,
    EditRedirect,
    DeleteRedirect,
    RedirectRules,
    RedirectList,
    TargetPages,
    ImportRedirects,
    ExportRedirects,
  ],
};
