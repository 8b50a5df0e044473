import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Dialog } from '../../parts/dialog';
import { api, queryKeys, type PageAddress, type PageDetail } from '../../api';
import { describeProblem, ProblemNote, SkeletonRows } from '../../parts/states';
import { showNote } from '../../parts/undo';
import { readableAddress } from '../../parts/words';
import classes from './addresses.module.css';

/** Where the page is and was to be found; a former address can be let go. */
export function AddressesDialog({ page, onClose }: { page: PageDetail; onClose: () => void }) {
  const queries = useQueryClient();
  const found = useQuery({ queryKey: queryKeys.addresses(page.id), queryFn: () => api.addresses.list(page.id) });
  const forget = ({ site, path }: PageAddress): void => {
    api.addresses
      .forget(page.id, site.id, path)
      .then(() => queries.invalidateQueries({ queryKey: queryKeys.addresses(page.id) }))
      .catch((error: unknown) => showNote(describeProblem(error)));
  };
  const items = found.data?.items ?? [];
  const former = items.filter(({ isCurrent }) => !isCurrent);
  return (
    <Dialog onClose={onClose} size={560} title={`Addresses of “${page.title}”`}>
      {found.isError ? (
        <ProblemNote
          error={found.error}
          what="The addresses could not be loaded."
          onRetry={() => void found.refetch()}
        />
      ) : found.isPending ? (
        <SkeletonRows rows={3} height="36px" />
      ) : items.length === 0 ? (
        <p className={classes.lead}>It has no address yet. It gets one when it goes live.</p>
      ) : (
        <>
          <p className={classes.lead}>
            {former.length > 0
              ? 'Former addresses lead to where the page is now.'
              : 'When the page moves or is renamed, its former address will lead to it.'}
          </p>
          <ul className={classes.list}>
            {items.map((address) => (
              <li key={`${address.site.id} ${address.url}`}>
                <span>
                  <b>{readableAddress(address.url)}</b>
                  <small>{address.isCurrent ? 'Present address' : 'Former address'}</small>
                </span>
                {!address.isCurrent && page.can.publish && (
                  <ActionIcon
                    aria-label={`Let ${address.path} lead nowhere`}
                    title="Let it lead nowhere"
                    onClick={() => forget(address)}
                  >
                    <IconX size={16} stroke={1.75} aria-hidden />
                  </ActionIcon>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
