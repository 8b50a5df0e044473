import { ActionIcon, Popover } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { IconCalendar, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { readDate, showDate } from '../model/dates';
import { LineBox } from '../parts/text-box';
import { useDraft } from '../parts/use-draft';
import css from './date-box.module.css';

interface DateBoxProps {
  id: string;
  value: string | null;
  onDate: (date: string | null) => void;
  invalid: boolean;
  readOnly: boolean;
  labelId: string;
  describedBy: string | undefined;
  /** Days before and after these are greyed in the calendar. */
  days: { first: string | undefined; last: string | undefined };
}

/** A day: typed in any usual way, or picked from a calendar. */
export function DateBox({ id, value, onDate, invalid, readOnly, labelId, describedBy, days }: DateBoxProps) {
  const [open, setOpen] = useState(false);
  const draft = useDraft(value, (date) => (date ? showDate(date) : ''), readDateText, onDate);
  const [left, setLeft] = useState(false);
  const wrong = left && draft.problem !== null;
  const settle = () => {
    setLeft(true);
    draft.settle();
  };
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus returnFocus shadow="md" withinPortal>
      <Popover.Target>
        <div className={css.box}>
          <LineBox
            id={id}
            type="text"
            autoComplete="off"
            placeholder="Like 15 Nov 2026"
            value={draft.text}
            onText={draft.setText}
            onBlur={settle}
            readOnly={readOnly}
            invalid={invalid || wrong}
            aria-labelledby={labelId}
            aria-describedby={[describedBy, wrong ? `${id}p` : ''].filter(Boolean).join(' ') || undefined}
            icon={
              <ActionIcon
                size={26}
                className={css.open}
                disabled={readOnly}
                onClick={() => setOpen((now) => !now)}
                aria-label="Pick from the calendar"
                aria-expanded={open}
              >
                <IconCalendar size={18} stroke={1.75} aria-hidden />
              </ActionIcon>
            }
            end={
              value &&
              !readOnly && (
                <ActionIcon size={26} className={css.clear} onClick={() => onDate(null)} aria-label="Clear the date">
                  <IconX size={15} />
                </ActionIcon>
              )
            }
          />
          {wrong && (
            <p id={`${id}p`} className={css.problem}>
              {draft.problem}
            </p>
          )}
        </div>
      </Popover.Target>
      <Popover.Dropdown className={css.calendar}>
        <DatePicker
          value={value}
          defaultDate={value ?? nearestDay(days)}
          minDate={days.first}
          maxDate={days.last}
          firstDayOfWeek={1}
          // Red means a fault here, and no day of the week is one.
          weekendDays={[]}
          onChange={(date) => {
            onDate(date);
            setOpen(false);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

/** Where an empty calendar opens: today, or the bound next to it. */
function nearestDay({ first, last }: DateBoxProps['days']): string | undefined {
  const today = new Date().toISOString().slice(0, 10);
  if (first !== undefined && today < first) return first;
  return last !== undefined && today > last ? last : undefined;
}

function readDateText(text: string) {
  if (text.trim() === '') return { ok: true as const, value: null };
  const date = readDate(text);
  return date ? { ok: true as const, value: date } : { ok: false as const, message: 'A date looks like 15 Nov 2026.' };
}
