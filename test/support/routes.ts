import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Every route the server has, as `GET /api/admin/v1/pages/{id}`; HEAD only where there is no GET beside it. */
export function routesOf(app: NestFastifyApplication): string[] {
  const all = read(app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false, includeHooks: false }));
  return all.filter((route) => !route.startsWith('HEAD ') || !all.includes(route.replace('HEAD', 'GET')));
}

/** Fastify prints its routes as a tree; each line with methods is a route. */
function read(tree: string): string[] {
  const parents: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const match = /^((?:[│ ]   )*)[├└]── (\S*)(?: \(([^)]*)\))?/.exec(line);
    if (!match) return [];
    const depth = match[1]!.length / 4;
    parents.length = depth;
    parents.push(match[2]!);
    const path = parents
      .join('')
      .replace(/\|:\w+/g, '')
      .replace(/:(\w+)/g, '{$1}')
      .replace(/(.)\/$/, '$1');
    const methods = (match[3] ?? '').split(', ').filter(Boolean);
    return methods.map((method) => `${method} ${path}`);
  });
}
