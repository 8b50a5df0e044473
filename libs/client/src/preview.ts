/**
 * What a frontend needs to show drafts, whatever it is made with. On its server: {@link askPreview} tells what a token
 * stands for, and {@link PREVIEW_HEADER} goes with every request for content. In the browser: {@link followEditor}
 * reloads the page when the editor says that there is something new. Imports nothing.
 */

/** The header of requests for content that carries the token. */
export const PREVIEW_HEADER = 'x-preview-token';

/** What a token stands for, as `/api/v2/preview/` answers. */
export interface PreviewFacts {
  readonly mode: string;
  /** Another one for other values. */
  readonly version: string;
  readonly expires_at: string;
  /** Where the editor is open: the one place whose frames may show the preview. Null when a program asked for it. */
  readonly editor_origin: string | null;
  readonly id: number;
  /** As `meta.type` prints it. */
  readonly type: string;
  /** `pages`, or that of a snippet type; null where it has none. */
  readonly endpoint: string | null;
  /** Path of a page on its site. */
  readonly html_path: string | null;
  readonly detail_url: string | null;
}

/** Facts with the object as the content API prints it, where its fields were asked for. */
export interface PreviewAnswer extends PreviewFacts {
  readonly object?: Readonly<Record<string, unknown>>;
}

/** The preview is over: its token is no good, or its maker may not see the draft any more. */
export class PreviewOver extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
    this.name = 'PreviewOver';
  }
}

/**
 * Asks what a token stands for; throws {@link PreviewOver} when it stands for nothing any more. `fields`, such as `*`,
 * asks for the object too.
 */
export async function askPreview(apiOrigin: string, token: string, fields?: string): Promise<PreviewAnswer> {
  const query = fields === undefined ? '' : `?fields=${encodeURIComponent(fields)}`;
  const headers = { [PREVIEW_HEADER]: token };
  const response = await fetch(`${apiOrigin}/api/v2/preview/${query}`, { headers, cache: 'no-store' });
  const body = (await response.json()) as { message?: string };
  if (!response.ok) throw new PreviewOver(response.status, body.message ?? 'The preview is over.');
  return body as unknown as PreviewAnswer;
}

/** What the editor and a previewed page say to each other. */
export interface PreviewMessage {
  readonly type: 'pipit:preview';
  /** `ready`: the page is there. `reload`: there is something new to show. */
  readonly say: 'ready' | 'reload';
}

/** True for a message of ours. */
export function isPreviewMessage(data: unknown): data is PreviewMessage {
  return typeof data === 'object' && data !== null && (data as { type?: unknown }).type === 'pipit:preview';
}

/** The part of a browser's window that {@link followEditor} uses. */
export interface PreviewWindow {
  readonly parent: { postMessage(message: PreviewMessage, targetOrigin: string): void } | PreviewWindow;
  readonly location: { reload(): void };
  addEventListener(type: 'message', listen: (event: PreviewEvent) => void): void;
}

/** A message event, as far as it matters. */
export interface PreviewEvent {
  readonly origin: string;
  readonly source: unknown;
  readonly data: unknown;
}

/** In a previewed page: tells the editor that the page is there, and reloads when the editor asks for it. */
export function followEditor(window: PreviewWindow, editorOrigin: string): void {
  const { parent } = window;
  if (parent === window) return;
  window.addEventListener('message', ({ origin, source, data }) => {
    if (origin !== editorOrigin || source !== parent || !isPreviewMessage(data)) return;
    if (data.say === 'reload') window.location.reload();
  });
  // Named, so that nobody else who might hold the frame is told anything.
  (parent as { postMessage(message: PreviewMessage, targetOrigin: string): void }).postMessage(
    { type: 'pipit:preview', say: 'ready' },
    editorOrigin,
  );
}
