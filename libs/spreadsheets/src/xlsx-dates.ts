/** Formats every spreadsheet program knows by number. */
const KNOWN_DATES = [[14, 22], [27, 36], [45, 47], [50, 58]] as const; // prettier-ignore
const MILLISECONDS_A_DAY = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/** Indexes of the cell styles that show a number as a date or time. */
export function dateFormats(styles: string): Set<number> {
  const own = new Set<number>();
  for (const [tag] of styles.matchAll(/<numFmt\s[^>]*>/g)) {
    const code = attribute(tag, 'formatCode').replace(/&quot;[^&]*&quot;|"[^"]*"|\[[^\]]*\]|\\./g, '');
    if (/[ymdhs]/i.test(code)) own.add(Number(attribute(tag, 'numFmtId')));
  }
  const isDate = (id: number): boolean => own.has(id) || KNOWN_DATES.some(([from, to]) => id >= from && id <= to);
  const cells = /<cellXfs[^>]*>([\s\S]*?)<\/cellXfs>/.exec(styles)?.[1] ?? '';
  const formats = [...cells.matchAll(/<xf\s[^>]*>/g)].map(([tag]) => Number(attribute(tag, 'numFmtId')));
  return new Set(formats.flatMap((id, index) => (isDate(id) ? [index] : [])));
}

/** A spreadsheet's number of days as a day, a time of day, or a moment in UTC. */
export function momentOf(days: number, since1904: boolean): string {
  const epoch = since1904 ? EPOCH_1904 : EPOCH_1900;
  const date = new Date(epoch + Math.round(days * MILLISECONDS_A_DAY));
  if (!Number.isFinite(days) || Number.isNaN(date.getTime())) return String(days);
  const iso = date.toISOString();
  if (days < 1) return iso.slice(11, 19);
  return Number.isInteger(days) ? iso.slice(0, 10) : iso;
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}
