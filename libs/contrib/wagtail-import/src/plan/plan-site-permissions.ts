import type { Grant } from '@pipit/cms';
import type { PlanContext } from './plan-context.js';
import { RowReader } from './row-reader.js';

const TOGETHER = 'Settings of a site are granted together here, and this group did not have all of them there.';

interface Held {
  readonly group: number;
  readonly site: number;
  /** Rows by the model of the settings they are about. */
  readonly rows: Map<string, RowReader[]>;
}

/**
 * What groups may change on single sites. A group that may change all settings of a site there is granted that site's
 * settings; one that may change some of them would get more than it had, so it is left behind and told of.
 */
export function planSitePermissions(
  context: PlanContext,
): readonly { readonly group: number; readonly grant: Grant }[] {
  const held = new Map<string, Held>();
  for (const row of context.fixture.of('wagtailcore.groupsitepermission')) {
    const reader = new RowReader(row, context);
    const [group, site] = [reader.owner('group', 'auth.group'), reader.owner('site', 'wagtailcore.site')];
    const permission = reader.take('permission');
    const [codename = '', app, model] = Array.isArray(permission) ? permission.map(String) : [String(permission)];
    if (codename.startsWith('change_') && context.types.findSettings(`${app}.${model}`)) {
      const of = held.get(`${group} ${site}`) ?? { group, site, rows: new Map<string, RowReader[]>() };
      held.set(`${group} ${site}`, of);
      of.rows.set(`${app}.${model}`, [...(of.rows.get(`${app}.${model}`) ?? []), reader]);
    } else reader.leave('permission', `The permission ${codename} has no counterpart.`);
    reader.finish();
  }
  const all = context.types.settingsOfSites();
  return [...held.values()].flatMap(({ group, site, rows }) => {
    if (all.every((model) => rows.has(model))) {
      return [{ group, grant: { permission: 'settings.edit', scope: { kind: 'site', id: site } } as const }];
    }
    for (const reader of [...rows.values()].flat()) reader.leave('permission', TOGETHER);
    return [];
  });
}
