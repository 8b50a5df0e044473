import type { ContentTypes, DraftState, EntityId } from '@pipit/cms';
import type { Fixture } from '../fixture/fixture.js';
import type { ImportMapping } from '../mapping/import-mapping.js';
import type { ImportReport } from '../report/import-report.js';
import type { ImportPlan } from './import-plan.js';
import { ItemIdentities } from './item-identities.js';
import type { MediaFolder } from './media-folder.js';
import { ModelTypes } from './model-types.js';
import { planCollections, planLocales, planTags } from './plan-basics.js';
import { planContent } from './plan-content.js';
import { PAGE_MODEL, type PlanContext } from './plan-context.js';
import { DOCUMENT_MODEL, IMAGE_MODEL, planMedia } from './plan-media.js';
import { planPages } from './plan-pages.js';
import { planGroups, planUsers } from './plan-people.js';
import { planRevisions } from './plan-revisions.js';
import { planRedirects, planRestrictions, planSites } from './plan-sites.js';
import { RowReferences } from './row-references.js';
import { TaggedContent } from './tagged-content.js';

/** Models of Wagtail and Django that have a place of their own here. */
const KNOWN_MODELS = new Set([
  PAGE_MODEL,
  IMAGE_MODEL,
  DOCUMENT_MODEL,
  'auth.group',
  'auth.user',
  'taggit.tag',
  'taggit.taggeditem',
  'wagtailcore.collection',
  'wagtailcore.collectionviewrestriction',
  'wagtailcore.groupcollectionpermission',
  'wagtailcore.grouppagepermission',
  'wagtailcore.groupsitepermission',
  'wagtailcore.locale',
  'wagtailcore.pageviewrestriction',
  'wagtailcore.revision',
  'wagtailcore.site',
  'wagtailredirects.redirect',
]);

/** What an import reads. */
export interface ImportSource {
  readonly fixture: Fixture;
  readonly mapping: ImportMapping;
  readonly media: MediaFolder | null;
}

/** Works out and checks everything an import is going to write. Touches no database. */
export async function planImport(source: ImportSource, types: ContentTypes, report: ImportReport): Promise<ImportPlan> {
  const { fixture, mapping } = source;
  const context: PlanContext = {
    fixture,
    mapping,
    report,
    types: new ModelTypes(types, mapping),
    references: new RowReferences(fixture),
  };
  leaveUnknownModels(context);
  const items = new ItemIdentities();
  const groups = planGroups(context);
  const plan: ImportPlan = {
    locales: planLocales(context),
    groups,
    ...planUsers(context),
    collections: planCollections(context),
    tags: planTags(context),
    ...(await planMedia(context, source.media)),
    ...planPages(context),
    contents: planContent(context, items, new TaggedContent(context)),
    revisions: planRevisions(context, items),
    sites: planSites(context),
    restrictions: planRestrictions(context),
    redirects: planRedirects(context),
  };
  if (fixture.size > 0 && !plan.root) report.stop('The export has no pages: it lacks the root of the tree.');
  checkRevisionPointers(plan, report);
  return plan;
}

function leaveUnknownModels({ fixture, mapping, report, types }: PlanContext): void {
  const isKnown = (model: string): boolean =>
    KNOWN_MODELS.has(model) ||
    types.find(model) !== null ||
    types.findItem(model) !== null ||
    model in (mapping.taggings ?? {});
  for (const model of fixture.models().filter((candidate) => !isKnown(candidate))) {
    const named = mapping.skippedModels?.[model];
    for (const row of fixture.of(model)) {
      report.leave({ model, pk: row.pk }, named ?? 'No declared type is called so.', named !== undefined);
    }
  }
}

/** The draft of a page or snippet is its latest revision: one that cannot be taken would silently change what editors see. */
function checkRevisionPointers(plan: ImportPlan, report: ImportReport): void {
  const taken = new Set(plan.revisions.map((revision) => revision.id));
  const check = (
    model: string,
    pk: EntityId,
    state: Partial<Pick<DraftState, 'latestRevisionId' | 'liveRevisionId'>>,
  ) => {
    for (const id of [state.latestRevisionId ?? null, state.liveRevisionId ?? null]) {
      if (id === null || taken.has(id)) continue;
      report.problem({ model, pk, field: 'latest_revision' }, `Revision ${id} could not be taken.`);
    }
  };
  for (const page of plan.pages) check(PAGE_MODEL, page.id, page);
  for (const { rows, referencesAs } of plan.contents) {
    if (referencesAs !== null && referencesAs !== 'page')
      for (const { key, extra } of rows) check(referencesAs, key, { ...extra });
  }
}
