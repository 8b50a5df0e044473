import { ActionIcon, Checkbox } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { GrantScope, PermissionRow } from '../../api';
import classes from './group.module.css';
import { columnWords, placeKey } from './permission-words';
import type { Grants } from './use-grants';

/** A row of a matrix: everywhere, or one place. */
export interface MatrixPlace {
  scope: GrantScope;
  title: string;
  hint?: string;
  /** Chosen here, so that it can be taken away as a whole. */
  removable?: boolean;
}

interface MatrixProps {
  label: string;
  columns: readonly PermissionRow[];
  places: readonly MatrixPlace[];
  grants: Grants;
  locked: boolean;
  onRemove: (place: MatrixPlace) => void;
}

const everywhere: GrantScope = { kind: 'everywhere' };

/** Permissions beside each other, places one below the other. What holds everywhere holds in each row below too. */
export function Matrix({ label, columns, places, grants, locked, onRemove }: MatrixProps) {
  return (
    <div className={classes.wide}>
      <table className={classes.matrix} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">Where</th>
            {columns.map((column) => (
              <th key={column.name} scope="col" title={column.label}>
                {columnWords(column)}
              </th>
            ))}
            <th scope="col" aria-label="Take away" />
          </tr>
        </thead>
        <tbody>
          {places.map((place) => (
            <tr key={placeKey(place.scope)}>
              <th scope="row">
                {place.title}
                {place.hint && <small>{place.hint}</small>}
              </th>
              {columns.map((column) => (
                <Cell key={column.name} column={column} place={place} grants={grants} locked={locked} />
              ))}
              <td className={classes.end}>
                {place.removable && !locked && (
                  <ActionIcon size={28} aria-label={`Take ${place.title} away`} onClick={() => onRemove(place)}>
                    <IconX size={16} stroke={1.75} />
                  </ActionIcon>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({
  column,
  place,
  grants,
  locked,
}: {
  column: PermissionRow;
  place: MatrixPlace;
  grants: Grants;
  locked: boolean;
}) {
  const here = { permission: column.name, scope: place.scope };
  const isEverywhere = place.scope.kind === 'everywhere';
  const implied = !isEverywhere && grants.has({ permission: column.name, scope: everywhere });
  // The server says the last word; what is certain to be refused is not offered.
  const refused = column.grantable === 'nowhere' || (isEverywhere && column.grantable !== 'everywhere');
  const checked = grants.has(here) || implied;
  return (
    <td>
      <label className={classes.cell}>
        <Checkbox
          aria-label={`${column.label}, ${place.title}`}
          checked={checked}
          disabled={locked || implied || refused}
          title={implied ? 'Granted everywhere' : refused ? 'You do not hold this yourself' : column.label}
          onChange={(event) => grants.set(here, event.currentTarget.checked)}
        />
        <span aria-hidden>{columnWords(column)}</span>
      </label>
    </td>
  );
}
