import { SideList, type SideGroup } from '../../parts/side-list';
import { TypeIcon } from '../../parts/type-icon';
import { isModel, useRecordTypes } from './record-types';

/** The side column of content without a place in the tree. */
export function RecordsSide({ onGo }: { onGo: () => void }) {
  const types = useRecordTypes();
  const groupOf = (label: string, model: boolean): SideGroup => ({
    label,
    items: types
      .filter((type) => isModel(type) === model)
      .map((type) => ({
        label: type.labelPlural,
        icon: <TypeIcon name={type.icon} size={18} fallback="puzzle" />,
        link: { to: '/records/$type', params: { type: type.name } },
        path: `/records/${type.name}`,
      })),
  });
  return <SideList title="Content" groups={[groupOf('Snippets', false), groupOf('Records', true)]} onGo={onGo} />;
}
