const LOCALE_CODE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/;

interface LocaleSources {
  readonly query?: unknown;
  readonly headers?: Readonly<Record<string, unknown>>;
}

/**
 * The locale code asked for by `?locale=`, or by a `Content-Language` header where a query has no place; else null.
 * Whether such a locale exists is for the locales lib to say.
 */
export function requestLocale({ query, headers }: LocaleSources): string | null {
  const asked = (query as Record<string, unknown> | null | undefined)?.['locale'] ?? headers?.['content-language'];
  return typeof asked === 'string' && LOCALE_CODE.test(asked) ? asked : null;
}
