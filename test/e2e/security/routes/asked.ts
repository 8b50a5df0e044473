import type { Fixture, ObjectName } from '../fixture.js';
import { MIXED, OBJECTS } from './objects.js';
import { addressOf, ROUTES, type Row } from './table.js';

const ADMIN = '/api/admin/v1';

/** A request that a table writes down. */
export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly body?: string;
}

/** Ids for what the tables call things. */
function filled(text: string, { ids }: Fixture): string {
  return text.replace(/<([^>]+)>/g, (_, name: string) => String(idOf(ids, name)));
}

function idOf(ids: Fixture['ids'], name: string): number | string {
  if (!(name in ids)) throw new Error(`The fixture has no “${name}”.`);
  return ids[name as ObjectName];
}

const cellsOf = (line: string): string[] => line.split('|').map((cell) => cell.trim());

/** Routes that name something, with the lines that say about what they are asked; null where there is nothing to ask. */
export function askedObjects(fixture: Fixture): Map<string, { row: Row; asked: Asked | null }> {
  const lines = OBJECTS.trim().split('\n').map((line): [string, { row: Row; asked: Asked | null }] => {
    const [route, params = '', what = ''] = cellsOf(line) as [string, string?, string?];
    const [method, path] = route.split(/ +/) as [string, string];
    const row = ROUTES.find((each) => each.method === method && each.path === ADMIN + path);
    if (!row) throw new Error(`${route} is no route.`);
    if (params.startsWith('-')) return [`${method} ${ADMIN}${path}`, { row, asked: null }];
    const values = Object.fromEntries(
      [...params.matchAll(/(\w+)=(.+?)(?= \w+=|$)/g)].map(([, name, value]) => [
        name!,
        name === 'type' ? value! : String(idOf(fixture.ids, value!)),
      ]),
    );
    const url = addressOf(row, values) + (what.startsWith('?') ? filled(what, fixture) : '');
    const body = what.startsWith('{') ? { body: filled(what, fixture) } : {};
    return [`${method} ${ADMIN}${path}`, { row, asked: { method, url, ...body } }];
  }); // prettier-ignore
  return new Map(lines);
}

/** Requests in which one's own and foreign things meet, with the statuses that are right. */
export function mixedRequests(fixture: Fixture): { asked: Asked; right: number[] }[] {
  return MIXED.trim()
    .split('\n')
    .map((line) => {
      const [route, body, right] = cellsOf(filled(line, fixture)) as [string, string, string];
      const [method, path] = route.split(/ +/) as [string, string];
      return {
        asked: { method, url: ADMIN + path, ...(body ? { body } : {}) },
        right: right.split(' ').map(Number),
      };
    });
}
