import { useState } from 'react';
import type { ControlProps } from '../control';
import { joinMoment, splitMoment } from '../model/dates';
import { daysWithin } from '../model/moment-bounds';
import css from './controls.module.css';
import { DateBox } from './date-box';
import { TimeBox } from './time-box';

/** A day. */
export function DateControl({
  field,
  value,
  set,
  id,
  labelId,
  describedBy,
  invalid,
  readOnly,
}: ControlProps<string | null>) {
  return (
    <div className={css.narrow}>
      <DateBox
        id={id}
        value={value ?? null}
        onDate={set}
        invalid={invalid}
        readOnly={readOnly}
        labelId={labelId}
        describedBy={describedBy}
        days={daysWithin(field)}
      />
    </div>
  );
}

/** A time of day. */
export function TimeControl({ value, set, id, labelId, describedBy, invalid, readOnly }: ControlProps<string | null>) {
  return (
    <div className={css.narrow}>
      <TimeBox
        id={id}
        value={value ?? null}
        onTime={set}
        invalid={invalid}
        readOnly={readOnly}
        labelId={labelId}
        describedBy={describedBy}
      />
    </div>
  );
}

/** A moment: stored in UTC, filled in on this device's clock, whose zone is named. */
export function DateTimeControl({
  field,
  value,
  set,
  id,
  labelId,
  describedBy,
  invalid,
  readOnly,
}: ControlProps<string | null>) {
  const stored = value ? splitMoment(value) : null;
  // A time typed before its day has nowhere to be stored yet.
  const [pendingTime, setPendingTime] = useState<string | null>(null);
  const setDate = (date: string | null) =>
    set(date === null ? null : joinMoment(date, stored?.time ?? pendingTime ?? '00:00:00'));
  const setTime = (time: string | null) => {
    setPendingTime(time);
    if (stored) set(joinMoment(stored.date, time ?? '00:00:00'));
  };
  return (
    <>
      <div className={css.pair}>
        <DateBox
          id={id}
          value={stored?.date ?? null}
          onDate={setDate}
          invalid={invalid}
          readOnly={readOnly}
          labelId={labelId}
          describedBy={describedBy}
          days={daysWithin(field)}
        />
        <div className={css.time}>
          <TimeBox
            id={`${id}t`}
            value={stored?.time ?? pendingTime}
            onTime={setTime}
            invalid={invalid}
            readOnly={readOnly}
            label="Time"
            describedBy={`${id}z`}
          />
        </div>
      </div>
      <p className={css.under} id={`${id}z`}>
        {Intl.DateTimeFormat().resolvedOptions().timeZone}
      </p>
    </>
  );
}
