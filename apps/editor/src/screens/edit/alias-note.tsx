import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconLayersLinked } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queryKeys, type PageDetail } from '../../api';
import { Confirm } from '../../parts/confirm';
import { describeProblem } from '../../parts/states';
import { showNote } from '../../parts/undo';
import classes from './edit.module.css';

/** Says that the page mirrors another, leads there, and offers to make it a page of its own. */
export function AliasNote({ page }: { page: PageDetail }) {
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  const convert = useMutation({
    mutationFn: () => api.pages.convertAlias(page.id),
    onSuccess: (now) => {
      queries.setQueryData(queryKeys.page(page.id), now);
      void queries.invalidateQueries({ queryKey: queryKeys.pages });
      showNote(`“${now.title}” is a page of its own now.`);
    },
    onError: (error) => showNote(describeProblem(error)),
    onSettled: () => setAsked(false),
  });
  if (!page.aliasOf) return null;
  const { id, title } = page.aliasOf;
  return (
    <div className={classes.mirror} role="note">
      <IconLayersLinked size={18} stroke={1.75} aria-hidden />
      <span>
        <b>This page mirrors “{title}”.</b> It shows what that page shows, and changes with it.
      </span>
      <Button size="xs" component={Link} {...({ to: '/pages/$pageId/edit', params: { pageId: String(id) } } as object)}>
        Edit “{title}”
      </Button>
      {page.can.convertAlias && (
        <Button variant="subtle" size="xs" onClick={() => setAsked(true)}>
          Make it a page of its own
        </Button>
      )}
      <Confirm
        opened={asked}
        title="Make it a page of its own?"
        action="Make it a page of its own"
        busy={convert.isPending}
        onClose={() => setAsked(false)}
        onConfirm={() => convert.mutate()}
      >
        <p>
          It keeps its address and what it shows now. From then on it can be edited, and changes of “{title}” no longer
          reach it.
        </p>
      </Confirm>
    </div>
  );
}
