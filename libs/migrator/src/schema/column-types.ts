/** A change of a column's type, as SQL writes both. */
export interface TypeChange {
  readonly from: string;
  readonly to: string;
}

const WIDENING: readonly (readonly string[])[] = [
  ['smallint', 'integer', 'bigint', 'numeric'],
  ['real', 'double precision'],
  ['integer', 'double precision'],
  ['smallint', 'double precision'],
  ['date', 'timestamp without time zone', 'timestamp with time zone'],
  ['json', 'jsonb'],
];

/** Does every value keep what it says? */
export function isWidening({ from, to }: TypeChange): boolean {
  const [old, next] = [parse(from), parse(to)];
  if (old.isArray !== next.isArray) return false;
  if (next.name === 'text') return true;
  if (next.name === 'character varying') {
    const length = old.name === 'character varying' ? (old.sizes[0] ?? Infinity) : (LONGEST[old.name] ?? Infinity);
    return length <= (next.sizes[0] ?? Infinity);
  }
  if (old.name === 'numeric' && next.name === 'numeric') {
    if (next.sizes.length === 0) return true;
    const [precision = Infinity, scale = 0] = old.sizes;
    const [nextPrecision = Infinity, nextScale = 0] = next.sizes;
    return scale <= nextScale && precision - scale <= nextPrecision - nextScale;
  }
  if (next.name === 'numeric' && next.sizes.length > 0) {
    const [precision = 0, scale = 0] = next.sizes;
    return (DIGITS[old.name] ?? Infinity) <= precision - scale;
  }
  return WIDENING.some((row) => row.includes(old.name) && row.indexOf(old.name) < row.indexOf(next.name));
}

/** Characters the longest value of a type is written with. */
const LONGEST: Readonly<Record<string, number>> = {
  boolean: 5,
  smallint: 6,
  integer: 11,
  bigint: 20,
  uuid: 36,
  date: 13,
};
const DIGITS: Readonly<Record<string, number>> = { smallint: 5, integer: 10, bigint: 19 };

/** Which values lose something without an error when they are cast, and what happens to them; null when none or all may. */
export function lossOf({ from, to }: TypeChange, column: string): { where: string; verb: string } | null {
  const [old, next] = [parse(from), parse(to)];
  const [size, scale = 0] = next.sizes;
  if (next.name === 'character varying' && size !== undefined) {
    const text = old.name.startsWith('json') ? `(${column} #>> '{}')` : `${column}::text`;
    return { where: `char_length(${text}) > ${size}`, verb: 'cut' };
  }
  if (NUMBERS.has(old.name) && next.name === 'numeric' && size !== undefined) {
    return { where: `${column}::numeric <> round(${column}::numeric, ${scale})`, verb: 'rounded' };
  }
  return null;
}

/** What turns an old value into a new one: a cast, by way of text where Postgres knows none. */
export function castOf(column: string, { from, to }: TypeChange): string {
  const [old, next] = [parse(from), parse(to)];
  const quoted = `"${column}"`;
  if (old.name === 'jsonb' || old.name === 'json') {
    return next.name.startsWith('json') ? `${quoted}::${to}` : `(${quoted} #>> '{}')::${to}`;
  }
  if (next.name.startsWith('json')) return `to_jsonb(${quoted})`;
  const isText = (name: string): boolean => name === 'text' || name === 'character varying';
  if (isText(next.name) || (NUMBERS.has(old.name) && NUMBERS.has(next.name))) return `${quoted}::${to}`;
  if (isText(old.name)) return `NULLIF(trim(${quoted}), '')::${to}`;
  return isTime(old.name) && isTime(next.name) ? `${quoted}::${to}` : `${quoted}::text::${to}`;
}

const NUMBERS = new Set(['smallint', 'integer', 'bigint', 'numeric', 'real', 'double precision']);
const isTime = (name: string): boolean => /^(date|time)/.test(name);

function parse(type: string): { name: string; sizes: number[]; isArray: boolean } {
  const [, name = type, sizes, rest = ''] =
    /^([a-z ]+?)(?:\(([\d,]+)\))?((?: with(?:out)? time zone)?(?:\[\])?)$/.exec(type) ?? [];
  const zone = rest.replace('[]', '');
  return { name: `${name}${zone}`, sizes: sizes?.split(',').map(Number) ?? [], isArray: rest.endsWith('[]') };
}
