import type { Explanation } from '../../api';

/** Where a grant holds, as the end of a sentence. */
export function placeOf({ scope, title }: Explanation['grants'][number]): string {
  if (scope.kind === 'everywhere') return 'everywhere';
  if (scope.kind === 'type') return `for ${title ?? scope.name ?? 'a type that is gone'}`;
  if (scope.kind === 'site') return `on ${title ?? 'a site that is gone'}`;
  const what = scope.kind === 'page' ? 'page' : 'collection';
  return title === null ? `at a ${what} you may not see` : `at “${title}” and below`;
}

/** The reason in one sentence. */
export function sentenceOf(name: string, { reason, permission, place }: Explanation): string {
  const what = `“${permission.label}”`;
  const where = place === null ? '' : ` at “${place}”`;
  switch (reason) {
    case 'unlimited':
      return `${name} is an administrator and may do everything.`;
    case 'granted':
      return `A group of theirs is granted ${what}${where}.`;
    case 'elsewhere':
      return `${what} is granted to a group of theirs, but not${where || ' there'}.`;
    case 'never':
      return `No group of theirs is granted ${what}.`;
    case 'suspended':
      return `${name} is suspended and may do nothing.`;
    case 'token':
      return `The token leaves ${what} out.`;
  }
}
