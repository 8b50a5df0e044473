import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { RedirectList, RedirectRow } from '../../api';
import { readableAddress } from '../../parts/words';
import classes from './redirects.module.css';

const icon = { size: 16, stroke: 1.75 };

/** Redirects, one below the other. */
export function RedirectsTable({
  items,
  can,
  onEdit,
  onRemove,
}: {
  items: readonly RedirectRow[];
  can: RedirectList['can'];
  onEdit: (row: RedirectRow) => void;
  onRemove: (row: RedirectRow) => void;
}) {
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">From</th>
          <th scope="col">To</th>
          <th scope="col">Site</th>
          <th scope="col">How long</th>
          <th scope="col" aria-label="Actions" />
        </tr>
      </thead>
      <tbody>
        {items.map((row) => (
          <tr key={`${row.id ?? ''} ${row.site?.id ?? ''} ${row.oldPath}`}>
            <td className={classes.from}>
              {row.id !== null && can.edit ? (
                <button type="button" onClick={() => onEdit(row)}>
                  {row.oldPath}
                </button>
              ) : (
                row.oldPath
              )}
            </td>
            <td className={classes.to}>
              <Target row={row} />
            </td>
            <td className={classes.quiet}>{row.site ? row.site.name || row.site.hostname : 'Every site'}</td>
            <td className={classes.quiet}>
              {row.id === null ? 'Left by its page' : row.isPermanent ? 'For good' : 'For now'}
            </td>
            <td className={classes.end}>
              {row.id !== null && (can.edit || can.delete) && (
                <Menu position="bottom-end">
                  <Menu.Target>
                    <ActionIcon aria-label={`What can be done with ${row.oldPath}`}>
                      <IconDots size={18} stroke={1.75} />
                    </ActionIcon>
                  </Menu.Target>
                  <Menu.Dropdown>
                    {can.edit && (
                      <Menu.Item onClick={() => onEdit(row)} leftSection={<IconPencil {...icon} />}>
                        Change
                      </Menu.Item>
                    )}
                    {can.delete && (
                      <Menu.Item onClick={() => onRemove(row)} data-danger leftSection={<IconTrash {...icon} />}>
                        Delete
                      </Menu.Item>
                    )}
                  </Menu.Dropdown>
                </Menu>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Target({ row: { page, link, location, pageRoutePath } }: { row: RedirectRow }) {
  if (!page) return <span>{readableAddress(link)}</span>;
  const name = page.title ?? 'A page you may not see';
  return (
    <>
      {page.title === null ? (
        name
      ) : (
        <Link to="/pages/$pageId/edit" params={{ pageId: String(page.id) }}>
          {name}
          {pageRoutePath}
        </Link>
      )}
      {location === null && <span className={classes.missing}>, not live: leads nowhere now</span>}
    </>
  );
}
