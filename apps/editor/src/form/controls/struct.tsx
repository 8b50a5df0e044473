import type { ControlProps } from '../control';
import { join } from '../model/pointer';
import { FieldView } from '../parts/field-view';
import css from '../stream/spine.module.css';
import { ScopeContext, useInnerScope } from '../use-condition';

/** Named fields that belong together. */
export function StructControl({
  field,
  value,
  pointer,
  labelId,
  describedBy,
  bare,
}: ControlProps<Record<string, unknown> | null>) {
  const values = value ?? {};
  const fields = field.options.fields ?? [];
  const scope = useInnerScope(pointer);
  const body = (
    <ScopeContext value={scope}>
      <div className={css.fields}>
        {fields.map((inner) => (
          <FieldView key={inner.name} field={inner} value={values[inner.name]} pointer={join(pointer, inner.name)} />
        ))}
      </div>
    </ScopeContext>
  );
  return bare ? (
    body
  ) : (
    <div className={css.struct} role="group" aria-labelledby={labelId} aria-describedby={describedBy}>
      {body}
    </div>
  );
}
