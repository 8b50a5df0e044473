import { auditMatch, readAuditSearch } from './audit-search';

describe('the address of the audit log', () => {
  it('keeps what makes sense and drops the rest', () => {
    const read = readAuditSearch({ q: 'home', user: 3, from: '2026-11-01', until: 'soon', colour: 'red', action: '' });
    expect(read).toEqual({ q: 'home', user: '3', from: '2026-11-01' });
  });

  it('asks for whole days, the last one included', () => {
    const { from, until } = auditMatch({ from: '2026-11-01', until: '2026-11-01' });
    expect(Date.parse(until!) - Date.parse(from!)).toBe(24 * 3_600_000);
  });

  it('names a subject only together with its type', () => {
    expect(auditMatch({ subject: '3' })).toEqual({});
    expect(auditMatch({ type: 'page', subject: '3' })).toEqual({ subjectTypes: 'page', subject: '3' });
  });
});
