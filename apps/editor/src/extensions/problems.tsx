import { useEffect } from 'react';
import { showNote } from '../parts/undo';
import { useExtensions } from './use-extensions';

/** Tells once of extensions that can't be used; the rest of the editor goes on. */
export function ExtensionProblems() {
  const problems = useExtensions((all) => all.problems);
  useEffect(() => {
    for (const { name, message } of problems) tell(name, message);
  }, [problems]);
  return null;
}

const told = new Set<string>();

function tell(name: string, message: string): void {
  const key = `${name}: ${message}`;
  if (told.has(key)) return;
  told.add(key);
  showNote(`The extension “${name}” could not be loaded. ${message}`);
}
