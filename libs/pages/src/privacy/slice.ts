import type { Slice } from '../slice.js';
import { OpenPage } from './open-page.action.js';
import { PagePrivacy } from './page-privacy.js';
import { PrivacyController } from './privacy.controller.js';
import { RestrictPage } from './restrict-page.action.js';

/** Who may read pages. */
export const PRIVACY: Slice = { controllers: [PrivacyController], providers: [RestrictPage, OpenPage, PagePrivacy] };
