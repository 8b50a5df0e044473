import { ActionIcon, Button, Menu } from '@mantine/core';
import { useQuery, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { IconArrowBackUp, IconDots, IconDownload, IconReplace, IconTrash } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import {
  api,
  queryKeys,
  replaceDocumentFile,
  replaceImageFile,
  type DocumentRow,
  type FileVersion,
  type ImageRow,
  type UploadOptions,
} from '../../../api';
import { download } from '../../../api/download';
import { Confirm } from '../../../parts/confirm';
import { moment } from '../../../parts/dates';
import { describeProblem } from '../../../parts/states';
import { showNote } from '../../../parts/undo';
import { count, fileSize } from '../../../parts/words';
import { failureWords } from '../../../uploads/failure-words';
import classes from './detail.module.css';
import { useMediaRefresh } from './use-media-refresh';

type Row = ImageRow | DocumentRow;
interface Part {
  kind: 'images' | 'documents';
  detail: (id: number) => QueryKey;
  versions: (id: number) => QueryKey;
  replace: (id: number, options: UploadOptions) => Promise<Row>;
}
const parts: Record<'image' | 'document', Part> = {
  image: { kind: 'images', detail: queryKeys.image, versions: queryKeys.imageVersions, replace: replaceImageFile },
  document: {
    kind: 'documents',
    detail: queryKeys.document,
    versions: queryKeys.documentVersions,
    replace: replaceDocumentFile,
  },
};
const icon = { size: 16, stroke: 1.75 };

interface FileVersionsProps {
  what: 'image' | 'document';
  row: Row;
  accept?: string | undefined;
}

/** Gives it another file, and brings back one it had before. Its address and all that use it stay. */
export function FileVersions({ what, row, accept }: FileVersionsProps) {
  const { kind, detail, versions: keyOf, replace } = parts[what];
  const endpoints = api[kind];
  const queries = useQueryClient();
  const refresh = useMediaRefresh(kind);
  const input = useRef<HTMLInputElement>(null);
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [forgetting, setForgetting] = useState<FileVersion | null>(null);
  const versions = useQuery({ queryKey: keyOf(row.id), queryFn: () => endpoints.versions(row.id) });
  const earlier = versions.data?.items ?? [];

  const run = async (work: () => Promise<Row | void>, note: string, words = describeProblem): Promise<void> => {
    setProblem(null);
    try {
      const next = await work();
      if (next) queries.setQueryData(detail(row.id), next);
      await queries.invalidateQueries({ queryKey: keyOf(row.id) });
      refresh();
      showNote(note);
    } catch (error) {
      setProblem(words(error));
    } finally {
      setShare(null);
    }
  };
  const send = (file: File): void => {
    setShare(0);
    void run(
      () =>
        replace(row.id, {
          file,
          baseVersion: row.version,
          onProgress: (sent, total) => setShare(total ? sent / total : 0),
        }),
      'The file is replaced. The one before is kept.',
      (error) => failureWords(error, file.name, what),
    );
  };
  return (
    <section className={classes.part}>
      <div className={classes.partHead}>
        <h3>{earlier.length === 0 ? 'File' : count(earlier.length, 'earlier file')}</h3>
        <Button
          size="xs"
          loading={share !== null}
          leftSection={<IconReplace {...icon} />}
          onClick={() => input.current?.click()}
        >
          Replace file
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept={accept}
          aria-label="Another file"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            currentTarget.value = '';
            if (file) send(file);
          }}
        />
      </div>
      {share !== null && (
        <p className={classes.quiet} role="status">
          {share < 1 ? `${Math.round(share * 100)}% sent` : 'Being read by the server'}
        </p>
      )}
      {problem && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
      {earlier.length > 0 && (
        <ul className={classes.versions} aria-label="Earlier files">
          {earlier.map((version) => (
            <li key={version.id}>
              <span>
                <b className="cut">{version.fileName}</b>
                <small>
                  {fileSize(version.fileSize)}, until {moment(version.replacedAt)}
                  {version.replacedBy ? `, replaced by ${version.replacedBy.name}` : ''}
                </small>
              </span>
              <Button
                size="xs"
                variant="subtle"
                leftSection={<IconArrowBackUp {...icon} />}
                aria-label={`Bring back ${version.fileName}`}
                onClick={() =>
                  void run(
                    () => endpoints.restoreVersion(row.id, version.id, row.version),
                    `“${version.fileName}” is back.`,
                  )
                }
              >
                Bring back
              </Button>
              <Menu position="bottom-end">
                <Menu.Target>
                  <ActionIcon size={26} aria-label={`More about ${version.fileName}`}>
                    <IconDots {...icon} />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item
                    leftSection={<IconDownload {...icon} />}
                    onClick={() =>
                      void run(
                        () => download(`/${kind}/${row.id}/versions/${version.id}/file`, undefined, version.fileName),
                        `“${version.fileName}” is downloaded.`,
                      )
                    }
                  >
                    Download
                  </Menu.Item>
                  <Menu.Item data-danger leftSection={<IconTrash {...icon} />} onClick={() => setForgetting(version)}>
                    Delete for good
                  </Menu.Item>
                </Menu.Dropdown>
              </Menu>
            </li>
          ))}
        </ul>
      )}
      {forgetting && (
        <Confirm
          opened
          title={`Delete “${forgetting.fileName}” for good?`}
          action="Delete file"
          danger
          onClose={() => setForgetting(null)}
          onConfirm={() => {
            setForgetting(null);
            void run(() => endpoints.removeVersion(row.id, forgetting.id), `“${forgetting.fileName}” is deleted.`);
          }}
        >
          It can’t be brought back then. The file that is in use now stays.
        </Confirm>
      )}
    </section>
  );
}
