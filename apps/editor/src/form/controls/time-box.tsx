import { IconClock } from '@tabler/icons-react';
import { useState } from 'react';
import { readTime, showTime } from '../model/dates';
import { LineBox } from '../parts/text-box';
import { useDraft } from '../parts/use-draft';
import css from './date-box.module.css';

interface TimeBoxProps {
  id: string;
  value: string | null;
  onTime: (time: string | null) => void;
  invalid: boolean;
  readOnly: boolean;
  labelId?: string;
  label?: string;
  describedBy: string | undefined;
}

/** A time of day on the 24-hour clock; `9:05 pm` is understood too. */
export function TimeBox({ id, value, onTime, invalid, readOnly, labelId, label, describedBy }: TimeBoxProps) {
  const [left, setLeft] = useState(false);
  const draft = useDraft(value, (time) => (time ? showTime(time) : ''), readTimeText, onTime);
  const wrong = left && draft.problem !== null;
  return (
    <div>
      <LineBox
        id={id}
        type="text"
        inputMode="text"
        autoComplete="off"
        placeholder="Like 09:00"
        className="num"
        value={draft.text}
        onText={draft.setText}
        readOnly={readOnly}
        invalid={invalid || wrong}
        icon={<IconClock size={18} stroke={1.75} aria-hidden />}
        aria-labelledby={labelId}
        aria-label={label}
        aria-describedby={[describedBy, wrong ? `${id}p` : ''].filter(Boolean).join(' ') || undefined}
        onBlur={() => {
          setLeft(true);
          draft.settle();
        }}
      />
      {wrong && (
        <p id={`${id}p`} className={css.problem}>
          {draft.problem}
        </p>
      )}
    </div>
  );
}

function readTimeText(text: string) {
  if (text.trim() === '') return { ok: true as const, value: null };
  const time = readTime(text);
  return time ? { ok: true as const, value: time } : { ok: false as const, message: 'A time looks like 09:00.' };
}
