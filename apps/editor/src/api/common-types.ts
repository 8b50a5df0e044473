/** A moment as ISO 8601 in UTC. */
export type Iso = string;
export interface PersonRef {
  id: number;
  name: string;
}
export interface Me {
  id: number;
  uuid: string;
  name: string;
  email: string;
  isAdministrator: boolean;
  preferences: Record<string, unknown>;
}
export interface Session {
  accessToken: string;
  expiresIn: number;
  user: Me;
}
export interface ListOf<T> {
  total: number;
  items: T[];
}

export interface Site {
  id: number;
  name: string;
  hostname: string;
  port: number;
  rootPageId: number;
  isDefault: boolean;
  url: string;
}
export interface Locale {
  id: number;
  code: string;
  name: string;
  isDefault: boolean;
}

/** Values of a page or snippet by the name of their field. */
export type Fields = Record<string, unknown>;
