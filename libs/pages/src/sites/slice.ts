import type { Slice } from '../slice.js';
import { SitesController } from './http/sites.controller.js';
import { CreateSite } from './actions/create-site.action.js';
import { DeleteSite } from './actions/delete-site.action.js';
import { EditSite } from './actions/edit-site.action.js';
import { SiteList } from './site-list.js';
import { SiteRules } from './site-rules.js';

/** What serves sites. */
export const SITES: Slice = {
  controllers: [SitesController],
  providers: [CreateSite, EditSite, DeleteSite, SiteRules, SiteList],
};
