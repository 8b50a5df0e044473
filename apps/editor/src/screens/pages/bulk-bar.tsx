import { IconArrowsMove, IconSend, IconTrash, IconWorldOff } from '@tabler/icons-react';
import type { PageRow } from '../../api';
import { BulkBar, type BulkBarAction } from '../../bulk/bulk-bar';
import { count } from '../../parts/words';

interface PageBulkBarProps {
  pages: PageRow[];
  /** How many the list holds in all, and whether all of them are meant. */
  total: number;
  all: boolean;
  onAll: () => void;
  onPublish: () => void;
  onTakeOffline: () => void;
  onMove: () => void;
  onRemove: () => void;
  onClear: () => void;
}

/** What can be done to all selected pages at once. */
export function PageBulkBar(props: PageBulkBarProps) {
  const { pages, total, all, onAll, onPublish, onTakeOffline, onMove, onRemove, onClear } = props;
  const offered: (BulkBarAction & { when: boolean })[] = [
    {
      name: 'publish', label: 'Publish', Shape: IconSend, first: true, act: onPublish,
      when: pages.some((page) => page.can.publish && page.hasUnpublishedChanges),
    },
    {
      name: 'unpublish', label: 'Take offline', Shape: IconWorldOff, act: onTakeOffline,
      when: pages.some((page) => page.can.unpublish && page.live),
    },
    { name: 'move', label: 'Move to…', Shape: IconArrowsMove, act: onMove, when: pages.every((page) => page.can.move) },
    {
      name: 'delete', label: 'Move to trash', Shape: IconTrash, danger: true, act: onRemove,
      when: pages.every((page) => page.can.delete),
    },
  ]; // prettier-ignore
  return (
    <BulkBar
      label="Selected pages"
      told={`${count(all ? total : pages.length, 'page')} selected`}
      actions={offered.filter(({ when }) => when)}
      onAll={!all && total > pages.length && pages.length >= 20 ? { total, act: onAll } : undefined}
      onClear={onClear}
    />
  );
}
