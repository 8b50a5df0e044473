import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ComparedVersion, Comparison, MemberDifference } from '../../api';
import { moment } from '../../parts/dates';
import { Person } from '../../parts/marks';
import { count } from '../../parts/words';
import { DifferenceView } from '../../versions/difference-view';
import classes from './history-screen.module.css';

const kinds = { live: 'What is live', draft: 'The newest version', 'working-copy': 'Your unsaved work', revision: '' };

function Head({ version }: { version: ComparedVersion }) {
  const at = version.createdAt ? moment(version.createdAt) : '';
  return (
    <p className={classes.head}>
      {version.user && <Person id={version.user.id} name={version.user.name} size={20} silent />}
      <b>{version.name ?? (kinds[version.kind] || at)}</b>
      <span>{[version.user?.name, version.name || kinds[version.kind] ? at : ''].filter(Boolean).join(', ')}</span>
    </p>
  );
}

const words = { added: 'Added', removed: 'Emptied', changed: '' };

function FieldDifference({ field, wide }: { field: MemberDifference; wide: boolean }) {
  // Blocks tell themselves what came and went; two columns of them would tell it twice.
  const twice = wide && !['items', 'members', 'grid'].includes(field.difference.type);
  if (!twice) return <DifferenceView difference={field.difference} />;
  return (
    <div className={classes.columns}>
      <DifferenceView difference={field.difference} side="old" />
      <DifferenceView difference={field.difference} side="new" />
    </div>
  );
}

interface ComparisonViewProps {
  comparison: Comparison;
  /** Absent where nothing can be restored. */
  onRestoreField: ((name: string) => void) | undefined;
  busy: boolean;
}

/** What differs between two versions: side by side where there is room, else in one text. */
export function ComparisonView({ comparison, onRestoreField, busy }: ComparisonViewProps) {
  const wide = useMediaQuery('(min-width: 1100px)') ?? false;
  const { from, to, fields } = comparison;
  return (
    <>
      <div className={classes.heads}>
        <Head version={from} />
        <Head version={to} />
      </div>
      <p className={classes.lead}>
        {fields.length === 0
          ? 'They are the same.'
          : `${count(fields.length, 'field')} ${fields.length === 1 ? 'differs' : 'differ'}. Green is what came, red is what went.`}
      </p>
      {fields.map((field) => (
        <section key={field.name} className={classes.field}>
          <h3>
            {field.label} {words[field.status] && <span>{words[field.status]}</span>}
          </h3>
          <FieldDifference field={field} wide={wide} />
          {onRestoreField && (
            <Button
              variant="subtle"
              size="xs"
              px={6}
              data-accent
              disabled={busy}
              onClick={() => onRestoreField(field.name)}
            >
              Restore this field
            </Button>
          )}
        </section>
      ))}
    </>
  );
}
