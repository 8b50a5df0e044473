import { revealField } from '../../form/parts/reveal';

/** Shows the field an error is about and puts the focus on it; a page's title stands above its form. */
export function jumpTo(path: string): void {
  if (path === '/title' && document.getElementById('field-title')) document.getElementById('field-title')?.focus();
  else revealField(path);
}
