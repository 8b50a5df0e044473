/** The wire types are those of the server's OpenAPI document, under the names the editor uses. */
import type { Schema } from '@pipit/client';

/** A moment as ISO 8601 in UTC. */
export type Iso = string;
export type PersonRef = Schema<'PersonDto'>;
export type Me = Schema<'MeDto'>;
export type Session = Schema<'SessionDto'>;
export type HalfSession = Schema<'HalfSessionDto'>;
export type Enrolment = Schema<'EnrolmentDto'>;
export type Site = Schema<'SiteDto'>;
export type Locale = Schema<'LocaleDto'>;

export interface ListOf<T> {
  total: number;
  items: T[];
}

/** Values of a page or snippet by the name of their field. */
export type Fields = Record<string, unknown>;
