import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { NotHere } from './screens/not-here';
import { CrashNote } from './screens/crash';
import { readAuditSearch } from './screens/audit/audit-search';
import { readUserSearch } from './screens/users/user-search';
import { readRedirectSearch } from './screens/redirects/redirect-search';
import { readRecordSearch } from './screens/records/record-search';
import { readHistorySearch } from './screens/history/history-search';
import { readMediaSearch } from './screens/media/media-search';
import { readListSearch } from './screens/pages/list-search';
import { readReportSearch } from './screens/translations/report-search';
import { Shell } from './shell/shell';

const root = createRootRoute({ component: Shell, notFoundComponent: () => <NotHere />, errorComponent: CrashNote });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./screens/home/home-screen'), 'HomeScreen'),
});
const pages = createRoute({
  getParentRoute: () => root,
  path: '/pages',
  validateSearch: readListSearch,
  component: lazyRouteComponent(() => import('./screens/routes'), 'PagesRoute'),
});
const page = createRoute({
  getParentRoute: () => root,
  path: '/pages/$pageId',
  validateSearch: readListSearch,
  component: lazyRouteComponent(() => import('./screens/routes'), 'PageRoute'),
});
const add = createRoute({
  getParentRoute: () => root,
  path: '/pages/$pageId/add',
  component: lazyRouteComponent(() => import('./screens/routes'), 'AddRoute'),
});
const newPage = createRoute({
  getParentRoute: () => root,
  path: '/pages/$pageId/add/$type',
  component: lazyRouteComponent(() => import('./screens/edit/routes'), 'NewPageRoute'),
});
const edit = createRoute({
  getParentRoute: () => root,
  path: '/pages/$pageId/edit',
  component: lazyRouteComponent(() => import('./screens/edit/routes'), 'EditRoute'),
});

const pageHistory = createRoute({
  getParentRoute: () => root,
  path: '/pages/$pageId/history',
  validateSearch: readHistorySearch,
  component: lazyRouteComponent(() => import('./screens/history/routes'), 'PageHistoryRoute'),
});
const recordHistory = createRoute({
  getParentRoute: () => root,
  path: '/records/$type/$id/history',
  validateSearch: readHistorySearch,
  component: lazyRouteComponent(() => import('./screens/history/routes'), 'RecordHistoryRoute'),
});

const media = createRoute({
  getParentRoute: () => root,
  path: '/media',
  validateSearch: readMediaSearch,
  component: lazyRouteComponent(() => import('./screens/media/routes'), 'ImagesRoute'),
});
const documents = createRoute({
  getParentRoute: () => root,
  path: '/documents',
  validateSearch: readMediaSearch,
  component: lazyRouteComponent(() => import('./screens/media/routes'), 'DocumentsRoute'),
});
const recordTypes = createRoute({
  getParentRoute: () => root,
  path: '/records',
  component: lazyRouteComponent(() => import('./screens/records/types-screen'), 'RecordTypesScreen'),
});
const recordList = createRoute({
  getParentRoute: () => root,
  path: '/records/$type',
  validateSearch: readRecordSearch,
  component: lazyRouteComponent(() => import('./screens/records/routes'), 'RecordListRoute'),
});
const record = createRoute({
  getParentRoute: () => root,
  path: '/records/$type/$id',
  component: lazyRouteComponent(() => import('./screens/records/routes'), 'RecordRoute'),
});
/** Addresses people kept from when only snippets had lists, and those of copies kept on a device. */
const snippets = createRoute({
  getParentRoute: () => root,
  path: '/snippets/$',
  beforeLoad: ({ params, search }) => {
    throw redirect({ to: `/records/${params._splat ?? ''}` as '/records', search });
  },
});
const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyRouteComponent(() => import('./screens/account/account-screen'), 'AccountScreen'),
});
const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('./screens/settings/settings-screen'), 'SettingsScreen'),
});
const sites = createRoute({
  getParentRoute: () => root,
  path: '/settings/sites',
  component: lazyRouteComponent(() => import('./screens/sites/sites-screen'), 'SitesScreen'),
});
const languages = createRoute({
  getParentRoute: () => root,
  path: '/settings/languages',
  component: lazyRouteComponent(() => import('./screens/languages/languages-screen'), 'LanguagesScreen'),
});
const translations = createRoute({
  getParentRoute: () => root,
  path: '/reports/translations',
  validateSearch: readReportSearch,
  component: lazyRouteComponent(() => import('./screens/translations/report-screen'), 'TranslationsRoute'),
});
const settingsOf = createRoute({
  getParentRoute: () => root,
  path: '/settings/$type',
  validateSearch: (search: Record<string, unknown>): { site?: number } =>
    Number(search.site) > 0 ? { site: Number(search.site) } : {},
  component: lazyRouteComponent(() => import('./screens/settings/routes'), 'SettingsRoute'),
});
const redirects = createRoute({
  getParentRoute: () => root,
  path: '/settings/redirects',
  validateSearch: readRedirectSearch,
  component: lazyRouteComponent(() => import('./screens/redirects/redirects-screen'), 'RedirectsRoute'),
});
const users = createRoute({
  getParentRoute: () => root,
  path: '/settings/users',
  validateSearch: readUserSearch,
  component: lazyRouteComponent(() => import('./screens/users/users-screen'), 'UsersRoute'),
});
const user = createRoute({
  getParentRoute: () => root,
  path: '/settings/users/$userId',
  component: lazyRouteComponent(() => import('./screens/users/user-screen'), 'UserRoute'),
});
const groups = createRoute({
  getParentRoute: () => root,
  path: '/settings/groups',
  component: lazyRouteComponent(() => import('./screens/groups/groups-screen'), 'GroupsScreen'),
});
const group = createRoute({
  getParentRoute: () => root,
  path: '/settings/groups/$groupId',
  component: lazyRouteComponent(() => import('./screens/groups/group-screen'), 'GroupRoute'),
});
const tokens = createRoute({
  getParentRoute: () => root,
  path: '/settings/tokens',
  component: lazyRouteComponent(() => import('./screens/tokens/tokens-screen'), 'TokensScreen'),
});
const trash = createRoute({
  getParentRoute: () => root,
  path: '/settings/trash',
  validateSearch: (search: Record<string, unknown>): { q?: string } =>
    typeof search.q === 'string' && search.q ? { q: search.q } : {},
  component: lazyRouteComponent(() => import('./screens/trash/trash-screen'), 'TrashRoute'),
});
const audit = createRoute({
  getParentRoute: () => root,
  path: '/reports/audit',
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(() => import('./screens/audit/audit-screen'), 'AuditRoute'),
});
const operations = createRoute({
  getParentRoute: () => root,
  path: '/reports/operations',
  component: lazyRouteComponent(() => import('./screens/operations/operations-screen'), 'OperationsScreen'),
});
const scheduled = createRoute({
  getParentRoute: () => root,
  path: '/reports/scheduled',
  component: lazyRouteComponent(() => import('./screens/plans/scheduled-screen'), 'ScheduledScreen'),
});
const locked = createRoute({
  getParentRoute: () => root,
  path: '/reports/locked',
  component: lazyRouteComponent(() => import('./screens/plans/locked-screen'), 'LockedScreen'),
});
const extension = createRoute({
  getParentRoute: () => root,
  path: '/x/$',
  component: lazyRouteComponent(() => import('./extensions/screen'), 'ExtensionScreenRoute'),
});

/** Every address of the editor. */
export const router = createRouter({
  routeTree: root.addChildren([
    home,
    pages,
    page,
    add,
    newPage,
    edit,
    pageHistory,
    recordHistory,
    media,
    documents,
    recordTypes,
    recordList,
    record,
    snippets,
    account,
    settings,
    sites,
    languages,
    translations,
    settingsOf,
    users,
    user,
    groups,
    group,
    tokens,
    redirects,
    trash,
    audit,
    operations,
    scheduled,
    locked,
    extension,
  ]),
  basepath: '/editor',
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: CrashNote,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
