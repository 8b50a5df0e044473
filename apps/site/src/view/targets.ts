import type { RichTextTargets } from '../richtext/render.ts';
import { documentHref, pictureOf } from './media.ts';
import type { View } from './view.ts';

/** Resolves what rich text points at from what was fetched with the page. */
export function targetsOf(view: View): RichTextTargets {
  return {
    page: (id) => {
      const page = view.refs.page(id);
      return page ? view.site.paths.of(page.meta) : null;
    },
    document: (id) => {
      const file = view.refs.document(id);
      return file ? { href: documentHref(file), title: file.title } : null;
    },
    image: (id) => {
      const image = view.refs.image(id);
      return image ? pictureOf(image) : null;
    },
  };
}
