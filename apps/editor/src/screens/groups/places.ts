import type { GroupDetail, PermissionRow } from '../../api';
import type { MatrixPlace } from './matrix';
import { placeKey } from './permission-words';

const everywhere: Readonly<Record<string, string>> = {
  page: 'All pages',
  collection: 'All collections',
  type: 'All of them',
};
const unseen: Readonly<Record<string, string>> = {
  page: 'A page you may not see',
  collection: 'A collection you may not see',
};

/** Everything that one site has of its own. */
const onSite = (id: number, title: string): MatrixPlace => ({
  scope: { kind: 'site', id },
  title,
  hint: 'What this site has of its own',
});

/** The rows of a matrix: everywhere first, then each place that something is granted at or that was just added. */
export function placesFor(
  scope: PermissionRow['scope'],
  group: GroupDetail,
  extra: readonly MatrixPlace[],
  columns: readonly PermissionRow[],
): MatrixPlace[] {
  const top: MatrixPlace = { scope: { kind: 'everywhere' }, title: everywhere[scope] ?? 'Everywhere' };
  if (scope === 'type') {
    const types = new Map(columns.flatMap((column) => column.types).map((type) => [type.name, type.label]));
    const sites = new Map(columns.flatMap((column) => column.sites).map(({ id, title }) => [id, title]));
    return [
      top,
      ...[...types].map(([name, label]) => ({ scope: { kind: 'type' as const, name }, title: label })),
      // With one site it would say the same as above.
      ...(sites.size < 2 ? [] : [...sites].map(([id, title]) => onSite(id, title))),
    ];
  }
  const granted = group.permissions
    .filter((grant) => grant.scope.kind === scope)
    .map(({ scope: place, title }) => ({ scope: place, title: title ?? unseen[scope] ?? '', removable: true }));
  const added = extra.filter((place) => place.scope.kind === scope).map((place) => ({ ...place, removable: true }));
  const unique = new Map([...granted, ...added].map((place) => [placeKey(place.scope), place]));
  return [top, ...unique.values()];
}
