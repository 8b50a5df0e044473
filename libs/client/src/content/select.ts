import type { FieldChoice } from './query.js';

/** What a site holds, as `pipit types` writes it: objects by the names of their types or endpoints. */
export interface SiteTypes {
  readonly pages: object;
  readonly endpoints: object;
  readonly settings: object;
}

/** A site whose types nobody wrote down. */
export interface AnySite {
  readonly pages: Readonly<Record<string, AnyObject>>;
  readonly endpoints: Readonly<Record<string, AnyObject>>;
  readonly settings: Readonly<Record<string, AnyObject>>;
}

/** An object of which only the frame is known. */
export interface AnyObject {
  readonly id: number;
  readonly meta: { readonly type: string; readonly detail_url?: string; readonly [name: string]: unknown };
  readonly [name: string]: unknown;
}

type Values<T> = T[keyof T];

/** Any page of the site: a union told apart by `meta.type`. */
export type AnyPage<S extends SiteTypes> = Values<S['pages']>;

/** The name in `meta.type` of an object. */
type TypeOf<T> = T extends { readonly meta: { readonly type: infer N } } ? N : never;

/** Whole objects of a site, by the name of their type. */
type ByType<S extends SiteTypes, N> = Extract<
  Values<S['pages']> | Values<S['endpoints']>,
  { readonly meta: { readonly type: N } }
>;

/** The whole of what a reference stands for: by its type, or any page where it may be of any type. */
export type Whole<S extends SiteTypes, R> = R extends null | undefined
  ? R
  : R extends readonly (infer E)[]
    ? readonly Whole<S, E>[]
    : string extends TypeOf<R>
      ? AnyPage<S>
      : [ByType<S, TypeOf<R>>] extends [never]
        ? R
        : ByType<S, TypeOf<R>>;

type Names<F> = F extends readonly (infer E)[] ? (E extends string ? E : keyof E) : never;
type Negated<F> = F extends readonly (infer E)[] ? (E extends `-${infer N}` ? N : never) : never;
type Inner<F, K> = F extends readonly (infer E)[]
  ? E extends { readonly [P in K & string]: infer C }
    ? C
    : never
  : never;

type Head<P> = P extends `${infer H}.${string}` ? H : P;
type Tail<P, K> = P extends `${K & string}.${infer T}` ? T : never;

/** The names that an answer shows: all, those that are named, or those that are there anyway besides. */
type Shown<T, F, I, Usual> = [F] extends [undefined]
  ? Usual | Head<I>
  : '*' extends Names<F>
    ? Exclude<keyof T, Negated<F>> | Head<I>
    : '_' extends Names<F>
      ? Names<F> | Head<I> | (Names<F> & keyof Meta<T> extends never ? never : 'meta')
      : Exclude<Usual | Names<F> | Head<I>, Negated<F>>;

type Meta<T> = T extends { readonly meta: infer M } ? M : object;

/** An object with the fields and the relations that were asked for. */
export type Selected<S extends SiteTypes, T, F, I, Usual> = T extends unknown
  ? {
      readonly [K in keyof T as K extends Shown<T, F, I, Usual> ? K : never]-?: K extends 'meta'
        ? SelectedMeta<S, T[K], I>
        : Member<S, Exclude<T[K], undefined>, F, I, K>;
    }
  : never;

type Member<S extends SiteTypes, V, F, I, K> =
  K extends Head<I> ? Included<S, V, Tail<I, K>> : [Inner<F, K>] extends [never] ? V : Nested<S, V, Inner<F, K>>;

type SelectedMeta<S extends SiteTypes, M, I> =
  'parent' extends Head<I>
    ? Omit<M, 'parent'> & { readonly parent: Included<S, AnyPage<S>, Tail<I, 'parent'>> | null }
    : M;

type Included<S extends SiteTypes, V, Rest> = V extends null
  ? null
  : V extends readonly (infer E)[]
    ? readonly Included<S, E, Rest>[]
    : [Rest] extends [never]
      ? Whole<S, V>
      : Selected<S, Whole<S, V>, readonly ['*'], Rest, never>;

type Nested<S extends SiteTypes, V, C> = V extends null
  ? null
  : V extends readonly (infer E)[]
    ? readonly Nested<S, E, C>[]
    : C extends FieldChoice
      ? Selected<S, Whole<S, V>, C, never, 'id' | 'meta' | 'title'>
      : V;

/** What a detail view answers. */
export type Detail<S extends SiteTypes, T, F, I> = Selected<S, T, F extends undefined ? readonly ['*'] : F, I, keyof T>;

/** What a listing answers for each object. */
export type Item<S extends SiteTypes, T, F, I> = Selected<S, T, F, I, 'id' | 'meta' | 'title'>;
