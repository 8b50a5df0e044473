import type { Finding, ImportReport } from './import-report.js';

/** Lines of one list; the rest is counted. */
const MOST_LINES = 50;

/** The report for people: problems one by one, leftovers and notes in groups. */
export function printReport(report: ImportReport, options: { readonly allowSkips: boolean }): string[] {
  const unplanned = report.leftovers.filter((leftover) => !leftover.isDeliberate);
  const deliberate = report.leftovers.filter((leftover) => leftover.isDeliberate);
  return [
    ...section(`${plural(report.problems.length, 'problem')}:`, report.problems.map(oneLine)),
    ...section('Not taken, and not named in the mapping:', grouped(unplanned)),
    ...section(
      options.allowSkips
        ? 'Not taken, as the mapping says:'
        : 'Not taken; the mapping names it, --allow-skips accepts it:',
      grouped(deliberate),
    ),
    ...section('Notes:', grouped(report.notes)),
  ];
}

/** Rows taken, by model. */
export function printTaken(report: ImportReport): string[] {
  const counts = [...report.taken].sort(([a], [b]) => (a < b ? -1 : 1));
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  return [
    ...counts.map(([model, count]) => `  ${String(count).padStart(6)}  ${model}`),
    `  ${String(total).padStart(6)}  in all`,
  ];
}

function section(title: string, lines: string[]): string[] {
  if (lines.length === 0) return [];
  const rest = lines.length - MOST_LINES;
  return [
    title,
    ...lines.slice(0, MOST_LINES).map((line) => `  ${line}`),
    ...(rest > 0 ? [`  … and ${rest} more`] : []),
  ];
}

function oneLine({ model, pk, field, why }: Finding): string {
  if (model === null) return why;
  return `${model} ${pk ?? ''}${field ? `, ${field}` : ''}: ${why}`;
}

/** One line for all rows of a model that share field and reason. */
function grouped(findings: readonly Finding[]): string[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.model, finding.field, finding.why]);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()].map((group) => {
    const { model, field, why } = group[0]!;
    const keys = group.slice(0, 5).map((finding) => finding.pk);
    const rows = group.length > 5 ? `${keys.join(', ')} … (${group.length} rows)` : keys.join(', ');
    return `${model ?? ''} ${rows}${field ? `, ${field}` : ''}: ${why}`;
  });
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
