import { followEditor, type PreviewWindow } from '@pipit/client';

const EVERY = 3_000;

/** Keeps a previewed page as new as its draft: told by the editor around it, or by asking in a window of its own. */
export function watchPreview(): void {
  const ribbon = document.getElementById('preview');
  if (!ribbon) return;
  const { editor = '', home = '', version } = ribbon.dataset;
  if (window.parent !== window) {
    document.documentElement.dataset.framed = '';
    followEditor(window as unknown as PreviewWindow, editor);
    return;
  }
  setInterval(() => {
    if (document.visibilityState === 'visible') void askAgain(`${home}version/`, version);
  }, EVERY);
}

async function askAgain(address: string, version: string | undefined): Promise<void> {
  const response = await fetch(address, { cache: 'no-store' }).catch(() => null);
  if (!response) return;
  if (!response.ok || (await response.text()) !== version) location.reload();
}
