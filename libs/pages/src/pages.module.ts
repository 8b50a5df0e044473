import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { provideStrategy, type Strategy } from '@pipit/kernel';
import { CreatePage } from './actions/create-page.action.js';
import { DeletePage } from './actions/delete-page.action.js';
import { EditPage } from './actions/edit-page.action.js';
import { FixTree } from './actions/fix-tree.action.js';
import { MovePage } from './actions/move-page.action.js';
import { PageAccess } from './actions/page-access.js';
import { PageWriter } from './actions/page-writer.js';
import { PublishPage } from './actions/publish-page.action.js';
import { RestorePage } from './actions/restore-page.action.js';
import { RevertPage } from './actions/revert-page.action.js';
import { UnpublishPage } from './actions/unpublish-page.action.js';
import { ADDRESS_OPTIONS, DEFAULT_ADDRESS_OPTIONS, type AddressOptions } from './addresses/address-options.js';
import { ADDRESSES } from './addresses/slice.js';
import { PageFields } from './content/page-fields.js';
import { PageSnapshots } from './content/page-snapshots.js';
import { PageTypes } from './content/page-types.js';
import { BULK } from './bulk/slice.js';
import { COPYING } from './copying/slice.js';
import { LOCKING } from './locking/slice.js';
import { PRIVACY } from './privacy/slice.js';
import { REDIRECTS } from './redirects/slice.js';
import { VERSIONS } from './versions/slice.js';
import { SCHEDULING } from './scheduling/slice.js';
import { TypedRows } from './fixing/typed-rows.js';
import { PagesController } from './http/pages.controller.js';
import { SITES } from './sites/slice.js';
import { TRASH } from './trash/slice.js';
import { DEFAULT_TRASH_OPTIONS, TRASH_OPTIONS, type TrashOptions } from './trash/trash-options.js';
import { TRANSLATIONS } from './translations/slice.js';
import {
  DEFAULT_TRANSLATION_OPTIONS,
  TRANSLATION_OPTIONS,
  type TranslationOptions,
} from './translations/tree-sync.options.js';
import { ImportPages } from './import/import-pages.action.js';
import { PageUrl } from './page-url.entity.js';
import { Page } from './page.entity.js';
import './permissions.js';
import { PageDetails } from './queries/page-details.js';
import { PageList } from './queries/page-list.js';
import type { Slice } from './slice.js';
import { Site } from './site.entity.js';
import { PageSearchSource } from './search/page-search-source.js';
import { STAGING } from './staging/slice.js';
import { PageSources } from './references/page-sources.js';
import { PageTree } from './tree/page-tree.js';
import { DefaultSlugStrategy, SlugStrategy } from './tree/slug-strategy.js';
import { PageUrls } from './tree/page-urls.js';
import { TreeRules } from './tree/tree-rules.js';

const actions = [
  CreatePage,
  EditPage,
  PublishPage,
  UnpublishPage,
  MovePage,
  DeletePage,
  RestorePage,
  RevertPage,
  FixTree,
  ImportPages,
];
const services = [
  PageTypes, PageFields, PageSnapshots, PageTree, PageUrls, TreeRules, PageAccess, PageWriter, PageList, PageDetails,
  PageSearchSource, PageSources, TypedRows,
]; // prettier-ignore

/** Folders that stand by themselves; a new one is a line here. */
// prettier-ignore
const slices: readonly Slice[] = [
  ADDRESSES,
  BULK,
  COPYING,
  LOCKING,
  PRIVACY,
  REDIRECTS,
  SITES,
  STAGING,
  TRANSLATIONS,
  VERSIONS,
  SCHEDULING,
  TRASH,
];
const entities = [Page, Site, PageUrl, ...slices.flatMap((slice) => slice.entities ?? [])];
const controllers = [PagesController, ...slices.flatMap((slice) => slice.controllers ?? [])];
const providers = [...services, ...actions, ...slices.flatMap((slice) => slice.providers)];

/** Strategies of pages. */
export interface PagesOptions {
  /** Makes slugs of titles. */
  readonly slugs?: Strategy<SlugStrategy>;
  /** How addresses tell languages apart; `CmsModule` takes it from what the content API is told. */
  readonly addresses?: Partial<AddressOptions>;
  /** How long deleted pages wait. */
  readonly trash?: Partial<TrashOptions>;
  /** How the trees of several languages hang together. */
  readonly translations?: Partial<TranslationOptions>;
}

/** The page tree: positions, drafts, publishing, addresses. */
@Global()
@Module({ imports: [TypeOrmModule.forFeature(entities)], controllers, providers, exports: providers })
export class PagesModule {
  static forRoot(options: PagesOptions = {}): DynamicModule {
    const slugs = provideStrategy(SlugStrategy, options.slugs ?? DefaultSlugStrategy);
    const addresses = { provide: ADDRESS_OPTIONS, useValue: { ...DEFAULT_ADDRESS_OPTIONS, ...options.addresses } };
    const trash = { provide: TRASH_OPTIONS, useValue: { ...DEFAULT_TRASH_OPTIONS, ...options.trash } };
    const translations = {
      provide: TRANSLATION_OPTIONS,
      useValue: { ...DEFAULT_TRANSLATION_OPTIONS, ...options.translations },
    };
    const own = [SlugStrategy, ADDRESS_OPTIONS, TRASH_OPTIONS, TRANSLATION_OPTIONS];
    return { module: PagesModule, providers: [slugs, addresses, trash, translations], exports: own };
  }
}
