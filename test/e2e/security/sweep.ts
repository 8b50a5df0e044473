import type { Fixture, ObjectName } from './fixture.js';
import { addressOf, ROUTES, type Row } from './routes/table.js';

/** What stands behind `{id}` of each kind of address. */
const IDS: readonly [RegExp, readonly ObjectName[]][] = [
  [/\/v1\/(pages|trash)\//, ['page of /a', 'draft of /a', 'private page of /a', 'page of /b', 'section a', 'trashed page']],
  [/\/v2\//, ['page of /a', 'draft of /a', 'private page of /a', 'page of /b', 'private image', 'private document', 'notice']],
  [/\/v1\/images\//, ['private image']],
  [/\/v1\/documents\//, ['private document', 'document of /b']],
  [/\/v1\/collections\//, ['private collection', 'collection of /a']],
  [/\/v1\/records\//, ['notice', 'member']],
  [/\/v1\/users\//, ['owner']],
  [/\/v1\/groups\//, ['group']],
  [/\/v1\/redirects\//, ['redirect']],
  [/\/v1\/bulk-operations\//, ['bulk operation']],
  [/\/v1\/sites\//, ['site']],
]; // prettier-ignore
const REVISIONS: readonly ObjectName[] = ['revision of /a', 'first revision of /a', 'notice revision'];
const TYPES = ['fortress.Notice', 'fortress.Member'];
const ENDPOINTS = ['pages', 'images', 'documents', 'redirects', 'navigation', 'search', 'notices'];

/** What has to be asked for, where something has. */
const QUERIES: readonly [RegExp, readonly string[]][] = [
  [/pages\/\d+\/compare$/, ['?from=<first revision of /a>&to=<revision of /a>', '?from=live&to=draft', '?from=live&to=working-copy']],
  [/records\/.*\/compare$/, ['?from=live&to=draft']],
  [/targets$/, ['?for=move', '?for=copy&recursive=true', '?for=move&q=Canary']],
  [/renditions$/, ['?specs=width-10']],
  [/missing-translations$/, ['?locale=en']],
  [/explanation$/, ['?permission=page.edit&page=<draft of /a>']],
  [/records\/[\w.]+\/export$/, ['?format=csv', '?format=json']],
  [/audit\/export$/, ['?format=csv']],
  [/\/(images|documents)$/, ['', '?trash=true']],
  [/\/v1\/pages$/, ['?limit=100', '?parent=<section a>']],
  [/\/v2\/pages\/$/, ['', '?fields=*', '?fields=*,neighbour(*),picture(*),notice(*)&include=neighbour,notice,picture', '?search=Canary', '?locale=en&fallback=true', '?child_of=<section a>', '?descendant_of=<section b>&fields=*', '?type=fortress.Article&fields=*,whereabouts']],
  [/\/v2\/(pages|notices)\/\d+\/$/, ['', '?fields=*', '?fields=*,-detail_url&include=neighbour,picture,notice,about']],
  [/\/v2\/notices\/$/, ['?fields=*&include=about', '?fields=remark']],
  [/\/v2\/search\/$/, ['?search=Canary', '?search=canaryprivatepageqx7']],
  [/\/v2\/pages\/find\/$/, ['?html_path=/a/canary-privatepageqx7/', '?id=<private page of /a>']],
  [/\/v2\/redirects\/find\/$/, ['?html_path=/old&resolve=true']],
  [/\/v2\/redirects\/$/, ['?fields=*']],
]; // prettier-ignore

function addresses(row: Row, { ids }: Fixture): string[] {
  let found: Record<string, string>[] = [{}];
  const times = (name: string, values: readonly string[]): void => {
    if (row.path.includes(`{${name}}`)) found = found.flatMap((one) => values.map((value) => ({ ...one, [name]: value })));
  };
  const idsOf = (names: readonly ObjectName[]): string[] => names.map((name) => String(ids[name]));
  times('endpoint', ENDPOINTS);
  times('type', row.path.includes('/settings/') ? ['fortress.Keys'] : TYPES);
  times('name', ['fortress.Article', 'fortress.Notice']);
  times('id', idsOf(IDS.find(([path]) => path.test(row.path))?.[1] ?? []));
  times('revisionId', idsOf(REVISIONS));
  times('versionId', idsOf(['document version', 'image version']));
  return [...new Set(found.map((params) => addressOf(row, params)))];
} // prettier-ignore

/** Every address that reads something, of everything the fixture holds, with the questions that have to be asked. */
export function readingAddresses(fixture: Fixture): string[] {
  return ROUTES.filter((row) => row.method === 'GET' && row.who !== 'anybody' && row.path !== '*').flatMap((row) =>
    addresses(row, fixture).flatMap((path) => {
      const url = row.path.startsWith('/api/v2/{') ? `${path}/` : path;
      const queries = QUERIES.find(([pattern]) => pattern.test(url))?.[1] ?? [''];
      return queries.map((query) => url + query.replace(/<([^>]+)>/g, (_, name) => String(fixture.ids[name as ObjectName])));
    }),
  );
} // prettier-ignore
