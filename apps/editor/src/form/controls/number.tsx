import type { ControlProps } from '../control';
import { type Read, readDecimal, readFloat, readInteger } from '../model/numbers';
import { LineBox } from '../parts/text-box';
import { Note } from '../parts/note';
import { useDraft } from '../parts/use-draft';
import css from './controls.module.css';

/** A whole number. */
export function IntegerControl(props: ControlProps<number | string | null>) {
  return <NumberBox {...props} show={showNumber} read={readInteger} inputMode="numeric" />;
}

/** A number of any size. */
export function FloatControl(props: ControlProps<number | null>) {
  return <NumberBox {...props} show={showNumber} read={readFloat} inputMode="decimal" />;
}

/** A decimal number, kept digit for digit. */
export function DecimalControl(props: ControlProps<string | null>) {
  const { precision, scale } = props.field.options;
  return (
    <NumberBox
      {...props}
      show={(value) => value ?? ''}
      read={(text) => readDecimal(text, precision, scale)}
      inputMode="decimal"
    />
  );
}

interface NumberBoxProps<Value> extends ControlProps<Value> {
  show: (value: Value) => string;
  read: (text: string) => Read<Value>;
  inputMode: 'numeric' | 'decimal';
}

function NumberBox<Value>({
  field,
  value,
  set,
  id,
  labelId,
  describedBy,
  invalid,
  readOnly,
  show,
  read,
  inputMode,
}: NumberBoxProps<Value>) {
  const draft = useDraft(value ?? (null as Value), show, read, set);
  const limits = limitsOf(field.options.min, field.options.max);
  return (
    <div className={css.narrow}>
      <LineBox
        id={id}
        type="text"
        inputMode={inputMode}
        autoComplete="off"
        value={draft.text}
        onText={draft.setText}
        onBlur={draft.settle}
        readOnly={readOnly}
        invalid={invalid || draft.problem !== null}
        className="num"
        aria-labelledby={labelId}
        aria-describedby={[describedBy, draft.problem ? `${id}p` : ''].filter(Boolean).join(' ') || undefined}
        end={limits && <span className={css.aside}>{limits}</span>}
      />
      {draft.problem && (
        <Note id={`${id}p`} tone="warn">
          {draft.problem}
        </Note>
      )}
    </div>
  );
}

function showNumber(value: number | string | null): string {
  return value === null || value === undefined ? '' : String(value);
}

function limitsOf(min: unknown, max: unknown): string | null {
  const least = min === null || min === undefined ? '' : String(min);
  const most = max === null || max === undefined ? '' : String(max);
  if (least && most) return `${least} to ${most}`;
  if (least) return `from ${least}`;
  return most ? `up to ${most}` : null;
}
