import type { FixtureRow } from '../fixture/fixture.js';
import type { ImportPlan, PlannedRedirect, PlannedRestriction, PlannedSite } from './import-plan.js';
import { PAGE_MODEL, type PlanContext } from './plan-context.js';
import { RowReader } from './row-reader.js';

/** Sites. */
export function planSites(context: PlanContext): PlannedSite[] {
  return context.fixture.of('wagtailcore.site').map((row) => {
    const reader = new RowReader(row, context);
    const site = {
      id: reader.id,
      hostname: reader.text('hostname', 255),
      port: reader.integer('port') ?? 80,
      name: reader.text('site_name', 255),
      rootPageId: reader.owner('root_page', PAGE_MODEL),
      isDefault: reader.boolean('is_default_site'),
    };
    reader.finish();
    return site;
  });
}

/** Who may read what. */
export function planRestrictions(context: PlanContext): PlannedRestriction[] {
  return [
    ...restrictionsOf(context, 'page', 'wagtailcore.pageviewrestriction', PAGE_MODEL),
    ...restrictionsOf(context, 'collection', 'wagtailcore.collectionviewrestriction', 'wagtailcore.collection'),
  ];
}

function restrictionsOf(
  context: PlanContext,
  kind: 'page' | 'collection',
  model: string,
  target: string,
): PlannedRestriction[] {
  const restricted = new Set<number>();
  return context.fixture.of(model).map((row) => {
    const reader = new RowReader(row, context);
    const targetId = reader.owner(kind, target);
    if (restricted.has(targetId)) reader.fault(kind, `${target} ${targetId} is restricted twice.`, null);
    restricted.add(targetId);
    const restriction = readRestriction(reader);
    const password = reader.text('password');
    const groups = reader.groupNames('groups');
    reader.finish();
    return { kind, targetId, restriction, password: restriction === 'password' ? password : null, groups };
  });
}

function readRestriction(reader: RowReader): PlannedRestriction['restriction'] {
  const type = reader.text('restriction_type');
  if (type === 'login' || type === 'groups' || type === 'password') return type;
  return reader.fault('restriction_type', `“${type}” is no kind of restriction that is known here.`, 'login');
}

/** Redirects, made by hand or left by moves. */
export function planRedirects(context: PlanContext): ImportPlan['redirects'] {
  const known = new Set<string>();
  return context.fixture.of('wagtailredirects.redirect').map((row) => readRedirect(row, context, known));
}

function readRedirect(row: FixtureRow, context: PlanContext, known: Set<string>): PlannedRedirect {
  const reader = new RowReader(row, context);
  const redirect = {
    id: reader.id,
    oldPath: reader.text('old_path'),
    siteId: reader.reference('site', 'wagtailcore.site'),
    pageId: reader.reference('redirect_page', PAGE_MODEL),
    pageRoutePath: reader.text('redirect_page_route_path'),
    link: reader.text('redirect_link'),
    isPermanent: reader.boolean('is_permanent', true),
    automaticallyCreated: reader.boolean('automatically_created'),
    createdAt: reader.moment('created_at'),
  };
  const key = `${redirect.siteId} ${redirect.oldPath}`;
  if (known.has(key))
    reader.fault('old_path', `Another redirect of the same site starts at ${redirect.oldPath} too.`, null);
  known.add(key);
  reader.finish();
  return redirect;
}
