import { IconPhotoPlus, IconSitemap } from '@tabler/icons-react';
import { useState } from 'react';
import { ImageChooser, PageChooser } from '../../choosers';
import { useSurroundings } from '../form-context';
import type { ChildItem, Field, ItemDescriptor } from '../contract';
import { startItem } from '../model/empty-value';
import css from '../stream/spine.module.css';

interface AddManyProps {
  shape: ItemDescriptor;
  /** How many more rows fit. */
  room: number;
  onAdd: (rows: ChildItem[]) => void;
}

/** Adds a row for each of several images or pages at once, where rows are about exactly one. */
export function AddMany({ shape, room, onAdd }: AddManyProps) {
  const { subject } = useSurroundings();
  const [choosing, setChoosing] = useState(false);
  const link = onlyLink(shape.fields);
  if (!link || room < 2) return null;
  const add = (targets: readonly { id: number }[]) => {
    onAdd(
      targets.slice(0, room).map((target) => ({ ...startItem(shape.fields), [link.name]: target.id }) as ChildItem),
    );
    setChoosing(false);
  };
  const images = link.kind === 'image';
  const Icon = images ? IconPhotoPlus : IconSitemap;
  const close = () => setChoosing(false);
  return (
    <>
      <button type="button" className={css.add} onClick={() => setChoosing(true)}>
        <Icon size={15} aria-hidden />
        Add several {images ? 'images' : 'pages'}
      </button>
      {choosing && images && (
        <ImageChooser selected={null} onChoose={(image) => add([image])} onChooseMany={add} onClose={close} />
      )}
      {choosing && !images && (
        <PageChooser
          types={link.options.types ?? null}
          selected={null}
          except={subject.kind === 'page' ? subject.id : null}
          title="Choose pages"
          onChoose={(page) => add([page])}
          onChooseMany={add}
          onClose={close}
        />
      )}
    </>
  );
}

const LINKS = new Set(['image', 'document', 'pageLink', 'snippetLink', 'entityLink']);

/** The one link of a row, if it leads to something of which several can be chosen at once. */
function onlyLink(fields: readonly Field[]): Field | null {
  const links = fields.filter((field) => LINKS.has(field.kind));
  const [link] = links;
  return links.length === 1 && link && (link.kind === 'image' || link.kind === 'pageLink') ? link : null;
}
