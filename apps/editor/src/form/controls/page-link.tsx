import { IconSitemap } from '@tabler/icons-react';
import { useState } from 'react';
import { PageChooser, usePage } from '../../choosers';
import { StateMark } from '../../parts/marks';
import type { ControlProps } from '../control';
import { useSurroundings } from '../form-context';
import { ChosenLine } from './chosen-line';

/** A page of the tree. */
export function PageLinkControl({
  field,
  value,
  set,
  id,
  labelId,
  describedBy,
  invalid,
  readOnly,
}: ControlProps<number | null>) {
  const { subject } = useSurroundings();
  const { row } = usePage(value ?? null);
  const [choosing, setChoosing] = useState(false);
  const chosen =
    value === null || value === undefined
      ? null
      : row
        ? {
            title: row.title,
            meta: row.urlPath ? `${row.typeLabel}, ${row.urlPath}` : row.typeLabel,
            mark: <StateMark state={row.state} />,
          }
        : { title: row === null ? 'This page no longer exists' : 'Page', gone: row === null };
  return (
    <>
      <ChosenLine
        id={id}
        labelId={labelId}
        describedBy={describedBy}
        icon={<IconSitemap size={18} stroke={1.75} aria-hidden />}
        chosen={chosen}
        chooseLabel="Choose a page"
        readOnly={readOnly}
        invalid={invalid}
        onOpen={() => setChoosing(true)}
        onClear={() => set(null)}
      />
      {choosing && (
        <PageChooser
          types={field.options.types ?? null}
          selected={value ?? null}
          except={subject.kind === 'page' ? subject.id : null}
          onClose={() => setChoosing(false)}
          onChoose={(page) => {
            set(page.id);
            setChoosing(false);
          }}
        />
      )}
    </>
  );
}
