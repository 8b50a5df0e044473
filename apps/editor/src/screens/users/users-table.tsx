import { Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconShieldCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { UserRow } from '../../api';
import { when } from '../../parts/dates';
import { Person } from '../../parts/marks';
import { UserStateTag } from './state-tag';
import type { UserSearch } from './user-search';
import classes from './users.module.css';

type Order = NonNullable<UserSearch['order']>;

/** A heading that puts the list in its order, and turns it round when it is already. */
function Sortable({
  by,
  label,
  order,
  onOrder,
}: {
  by: Order;
  label: string;
  order: Order;
  onOrder: (to: Order) => void;
}) {
  const up = order === by;
  const down = order === `-${by}`;
  const Arrow = down ? IconArrowDown : IconArrowUp;
  return (
    <th scope="col" aria-sort={up ? 'ascending' : down ? 'descending' : 'none'}>
      <button type="button" onClick={() => onOrder((up ? `-${by}` : by) as Order)}>
        {label}
        {(up || down) && <Arrow size={13} stroke={2} aria-hidden />}
      </button>
    </th>
  );
}

interface UsersTableProps {
  items: readonly UserRow[];
  chosen: ReadonlySet<number>;
  onToggle: (ids: readonly number[], on: boolean) => void;
  order: Order;
  onOrder: (to: Order) => void;
}

/** People, one below the other. */
export function UsersTable({ items, chosen, onToggle, order, onOrder }: UsersTableProps) {
  const all = items.every(({ id }) => chosen.has(id));
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col" className={classes.check}>
            <Checkbox
              aria-label="Choose all that are shown"
              checked={all}
              indeterminate={!all && chosen.size > 0}
              onChange={() =>
                onToggle(
                  items.map(({ id }) => id),
                  !all,
                )
              }
            />
          </th>
          <Sortable by="name" label="Name" order={order} onOrder={onOrder} />
          <th scope="col">Groups</th>
          <th scope="col">State</th>
          <Sortable by="lastLoginAt" label="Last signed in" order={order} onOrder={onOrder} />
        </tr>
      </thead>
      <tbody>
        {items.map((user) => (
          <tr key={user.id} data-chosen={chosen.has(user.id) || undefined}>
            <td className={classes.check}>
              <Checkbox
                aria-label={`Choose ${user.name}`}
                checked={chosen.has(user.id)}
                onChange={(event) => onToggle([user.id], event.currentTarget.checked)}
              />
            </td>
            <td className={classes.who}>
              <Link to="/settings/users/$userId" params={{ userId: String(user.id) }}>
                <Person id={user.id} name={user.name} size={34} silent />
                <span>
                  <b>{user.name}</b>
                  <small>{user.email || 'No address'}</small>
                </span>
              </Link>
            </td>
            <td className={classes.groups}>
              {user.isAdministrator && <span className={classes.admin}>Administrator</span>}
              {user.groups.map(({ name }) => name).join(', ') || (user.isAdministrator ? '' : 'None')}
            </td>
            <td className={classes.stateCell}>
              <UserStateTag state={user.state} />
            </td>
            <td className={classes.quiet}>
              {user.lastLoginAt ? when(user.lastLoginAt) : 'Never'}
              {user.hasSecondFactor && (
                <span
                  className={classes.factor}
                  role="img"
                  aria-label="Second factor"
                  title="Signs in with a second factor"
                >
                  <IconShieldCheck size={16} stroke={1.75} aria-hidden />
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
