import type { SheetCell } from '@pipit/spreadsheets';
import { LANGUAGES, type Language } from '../accounts/profile.js';
import type { Group } from '../groups/group.entity.js';
import type { UserColumn, UserPlaces } from './user-columns.js';

/** What a row says; what it does not say is left as it is. */
export interface UserRowValues {
  readonly email: string;
  readonly name?: string;
  readonly groupIds?: readonly number[];
  readonly isAdministrator?: boolean;
  readonly isActive?: boolean;
  readonly language?: Language;
}

/** A fault of one cell. */
export interface UserCellFault {
  readonly field: UserColumn;
  readonly code: string;
  readonly message: string;
}

const YES_OR_NO: ReadonlyMap<string, boolean> = new Map([
  ...['yes', 'true', '1', 'x'].map((word) => [word, true] as const),
  ...['no', 'false', '0', ''].map((word) => [word, false] as const),
]);
const ACTIVE: ReadonlyMap<string, boolean> = new Map([
  ...['active', 'invited', ''].map((word) => [word, true] as const),
  ...['suspended', 'inactive'].map((word) => [word, false] as const),
]);

/** Reads one row of a file of accounts. */
export function readUserRow(
  cells: readonly SheetCell[],
  places: UserPlaces,
  groups: readonly Pick<Group, 'id' | 'name'>[],
): { values: UserRowValues; faults: UserCellFault[] } {
  const faults: UserCellFault[] = [];
  const textOf = (field: UserColumn): string | undefined => {
    const place = places[field];
    if (place === undefined) return undefined;
    const cell = cells[place];
    if (cell?.isFormula) {
      faults.push({
        field,
        code: 'formula',
        message: 'Formulas are not computed here. Put their result in their place.',
      });
    }
    return cell?.text.trim() ?? '';
  };
  const choice = <T>(field: UserColumn, words: ReadonlyMap<string, T>): T | undefined => {
    const text = textOf(field)?.toLowerCase();
    if (text === undefined || words.has(text)) return text === undefined ? undefined : words.get(text);
    const message = `It is one of ${[...words.keys()].filter(Boolean).join(', ')}.`;
    faults.push({ field, code: 'not_a_choice', message });
    return undefined;
  };
  const groupIds = textOf('groups')
    ?.split(';')
    .map((name) => name.trim())
    .filter(Boolean)
    .flatMap((name) => {
      const group = groups.find((each) => each.name.toLowerCase() === name.toLowerCase());
      if (!group) {
        faults.push({ field: 'groups', code: 'unknown_target', message: `There is no group “${name.slice(0, 100)}”.` });
      }
      return group ? [group.id] : [];
    });
  const name = textOf('name');
  const values = {
    email: textOf('email') ?? '',
    ...(name ? { name } : {}),
    groupIds,
    isAdministrator: choice('administrator', YES_OR_NO),
    isActive: choice('state', ACTIVE),
    language: choice('language', new Map(LANGUAGES.map((code) => [code as string, code]))),
  };
  return { values, faults };
}
