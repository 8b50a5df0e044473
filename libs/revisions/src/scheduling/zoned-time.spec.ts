import { inZone, isTimeFault, isZone, momentOf } from './zoned-time.js';

const moment = (at: string, zone = 'Europe/Berlin'): string => {
  const found = momentOf({ at, zone });
  return isTimeFault(found) ? found.code : found.toISOString();
};
const candidates = (at: string, zone = 'Europe/Berlin'): readonly string[] => {
  const found = momentOf({ at, zone });
  return isTimeFault(found) ? found.candidates : [];
};

describe('a time at a place', () => {
  it.each([
    ['2027-01-05T09:00', 'Europe/Berlin', '2027-01-05T08:00:00.000Z'],
    ['2027-07-05T09:00', 'Europe/Berlin', '2027-07-05T07:00:00.000Z'],
    ['2027-07-05T09:00:30', 'America/New_York', '2027-07-05T13:00:30.000Z'],
    ['2027-07-05T09:00', 'Asia/Kolkata', '2027-07-05T03:30:00.000Z'],
    ['2027-07-05T09:00', 'Pacific/Chatham', '2027-07-04T20:15:00.000Z'],
    ['2028-02-29T23:59', 'UTC', '2028-02-29T23:59:00.000Z'],
    ['2027-07-05T00:00', 'Europe/Berlin', '2027-07-04T22:00:00.000Z'],
  ])('%s in %s is %s', (at, zone, expected) => expect(moment(at, zone)).toBe(expected));

  it('with an offset is that moment, whatever the zone', () => {
    expect(moment('2027-07-05T09:00:00Z')).toBe('2027-07-05T09:00:00.000Z');
    expect(moment('2027-07-05T09:00-05:00')).toBe('2027-07-05T14:00:00.000Z');
  });

  it('that the clocks skip when summer begins is refused, with the times beside it', () => {
    expect(moment('2027-03-28T02:30')).toBe('skipped');
    expect(candidates('2027-03-28T02:30')).toEqual(['2027-03-28T01:30:00+01:00', '2027-03-28T03:30:00+02:00']);
    expect(moment('2027-03-28T01:59')).toBe('2027-03-28T00:59:00.000Z');
    expect(moment('2027-03-28T03:00')).toBe('2027-03-28T01:00:00.000Z');
  });

  it('that the clocks show twice when summer ends is refused, until an offset says which', () => {
    expect(moment('2027-10-31T02:30')).toBe('twice');
    expect(candidates('2027-10-31T02:30')).toEqual(['2027-10-31T02:30:00+02:00', '2027-10-31T02:30:00+01:00']);
    expect(candidates('2027-10-31T02:30').map((at) => moment(at))).toEqual([
      '2027-10-31T00:30:00.000Z',
      '2027-10-31T01:30:00.000Z',
    ]);
    expect(moment('2027-04-04T01:45', 'Australia/Lord_Howe')).toBe('twice');
  });

  it('on a day that a place left out does not exist', () => {
    expect(moment('2011-12-30T12:00', 'Pacific/Apia')).toBe('skipped');
    expect(moment('2011-12-31T12:00', 'Pacific/Apia')).toBe('2011-12-30T22:00:00.000Z');
  });

  it.each(['2027-02-29T09:00', '2027-13-01T09:00', '2027-01-01T24:00', '2027-01-01', 'tomorrow', '2027-1-1T9:00', '2027-01-01T09:60', '2027-01-01T09:00+99:00'])(
    'is no time: %s', (at) => expect(moment(at)).toBe('format'),
  ); // prettier-ignore

  it.each(['Berlin', '+01:00', '', 'Europe/Nowhere', 'Europe/Berlin; DROP'])('is at no place: %s', (zone) =>
    expect(moment('2027-01-01T09:00', zone)).toBe('zone'),
  );

  it('knows zones by their names and shows moments in them', () => {
    expect(['UTC', 'Europe/Kyiv', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5'].every(isZone)).toBe(true);
    expect(inZone(Date.parse('2027-07-05T07:00:00Z'), 'America/St_Johns')).toBe('2027-07-05T04:30:00-02:30');
  });
});
