import { Button, Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ComponentProps } from 'react';
import type { ContentType } from '../../api';
import type { PreviewOffer, PreviewWish } from '../../api/preview-endpoints';
import type { Chronicle } from '../../editing/chronicle';
import { DifferenceView } from '../../versions/difference-view';
import { moment } from '../../parts/dates';
import { ProblemNote, SkeletonRows } from '../../parts/states';
import { PreviewPane } from '../preview/preview-pane';
import { FormOutlet } from './form-outlet';
import classes from './version.module.css';

interface VersionSheetProps extends Pick<ComponentProps<typeof FormOutlet>, 'locale' | 'subject'> {
  versions: NonNullable<Chronicle['versions']>;
  type: ContentType;
  revisionId: number;
  /** The version everything else came before. */
  newestId: number | null;
  onClose: () => void;
  onRestore: (revisionId: number) => Promise<unknown>;
  onRestoreField: (name: string, value: unknown) => void;
  /** Asks where the site shows a version. */
  preview: (wish: PreviewWish) => Promise<PreviewOffer>;
  readOnly: boolean;
}

/** An older version: what is different from now, the whole of it, and the way back to it. */
export function VersionSheet({
  versions,
  type,
  revisionId,
  newestId,
  onClose,
  onRestore,
  onRestoreField,
  preview,
  readOnly,
  locale,
  subject,
}: VersionSheetProps) {
  const version = useQuery({
    queryKey: versions.oneKey(revisionId),
    queryFn: () => versions.one(revisionId),
    staleTime: Infinity,
  });
  const newest = revisionId === newestId;
  const list = useQuery({
    queryKey: [...versions.key, 'for-compare'],
    queryFn: () => versions.list({ limit: 2 }),
    enabled: newest,
  });
  const previousId = newest ? list.data?.items.find((item) => item.id !== revisionId)?.id : undefined;
  const [shown, setShown] = useState<'fields' | 'site' | null>(null);
  const { previewModes: modes = [] } = type;
  const [busy, setBusy] = useState(false);
  const data = version.data;
  // For the newest version the question is what it changed; for an older one, how it differs from now.
  const [from, to] = newest ? [previousId, revisionId] : [revisionId, 'draft'];
  const comparison = useQuery({
    queryKey: [...versions.key, 'compare', from ?? null, to, newestId],
    queryFn: () => versions.compare(String(from), String(to)),
    enabled: from !== undefined,
  });
  const fields = comparison.data?.fields ?? [];
  const restore = (): void => {
    setBusy(true);
    void onRestore(revisionId)
      .then((done) => {
        if (done) onClose();
      })
      .finally(() => setBusy(false));
  };
  return (
    <Drawer
      opened
      onClose={onClose}
      size={600}
      title={data ? `Version of ${moment(data.createdAt)}` : 'Version'}
      closeButtonProps={{ 'aria-label': 'Close' }}
      classNames={{ content: classes.sheet!, body: classes.body! }}
    >
      <div className={classes.scroller}>
        {version.isError ? (
          <ProblemNote
            error={version.error}
            what="This version could not be loaded."
            onRetry={() => void version.refetch()}
          />
        ) : !data || comparison.isLoading ? (
          <SkeletonRows rows={5} />
        ) : (
          <>
            <p className={classes.lead}>
              {data.user ? `${data.user.name} saved it. ` : ''}
              {newest
                ? 'Below is what this version changed.'
                : fields.length
                  ? 'Green is what was added since, red is what went.'
                  : 'It is the same as what is saved now.'}
            </p>
            {fields.map(({ name, label, difference }) => (
              <section key={name} className={classes.field}>
                <h3>{label}</h3>
                <div className={classes.diff}>
                  <DifferenceView difference={difference} />
                </div>
                {!newest && !readOnly && (
                  <Button
                    variant="subtle"
                    size="xs"
                    px={6}
                    data-accent
                    onClick={() => onRestoreField(name, data.fields[name])}
                  >
                    Restore this field
                  </Button>
                )}
              </section>
            ))}
            <div className={classes.looks}>
              <Button
                size="xs"
                onClick={() => setShown(shown === 'fields' ? null : 'fields')}
                aria-expanded={shown === 'fields'}
              >
                {shown === 'fields' ? 'Hide the whole version' : 'Show the whole version'}
              </Button>
              {modes.length > 0 && (
                <Button
                  size="xs"
                  onClick={() => setShown(shown === 'site' ? null : 'site')}
                  aria-expanded={shown === 'site'}
                >
                  {shown === 'site' ? 'Hide the preview' : 'Preview on the site'}
                </Button>
              )}
            </div>
            {shown === 'site' && (
              <div className={classes.preview}>
                <PreviewPane
                  modes={modes}
                  ask={(wish) => preview({ ...wish, source: 'revision', revisionId })}
                  changes={null}
                  saved={revisionId}
                />
              </div>
            )}
            {shown === 'fields' && (
              <div className={classes.whole}>
                <h1>{String(data.fields[type.titleField] ?? '')}</h1>
                <FormOutlet
                  type={type}
                  value={data.fields}
                  onChange={() => undefined}
                  errors={[]}
                  readOnly
                  locale={locale}
                  subject={subject}
                />
              </div>
            )}
          </>
        )}
      </div>
      {data && !newest && !readOnly && (
        <div className={classes.foot}>
          <p>Restoring makes a new draft. The versions in between stay in the history.</p>
          <Button variant="filled" onClick={restore} loading={busy}>
            Restore this version
          </Button>
        </div>
      )}
    </Drawer>
  );
}
