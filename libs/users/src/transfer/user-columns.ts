import { invalid } from '@pipit/kernel';

/** What a file of accounts may say, by the names an export gives its columns. */
export const USER_COLUMNS = ['email', 'name', 'groups', 'administrator', 'state', 'language'] as const;
export type UserColumn = (typeof USER_COLUMNS)[number];

const OTHER_NAMES: Readonly<Record<UserColumn, readonly string[]>> = {
  email: ['e mail', 'mail', 'address', 'email address'],
  name: ['full name', 'display name'],
  groups: ['group', 'roles', 'role'],
  administrator: ['is administrator', 'admin', 'superuser', 'is superuser'],
  state: ['status'],
  language: ['locale'],
};

/** Which cell of a row holds what. Other columns are passed over. */
export type UserPlaces = Readonly<Partial<Record<UserColumn, number>>>;

/** Finds the columns by the names they usually have. */
export function userPlaces(heading: readonly string[]): UserPlaces {
  const titles = heading.map((title) =>
    title
      .trim()
      .toLowerCase()
      .replace(/[\s_-]+/g, ' '),
  );
  const places: Partial<Record<UserColumn, number>> = {};
  for (const column of USER_COLUMNS) {
    const at = titles.findIndex((title) => title === column || OTHER_NAMES[column].includes(title));
    if (at >= 0) places[column] = at;
  }
  if (places.email !== undefined) return places;
  const message = 'There is no column “email”.';
  throw invalid('The first row has to say which column is which.', [{ path: '/file', code: 'heading', message }]);
}
