import { ImportReport } from './import-report.js';
import { printReport } from './print-report.js';

describe('the printed report of an import', () => {
  it('names problems one by one, and stops after 50', () => {
    const report = new ImportReport();
    report.stop('The export is empty.');
    for (let pk = 1; pk <= 60; pk += 1) report.problem({ model: 'birds.bird', pk, field: 'wing' }, 'It is broken.');
    const lines = printReport(report, { allowSkips: false });
    expect(lines.slice(0, 3)).toEqual([
      '61 problems:',
      '  The export is empty.',
      '  birds.bird 1, wing: It is broken.',
    ]);
    expect(lines.at(-1)).toBe('  … and 11 more');
  });

  it('groups what is left behind, the deliberate apart', () => {
    const report = new ImportReport();
    for (let pk = 1; pk <= 7; pk += 1) report.leave({ model: 'birds.log', pk }, 'History.', true);
    report.leave({ model: 'birds.bird', pk: 3, field: 'egg' }, 'There is no such field here.', false);
    expect(printReport(report, { allowSkips: false })).toEqual([
      'Not taken, and not named in the mapping:',
      '  birds.bird 3, egg: There is no such field here.',
      'Not taken; the mapping names it, --allow-skips accepts it:',
      '  birds.log 1, 2, 3, 4, 5 … (7 rows): History.',
    ]);
  });

  it('allows writing only without problems, and with leftovers only where they are accepted', () => {
    const report = new ImportReport();
    expect(report.allowsWriting({ allowSkips: false })).toBe(true);
    report.leave({ model: 'birds.log', pk: 1 }, 'History.', true);
    expect(report.allowsWriting({ allowSkips: false })).toBe(false);
    expect(report.allowsWriting({ allowSkips: true })).toBe(true);
    report.leave({ model: 'birds.nest', pk: 1 }, 'Unknown.', false);
    expect(report.allowsWriting({ allowSkips: true })).toBe(false);
  });
});
