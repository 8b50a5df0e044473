import { wallClock, zonedMoment, zonesWith } from './zones';

describe('times at a place', () => {
  it('are what its clocks show, for date fields and in words', () => {
    expect(wallClock('2027-07-01T07:00:00.000Z', 'Europe/Berlin')).toBe('2027-07-01T09:00');
    expect(wallClock('2027-01-01T04:30:00.000Z', 'America/New_York')).toBe('2026-12-31T23:30');
    expect(zonedMoment('2027-07-01T07:00:00.000Z', 'America/New_York')).toBe('Thu 1 Jul 2027, 03:00 (New York)');
  });

  it('can be chosen anywhere, where they were meant too', () => {
    expect(zonesWith('Europe/Kyiv').slice(0, 1)).toEqual(['Europe/Kyiv']);
    expect(zonesWith('UTC')).toContain('Asia/Tokyo');
  });
});
