import { Button, Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ComponentProps } from 'react';
import type { ContentType, Field, Fields } from '../../api';
import type { Chronicle } from '../../editing/chronicle';
import { sameValue } from '../../editing/compare';
import { textOfValue } from '../../editing/value-text';
import { diffWords, shorten } from '../../editing/word-diff';
import { moment } from '../../parts/dates';
import { ProblemNote, SkeletonRows } from '../../parts/states';
import { FormOutlet } from './form-outlet';
import classes from './version.module.css';

interface VersionSheetProps extends Pick<ComponentProps<typeof FormOutlet>, 'locale' | 'subject'> {
  versions: NonNullable<Chronicle['versions']>;
  type: ContentType;
  revisionId: number;
  /** The version everything else came before. */
  newestId: number | null;
  /** What the form holds now, to compare with. */
  now: Fields;
  onClose: () => void;
  onRestore: (revisionId: number) => Promise<unknown>;
  onRestoreField: (name: string, value: unknown) => void;
  readOnly: boolean;
}

/** The words that differ; for values without words, that they differ. */
export function Difference({ field, before, after }: { field: Field | undefined; before: unknown; after: unknown }) {
  const from = textOfValue(field, before);
  const to = textOfValue(field, after);
  if (from === to)
    return (
      <p className={classes.diff}>
        <span className={classes.plain}>{to ? 'Its order or settings differ.' : 'Settings differ.'}</span>
      </p>
    );
  return (
    <p className={classes.diff}>
      {shorten(diffWords(from, to)).map((part, index) =>
        part.kind === 'same' ? (
          part.text
        ) : part.kind === 'added' ? (
          <ins key={index}>{part.text}</ins>
        ) : (
          <del key={index}>{part.text}</del>
        ),
      )}
    </p>
  );
}

/** An older version: what is different from now, the whole of it, and the way back to it. */
export function VersionSheet({
  versions,
  type,
  revisionId,
  newestId,
  now,
  onClose,
  onRestore,
  onRestoreField,
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
  const previous = useQuery({
    queryKey: versions.oneKey(previousId ?? 0),
    queryFn: () => versions.one(previousId ?? 0),
    enabled: previousId !== undefined,
    staleTime: Infinity,
  });
  const [whole, setWhole] = useState(false);
  const [busy, setBusy] = useState(false);
  const data = version.data;
  // For the newest version the question is what it changed; for an older one, how it differs from now.
  const before = newest ? (previous.data?.fields ?? null) : (data?.fields ?? null);
  const after = newest ? (data?.fields ?? null) : now;
  const names =
    before && after
      ? type.fields.map((field) => field.name).filter((name) => !sameValue(before[name], after[name]))
      : [];
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
        ) : !data || (newest && previous.isLoading) ? (
          <SkeletonRows rows={5} />
        ) : (
          <>
            <p className={classes.lead}>
              {data.user ? `${data.user.name} saved it. ` : ''}
              {newest
                ? 'Below is what this version changed.'
                : names.length
                  ? 'Green is what was added since, red is what went.'
                  : 'It is the same as what you have now.'}
            </p>
            {names.map((name) => {
              const field = type.fields.find((item) => item.name === name);
              return (
                <section key={name} className={classes.field}>
                  <h3>{field?.label ?? name}</h3>
                  <Difference field={field} before={before?.[name]} after={after?.[name]} />
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
              );
            })}
            <Button size="xs" onClick={() => setWhole((shown) => !shown)} aria-expanded={whole}>
              {whole ? 'Hide the whole version' : 'Show the whole version'}
            </Button>
            {whole && (
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
