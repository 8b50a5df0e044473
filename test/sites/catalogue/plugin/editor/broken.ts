import type { EditorExtensionFactory } from '@pipit/editor/extensions';

/** An extension that fails as it loads. */
const extension: EditorExtensionFactory = () => {
  throw new Error('It needs a key nobody gave it.');
};

export default extension;
