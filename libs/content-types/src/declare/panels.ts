import type { PanelDeclaration, TypeDeclaration } from './type-declaration.js';

const known = new WeakMap<object, readonly PanelDeclaration[]>();

/** All panels of a type's form, those of its tabs and those beside it. The same list each time. */
export function panelsOf({ target, tabs, side }: Pick<TypeDeclaration, 'target' | 'tabs' | 'side'>) {
  const panels = known.get(target) ?? [...Object.values(tabs ?? {}).flat(), ...side];
  known.set(target, panels);
  return panels;
}
