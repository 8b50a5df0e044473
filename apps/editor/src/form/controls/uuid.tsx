import { Button } from '@mantine/core';
import type { ControlProps } from '../control';
import { LineBox } from '../parts/text-box';

/** An identifier of another system, or a new random one. */
export function UuidControl({ value, set, id, labelId, describedBy, invalid, readOnly }: ControlProps<string | null>) {
  return (
    <LineBox
      id={id}
      voice="code"
      type="text"
      autoComplete="off"
      spellCheck={false}
      value={value ?? ''}
      onText={(text) => set(text.trim() === '' ? null : text.trim())}
      readOnly={readOnly}
      invalid={invalid}
      aria-labelledby={labelId}
      aria-describedby={describedBy}
      end={
        !readOnly &&
        !value && (
          <Button variant="subtle" size="xs" data-accent onClick={() => set(crypto.randomUUID())}>
            Make a new one
          </Button>
        )
      }
    />
  );
}
