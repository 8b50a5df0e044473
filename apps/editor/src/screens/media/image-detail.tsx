import { ActionIcon, Button, Drawer, Menu, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconDots, IconDownload, IconTrash, IconX } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { api, queryKeys, type ImageRow } from '../../api';
import { sameValue } from '../../editing/compare';
import { day } from '../../parts/dates';
import { describeProblem, ProblemNote, SkeletonRows } from '../../parts/states';
import { showNote } from '../../parts/undo';
import { fileSize } from '../../parts/words';
import { collectionOptions, useCollections } from '../../library/collection-data';
import classes from './detail.module.css';
import { FocalPointField } from './focal-point';
import { RemoveItem } from './remove-item';
import { UsedIn } from './used-in';

/** The panel at the right on wide screens, a drawer on others. */
export function DetailFrame({
  title,
  menu,
  onClose,
  children,
}: {
  title: string;
  menu?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}) {
  const wide = useMediaQuery('(min-width: 1201px)', true, { getInitialValueInEffect: false });
  const inside = (
    <>
      <div className={classes.head}>
        <b className="cut">{title}</b>
        {menu}
        <ActionIcon size={26} aria-label="Close" title="Close" onClick={onClose}>
          <IconX size={18} stroke={1.75} />
        </ActionIcon>
      </div>
      <div className={classes.body}>{children}</div>
    </>
  );
  if (wide)
    return (
      <aside className={classes.panel} aria-label={`Details of ${title}`}>
        {inside}
      </aside>
    );
  return (
    <Drawer
      opened
      onClose={onClose}
      size={420}
      withCloseButton={false}
      classNames={{ content: classes.drawer!, body: classes.drawerBody! }}
      aria-label={`Details of ${title}`}
    >
      {inside}
    </Drawer>
  );
}

type Editable = Pick<ImageRow, 'title' | 'alt' | 'tags' | 'collectionId' | 'focalPoint'>;
const editableOf = ({ title, alt, tags, collectionId, focalPoint }: ImageRow): Editable => ({
  title,
  alt,
  tags,
  collectionId,
  focalPoint,
});

function Details({ image, onClose }: { image: ImageRow; onClose: () => void }) {
  const queries = useQueryClient();
  const collections = useCollections().data?.items ?? [];
  const [value, setValue] = useState<Editable>(() => editableOf(image));
  const [removing, setRemoving] = useState(false);
  const tags = useQuery({ queryKey: queryKeys.tags(''), queryFn: () => api.tags.list('') });
  const set = (change: Partial<Editable>): void => setValue((now) => ({ ...now, ...change }));
  const saved = editableOf(image);
  const changed = (Object.keys(value) as (keyof Editable)[]).filter((key) => !sameValue(value[key], saved[key]));
  const save = useMutation({
    mutationFn: () => api.images.save(image.id, Object.fromEntries(changed.map((key) => [key, value[key]]))),
    onSuccess: (next) => {
      queries.setQueryData(queryKeys.image(image.id), next);
      setValue(editableOf(next));
      void queries.invalidateQueries({
        queryKey: queryKeys.images,
        predicate: (query) => query.queryKey[1] === 'list',
      });
      void queries.invalidateQueries({ queryKey: queryKeys.collections });
      showNote('Saved. Pages show it at once.');
    },
  });
  const menu = (
    <Menu>
      <Menu.Target>
        <ActionIcon size={26} aria-label="More" title="More">
          <IconDots size={18} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          component="a"
          href={image.url}
          download={image.fileName}
          leftSection={<IconDownload size={16} stroke={1.75} />}
        >
          Download the original
        </Menu.Item>
        <Menu.Item data-danger onClick={() => setRemoving(true)} leftSection={<IconTrash size={16} stroke={1.75} />}>
          Delete image
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
  return (
    <DetailFrame title={image.title || image.fileName} menu={menu} onClose={onClose}>
      <FocalPointField image={image} value={value.focalPoint} onChange={(focalPoint) => set({ focalPoint })} />
      <form
        className={classes.fields}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Textarea
          label={
            <>
              Alt text <span className={classes.optional}>used where a page gives none</span>
            </>
          }
          description={value.alt ? undefined : 'Say what the picture shows, for people who can’t see it.'}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autosize
          minRows={2}
          value={value.alt}
          onChange={(event) => set({ alt: event.currentTarget.value })}
        />
        <TextInput label="Title" value={value.title} onChange={(event) => set({ title: event.currentTarget.value })} />
        <TagsInput
          label="Tags"
          placeholder={value.tags.length ? undefined : 'Add a tag'}
          value={value.tags}
          onChange={(next) => set({ tags: next })}
          data={tags.data?.items ?? []}
        />
        {collections.length > 1 && (
          <Select
            label="Collection"
            allowDeselect={false}
            value={String(value.collectionId)}
            onChange={(id) => {
              if (id) set({ collectionId: Number(id) });
            }}
            data={collectionOptions(collections)}
          />
        )}
        {save.isError && (
          <p className={classes.problem} role="alert">
            {describeProblem(save.error)} Your words are still here.
          </p>
        )}
        {changed.length > 0 && (
          <div className={classes.actions}>
            <Button onClick={() => setValue(saved)}>Discard</Button>
            <Button type="submit" variant="filled" loading={save.isPending}>
              Save image
            </Button>
          </div>
        )}
      </form>
      <dl className={classes.facts}>
        <div>
          <dt>File</dt>
          <dd className={classes.wrap}>{image.fileName}</dd>
        </div>
        <div>
          <dt>Size</dt>
          <dd>
            {image.width} × {image.height}, {fileSize(image.fileSize)}
          </dd>
        </div>
        <div>
          <dt>Uploaded</dt>
          <dd>
            {day(image.createdAt)}
            {image.uploadedBy ? ` by ${image.uploadedBy.name}` : ''}
          </dd>
        </div>
      </dl>
      <UsedIn queryKey={queryKeys.imageUsage(image.id)} load={() => api.images.usage(image.id)} />
      {removing && (
        <RemoveItem
          what="image"
          title={image.title}
          remove={() => api.images.remove(image.id)}
          onClose={() => setRemoving(false)}
          onRemoved={() => {
            void queries.invalidateQueries({
              queryKey: queryKeys.images,
              predicate: (query) => query.queryKey[1] === 'list',
            });
            void queries.invalidateQueries({ queryKey: queryKeys.collections });
            onClose();
          }}
        />
      )}
    </DetailFrame>
  );
}

/** One picture: focus, description, tags, where it is used. */
export function ImageDetail({ id, onClose }: { id: number; onClose: () => void }) {
  const image = useQuery({ queryKey: queryKeys.image(id), queryFn: () => api.images.get(id) });
  if (image.data) return <Details key={id} image={image.data} onClose={onClose} />;
  return (
    <DetailFrame title="Image" onClose={onClose}>
      {image.isError ? (
        <ProblemNote error={image.error} what="This image could not be loaded." onRetry={() => void image.refetch()} />
      ) : (
        <SkeletonRows rows={5} />
      )}
    </DetailFrame>
  );
}
