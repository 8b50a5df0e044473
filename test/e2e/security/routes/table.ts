import { HOLDINGS, type ActorName } from '../actors.js';
import { ELSEWHERE } from './elsewhere.js';
import { MANAGEMENT } from './management.js';

export const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
export type Method = (typeof METHODS)[number];

/** A line of the table. */
export interface Row {
  readonly method: Method;
  /** With `{id}` and the like for what is filled in. */
  readonly path: string;
  readonly who: 'anybody' | 'public' | 'signed-in' | readonly string[];
  readonly bySession: boolean;
  /** What those who are let in are answered. */
  readonly admitted: number;
}

function read(text: string, prefix: string): Row[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [route, rule, admitted] = line.split('|').map((cell) => cell.trim()) as [string, string, string];
      const [method, path] = route.split(/ +/) as [Method, string];
      const [whoever, session] = rule.split(', ');
      const who = (/^(anybody|public|signed-in)$/.test(whoever!) ? whoever : whoever!.split(' or ')) as Row['who'];
      return { method, path: prefix + path, who, bySession: session === 'by session', admitted: Number(admitted) };
    });
}

export const ROUTES: readonly Row[] = [...read(MANAGEMENT, '/api/admin/v1'), ...read(ELSEWHERE, '')];

/** Those whose credentials say that they are signed in, and are good. */
const SIGNED_IN: readonly ActorName[] = ['view-only', 'editor of /a', 'editor of /b', 'moderator', 'admin'];

/** What the line says somebody is answered. */
export function outcome(row: Row, actor: ActorName): number {
  if (row.who === 'anybody') return row.admitted;
  if (row.who === 'public') return actor === 'management token' ? 403 : row.admitted;
  if (actor === 'management token') return row.bySession ? 403 : row.admitted;
  if (!SIGNED_IN.includes(actor)) return 401;
  if (row.who === 'signed-in' || actor === 'admin') return row.admitted;
  const held = Object.values(HOLDINGS[actor] ?? {}).flat();
  return row.who.some((permission) => held.includes(permission)) ? row.admitted : 403;
}

const NOTHING: Readonly<Record<string, string>> = {
  endpoint: 'pages',
  name: 'nothing',
  version: '1',
  filename: 'nothing.pdf',
};

/** An address of that route: of something that does not exist, unless told what. */
export function addressOf({ path }: Pick<Row, 'path'>, params: Readonly<Record<string, string>> = {}): string {
  if (path === '*') return '/media/images/nothing.jpg';
  return path
    .replace('*', '/nothing.js')
    .replace('{type}', params['type'] ?? (path.includes('/settings/') ? 'fortress.Keys' : 'fortress.Notice'))
    .replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? NOTHING[name] ?? '2147483000');
}

/** The line that answers when there is none for this method and path themselves: `DELETE /users/import` is about a user. */
export function shadowOf(method: Method, path: string): Row | undefined {
  const parts = path.split('/');
  return ROUTES.find((row) => {
    const pattern = row.path.split('/');
    const isTwin = method === row.method || (method === 'HEAD' && row.method === 'GET');
    return (
      isTwin && pattern.length === parts.length && pattern.every((part, at) => /\{/.test(part) || part === parts[at])
    );
  });
}
