import { Textarea, TextInput } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import type { ImageRow } from '../../../api';
import { day } from '../../../parts/dates';
import classes from './detail.module.css';
import { endOfDay, dayOf } from './rights';

export type RightsValues = Pick<ImageRow, 'credit' | 'rights' | 'rightsExpireAt'>;

interface RightsFieldsProps {
  value: RightsValues;
  faults: Readonly<Record<string, string>>;
  set: (change: Partial<RightsValues>) => void;
}

/** Who is to be named, what may be done with it, and until when. */
export function RightsFields({ value, faults, set }: RightsFieldsProps) {
  const ended = value.rightsExpireAt !== null && Date.parse(value.rightsExpireAt) < Date.now();
  return (
    <>
      <TextInput
        label="Credit"
        placeholder="Who is to be named"
        value={value.credit}
        error={faults['credit']}
        onChange={(event) => set({ credit: event.currentTarget.value })}
      />
      <Textarea
        label="Rights"
        placeholder="What may be done with it"
        autosize
        minRows={1}
        maxRows={6}
        value={value.rights}
        error={faults['rights']}
        onChange={(event) => set({ rights: event.currentTarget.value })}
      />
      <div>
        <DatePickerInput
          label="Rights end"
          placeholder="No end"
          clearable
          valueFormat="D MMM YYYY"
          leftSection={<IconCalendar size={16} stroke={1.75} />}
          value={value.rightsExpireAt ? dayOf(value.rightsExpireAt) : null}
          error={faults['rightsExpireAt']}
          onChange={(date) => set({ rightsExpireAt: date ? endOfDay(date) : null })}
        />
        {ended && value.rightsExpireAt && (
          <p className={classes.warning}>They ended {day(value.rightsExpireAt)}. Take it out of use, or renew them.</p>
        )}
      </div>
    </>
  );
}
