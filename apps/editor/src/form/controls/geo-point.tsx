import { ActionIcon } from '@mantine/core';
import { IconExternalLink, IconMapPin, IconX } from '@tabler/icons-react';
import { type ClipboardEvent, useState } from 'react';
import type { ControlProps } from '../control';
import { type GeoPoint, readDegrees, readPlace, showPlace } from '../model/geo-point';
import { same } from '../model/same';
import { Note } from '../parts/note';
import { LineBox } from '../parts/text-box';
import css from './geo-point.module.css';

interface Typed {
  lat: string;
  lng: string;
}

/** A place by its latitude and longitude. Both may be pasted into either box at once. */
export function GeoPointControl({
  value,
  set,
  id,
  labelId,
  describedBy,
  invalid,
  readOnly,
}: ControlProps<GeoPoint | null>) {
  const place = value ?? null;
  const [typed, setTyped] = useState<Typed>(() => asTyped(place));
  const [seen, setSeen] = useState(place);
  if (!same(seen, place)) {
    setSeen(place);
    if (!same(readBoth(typed).place, place)) setTyped(asTyped(place));
  }
  const { problem } = readBoth(typed);
  const type = (next: Typed) => {
    setTyped(next);
    const outcome = readBoth(next);
    if (outcome.problem === null && !same(outcome.place, place)) {
      setSeen(outcome.place);
      set(outcome.place);
    }
  };
  const shared = {
    type: 'text',
    inputMode: 'text' as const,
    autoComplete: 'off',
    className: 'num',
    readOnly,
    invalid: invalid || (problem !== null && problem !== HALF),
    // Both parts in one box go where they belong.
    onPaste: (event: ClipboardEvent) => {
      const pasted = readPlace(event.clipboardData.getData('text'));
      if (!pasted || readOnly) return;
      event.preventDefault();
      type(asTyped(pasted));
    },
    onBlur: () => {
      const both = readPlace(typed.lat) ?? readPlace(typed.lng);
      if (both && !readOnly) type(asTyped(both));
    },
    'aria-describedby': [describedBy, `${id}u`].filter(Boolean).join(' '),
  };
  return (
    <div role="group" aria-labelledby={labelId}>
      <div className={css.pair}>
        <label className={css.part}>
          <span>Latitude</span>
          <LineBox
            {...shared}
            id={id}
            placeholder="47.05"
            value={typed.lat}
            onText={(lat) => type({ ...typed, lat })}
          />
        </label>
        <label className={css.part}>
          <span>Longitude</span>
          <LineBox {...shared} placeholder="8.30" value={typed.lng} onText={(lng) => type({ ...typed, lng })} />
        </label>
        {!readOnly && (typed.lat !== '' || typed.lng !== '') && (
          <ActionIcon className={css.clear} onClick={() => type({ lat: '', lng: '' })} aria-label="Clear" title="Clear">
            <IconX size={18} stroke={1.75} />
          </ActionIcon>
        )}
      </div>
      {problem ? (
        <Note id={`${id}u`} tone="warn">
          {problem}
        </Note>
      ) : (
        <p className={css.under} id={`${id}u`}>
          {place ? (
            <>
              <IconMapPin size={15} aria-hidden />
              <span>{showPlace(place)}</span>
              <a href={mapOf(place)} target="_blank" rel="noopener noreferrer" className="link">
                Look at it on a map <IconExternalLink size={13} aria-hidden />
              </a>
            </>
          ) : (
            'Degrees, such as 47.05, 8.30. Both can be pasted at once.'
          )}
        </p>
      )}
    </div>
  );
}

const HALF = 'A place needs both.';

function asTyped(place: GeoPoint | null): Typed {
  return { lat: place ? String(place.lat) : '', lng: place ? String(place.lng) : '' };
}

function readBoth(typed: Typed): { place: GeoPoint | null; problem: string | null } {
  const [lat, lng] = [readDegrees(typed.lat, 90), readDegrees(typed.lng, 180)];
  if (!lat.ok) return { place: null, problem: lat.message };
  if (!lng.ok) return { place: null, problem: lng.message };
  if (lat.value === null && lng.value === null) return { place: null, problem: null };
  if (lat.value === null || lng.value === null) return { place: null, problem: HALF };
  return { place: { lat: lat.value, lng: lng.value }, problem: null };
}

/** Opened by a person only: the editor itself asks no other site. */
function mapOf({ lat, lng }: GeoPoint): string {
  return `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lng}#map=14/${lat}/${lng}`;
}
