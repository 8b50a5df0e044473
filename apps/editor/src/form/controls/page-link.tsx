import { IconSitemap } from '@tabler/icons-react';
import { useState } from 'react';
import { PageChooser, usePage } from '../../choosers';
import { StateMark } from '../../parts/marks';
import type { ControlProps } from '../control';
import { useSurroundings } from '../form-context';
import { ChosenLine } from './chosen-line';

/** A page of the tree. */
export function PageLinkControl({ field, value, set, ...place }: ControlProps<number | null>) {
  return <PageChoice {...place} types={field.options.types ?? null} value={value ?? null} onChoose={set} />;
}

interface PageChoiceProps {
  /** Types that can be chosen; `null` for all. */
  types: readonly string[] | null;
  value: number | null;
  onChoose: (page: number | null) => void;
  id: string;
  labelId: string;
  describedBy: string | undefined;
  invalid: boolean;
  readOnly: boolean;
}

/** The chosen page, or the way to choose one. */
export function PageChoice({ types, value, onChoose, id, labelId, describedBy, invalid, readOnly }: PageChoiceProps) {
  const { subject } = useSurroundings();
  const { row } = usePage(value);
  const [choosing, setChoosing] = useState(false);
  const chosen =
    value === null
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
        onClear={() => onChoose(null)}
      />
      {choosing && (
        <PageChooser
          types={types}
          selected={value}
          except={subject.kind === 'page' ? subject.id : null}
          onClose={() => setChoosing(false)}
          onChoose={(page) => {
            onChoose(page.id);
            setChoosing(false);
          }}
        />
      )}
    </>
  );
}
