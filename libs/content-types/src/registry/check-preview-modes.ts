import type { ContentType } from './content-types.js';
import { problem, type DeclarationProblem } from './problem.js';

/** Preview modes are told apart by name, and are of use only where there is a draft to look at. */
export function checkPreviewModes(types: readonly ContentType[]): DeclarationProblem[] {
  return types.flatMap((type) => faultsOf(type));
}

function faultsOf({ name, category, drafts, traits: { previewModes } }: ContentType): DeclarationProblem[] {
  const found: DeclarationProblem[] = [];
  if (category === 'page' && previewModes?.length === 0) {
    found.push(problem('E024', `${name} has no preview mode.`, 'Leave previewModes out for the usual one.'));
  }
  if (category !== 'page' && previewModes?.length && !drafts) {
    const message = `${name} has preview modes and no drafts to look at.`;
    found.push(problem('E024', message, 'Say drafts: true, or leave previewModes out.'));
  }
  const names = previewModes?.map((mode) => mode.name) ?? [];
  const twice = names.find((each, index) => names.indexOf(each) < index);
  if (twice !== undefined) {
    found.push(problem('E024', `${name} has two preview modes called “${twice}”.`, 'Rename one of them.'));
  }
  return found;
}
