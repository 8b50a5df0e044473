import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queryKeys, type Collection } from '../../../api';
import { PrivacyDialog } from '../../../privacy/privacy-dialog';
import { Confirm } from '../../../parts/confirm';
import { describeProblem } from '../../../parts/states';
import { showNote } from '../../../parts/undo';
import { CollectionDialog } from './collection-dialog';
import type { CollectionVerb } from './collection-menu';

interface CollectionDialogsProps {
  verb: CollectionVerb;
  of: Collection;
  collections: readonly Collection[];
  onClose: () => void;
  onDeleted: (of: Collection) => void;
}

/** What is asked after something was chosen from the menu of a collection. */
export function CollectionDialogs({ verb, of, collections, onClose, onDeleted }: CollectionDialogsProps) {
  const queries = useQueryClient();
  const refresh = (): void => {
    void queries.invalidateQueries({ queryKey: queryKeys.collections });
    void queries.invalidateQueries({ queryKey: queryKeys.images });
    void queries.invalidateQueries({ queryKey: queryKeys.documents });
  };
  const own = { name: of.name, parentId: of.parentId ?? of.id };
  const edit = (wish: { name: string; parentId: number }): Promise<void> =>
    api.collections
      .edit(of.id, {
        ...(wish.name === own.name ? {} : { name: wish.name }),
        ...(wish.parentId === own.parentId ? {} : { parentId: wish.parentId }),
      })
      .then(refresh);
  switch (verb) {
    case 'add':
      return (
        <CollectionDialog
          title="New collection"
          action="Create collection"
          collections={collections}
          start={{ name: '', parentId: of.id }}
          first="name"
          save={(wish) => api.collections.create(wish).then(refresh)}
          onClose={onClose}
        />
      );
    case 'rename':
    case 'move':
      return (
        <CollectionDialog
          title={verb === 'rename' ? `Rename “${of.name}”` : `Move “${of.name}”`}
          action={verb === 'rename' ? 'Rename collection' : 'Move collection'}
          collections={collections}
          of={of}
          start={own}
          first={verb === 'rename' ? 'name' : 'parentId'}
          save={edit}
          onClose={onClose}
        />
      );
    case 'privacy':
      return (
        <PrivacyDialog of={{ kind: 'collection', id: of.id, title: of.name }} onClose={onClose} onDone={onClose} />
      );
    case 'delete':
      return (
        <DeleteCollection
          of={of}
          onClose={onClose}
          onDeleted={() => {
            refresh();
            onClose();
            onDeleted(of);
          }}
        />
      );
  }
}

function DeleteCollection({ of, onClose, onDeleted }: { of: Collection; onClose: () => void; onDeleted: () => void }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <Confirm
      opened
      danger
      busy={busy}
      title={`Delete “${of.name}”?`}
      action="Delete collection"
      onClose={onClose}
      onConfirm={() => {
        setBusy(true);
        api.collections.remove(of.id).then(
          () => {
            showNote(`“${of.name}” is deleted.`);
            onDeleted();
          },
          (error: unknown) => {
            setProblem(describeProblem(error));
            setBusy(false);
          },
        );
      }}
    >
      {problem ?? 'Only an empty collection can be deleted. What lies in it has to be moved first.'}
    </Confirm>
  );
}
