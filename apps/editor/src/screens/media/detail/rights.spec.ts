import { dayOf, endOfDay } from './rights';

describe('The day on which rights end', () => {
  it('is counted whole, and is read as the day that was chosen', () => {
    const end = new Date(endOfDay('2026-12-31'));
    expect([end.getMonth(), end.getDate(), end.getHours(), end.getMinutes()]).toEqual([11, 31, 23, 59]);
    expect(dayOf(end.toISOString())).toBe('2026-12-31');
  });
});
