/** The choice of fields: names, `*`, `_`, `-name`, and `{ author: ['name'] }` for fields of what is related. */
export type FieldChoice = readonly (string | Readonly<Record<string, FieldChoice>>)[];

type Scalar = string | number | boolean;

/** Conditions on one field, all of which have to hold. */
export interface Conditions {
  readonly eq?: Scalar;
  readonly ne?: Scalar;
  readonly gt?: Scalar;
  readonly gte?: Scalar;
  readonly lt?: Scalar;
  readonly lte?: Scalar;
  readonly in?: readonly Scalar[];
  readonly nin?: readonly Scalar[];
  readonly contains?: string;
  readonly startswith?: string;
  readonly null?: boolean;
}

/** Conditions by field, through relations by dots; `or` holds alternatives. */
export interface Filter {
  readonly or?: readonly Readonly<Record<string, Conditions>>[];
  readonly [field: string]: Conditions | readonly Readonly<Record<string, Conditions>>[] | undefined;
}

/** How an answer shows what it holds. */
export interface Shape {
  readonly fields?: FieldChoice;
  /** Relations whose objects are shown whole: `['author.image', 'parent']`. */
  readonly include?: readonly string[];
  /** Renditions of all images, by names of yours: `{ hero: 'fill-1200x600' }`. */
  readonly renditions?: Readonly<Record<string, string>>;
  readonly rich_text_format?: 'db_html' | 'html' | 'db_markdown' | 'markdown' | 'json';
}

/** What to list. Further members are filters for equal values, as Wagtail has them. */
export interface ListQuery extends Shape {
  readonly filter?: Filter;
  readonly order?: string;
  readonly search?: string;
  readonly limit?: number;
  readonly offset?: number;
  readonly cursor?: string;
  readonly [parameter: string]: unknown;
}

/** The parameters of an address, in the order in which they are given. */
export function searchOf(query: Readonly<Record<string, unknown>>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null) continue;
    if (name === 'fields' && Array.isArray(value)) parameters.set(name, fieldsText(value as FieldChoice));
    else if (name === 'filter' && typeof value === 'object') addFilter(parameters, value as Filter);
    else if (name === 'renditions' && typeof value === 'object') parameters.set(name, pairsText(value));
    else parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

function fieldsText(fields: FieldChoice): string {
  return fields
    .flatMap((field) =>
      typeof field === 'string'
        ? [field]
        : Object.entries(field).map(([name, inner]) => `${name}(${fieldsText(inner)})`),
    )
    .join(',');
}

function pairsText(pairs: object): string {
  return Object.entries(pairs)
    .map(([name, spec]) => `${name}:${String(spec)}`)
    .join(',');
}

function addFilter(parameters: URLSearchParams, { or = [], ...fields }: Filter): void {
  addConditions(parameters, 'filter', fields as Readonly<Record<string, Conditions>>);
  or.forEach((alternative, index) => addConditions(parameters, `filter[or][${index}]`, alternative));
}

function addConditions(
  parameters: URLSearchParams,
  prefix: string,
  fields: Readonly<Record<string, Conditions>>,
): void {
  for (const [field, conditions] of Object.entries(fields))
    for (const [operator, value] of Object.entries(conditions ?? {}))
      if (value !== undefined) parameters.set(`${prefix}[${field}][${operator}]`, String(value));
}
