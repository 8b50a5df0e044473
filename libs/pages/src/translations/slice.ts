import type { Slice } from '../slice.js';
import { TranslationsController } from './http/translations.controller.js';
import { LocaleGuard } from './locale-guard.js';
import { MissingTranslations } from './missing-translations.js';
import { PageTranslations } from './page-translations.js';
import { SharedCarrier } from './shared-carrier.js';
import { SharedFields } from './shared-fields.js';
import { TranslatePage } from './translate-page.action.js';
import { TreeSync } from './tree-sync.js';
import { TranslatedParents } from './translated-parents.js';
import { Translators } from './translators.js';

/** Pages in several languages. */
export const TRANSLATIONS: Slice = {
  controllers: [TranslationsController],
  providers: [
    LocaleGuard,
    TranslatePage,
    TranslatedParents,
    Translators,
    PageTranslations,
    MissingTranslations,
    SharedFields,
    SharedCarrier,
    TreeSync,
  ],
};
