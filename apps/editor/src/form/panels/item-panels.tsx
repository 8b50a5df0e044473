import type { ChildItem, ItemDescriptor } from '../contract';
import css from '../stream/spine.module.css';
import { ScopeContext, useInnerScope } from '../use-condition';
import { PanelList } from './panel-list';

/** The fields of a child item: arranged as declared, or one below the other. */
export function ItemPanels({ shape, item, pointer }: { shape: ItemDescriptor; item: ChildItem; pointer: string }) {
  const panels = shape.tabs?.length
    ? shape.tabs.flatMap((tab) => tab.panels)
    : shape.fields.map((field) => ({ field: field.name }));
  const scope = useInnerScope(pointer);
  return (
    <ScopeContext value={scope}>
      <div className={css.fields}>
        <PanelList panels={panels} fields={shape.fields} values={item} base={pointer} />
      </div>
    </ScopeContext>
  );
}
