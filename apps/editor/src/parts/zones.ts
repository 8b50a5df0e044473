/** The zone of this device. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

/** IANA zones to choose from, the one given among them. */
export function zonesWith(zone: string): string[] {
  const all = Intl.supportedValuesOf('timeZone');
  return [...new Set([zone, ownZone(), 'UTC', ...all])];
}

/** What the clocks of a zone show at a moment: `2027-03-01T09:00`, as date fields want it. */
export function wallClock(iso: string, zone: string): string {
  const shown = new Date(iso).toLocaleString('sv-SE', { timeZone: zone });
  return shown.slice(0, 16).replace(' ', 'T');
}

/** `Fri 1 Mar 2027, 09:00`, and the zone where it is not this device's: `(New York)`. */
export function zonedMoment(iso: string, zone: string): string {
  const date = new Date(iso);
  const words = date.toLocaleDateString('en-GB', { timeZone: zone, weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }); // prettier-ignore
  const time = date.toLocaleTimeString('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  const place = zone === ownZone() ? '' : ` (${zone.split('/').pop()?.replaceAll('_', ' ') ?? zone})`;
  return `${words.replace(',', '')}, ${time}${place}`;
}
