import { ActionIcon } from '@mantine/core';
import { IconSelector } from '@tabler/icons-react';
import { useForm } from '../form-context';
import css from './spine.module.css';

interface SectionHeadProps {
  /** Within a block: a label, not a heading of the form. */ small: boolean;
  id: string;
  label: string;
  note: string;
  ids: readonly string[];
  /** How an entry began that nobody folded or unfolded. */
  folded: (index: number) => boolean;
}

/** The heading above a list of entries, with the button that folds or unfolds all of them. */
export function SectionHead({ small, id, label, note, ids, folded }: SectionHeadProps) {
  return (
    <div className={css.section} data-small={small || undefined}>
      {small ? <b id={id}>{label}</b> : <h2 id={id}>{label}</h2>}
      <span>{note}</span>
      {ids.length > 1 ? <FoldAll ids={ids} folded={folded} /> : <span />}
    </div>
  );
}

function FoldAll({ ids, folded }: Pick<SectionHeadProps, 'ids' | 'folded'>) {
  const { ui } = useForm();
  const label = 'Fold or unfold all';
  return (
    <ActionIcon
      aria-label={label}
      title={label}
      onClick={() =>
        ui.fold(
          ids,
          ids.some((id, index) => !(ui.folded(id) ?? folded(index))),
        )
      }
    >
      <IconSelector size={18} stroke={1.75} aria-hidden />
    </ActionIcon>
  );
}
