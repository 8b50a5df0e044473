/** What an endpoint answers. */
export type Answer =
  | { readonly kind: 'json'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'redirect'; readonly status: 301 | 302; readonly location: string };

/** 200 with a body. */
export function ok(body: unknown): Answer {
  return { kind: 'json', status: 200, body };
}
