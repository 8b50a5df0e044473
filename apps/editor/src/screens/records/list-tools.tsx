import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconDownload, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { api, type ContentType, type ListColumn, type ListDescriptor, type RecordMatch } from '../../api';
import { describeProblem } from '../../parts/states';
import { showNote } from '../../parts/undo';
import { count } from '../../parts/words';
import { ColumnMenu } from './column-choice';
import { ImportDialog } from './import-dialog';

const formats: Partial<Record<string, string>> = { csv: 'CSV', xlsx: 'Excel (XLSX)' };

/** Columns, export and import of a list. */
export function ListTools({
  type,
  descriptor,
  match,
  total,
  shown,
  onFlip,
  onImported,
}: {
  type: ContentType;
  descriptor: ListDescriptor;
  match: RecordMatch;
  total: number;
  shown: ListColumn[];
  onFlip: (name: string) => void;
  onImported: () => void;
}) {
  const [importing, setImporting] = useState(false);
  const [exporting, setExporting] = useState(false);
  const exportAs = (format: string): void => {
    setExporting(true);
    api.records
      .export(type.name, format, match)
      .catch((error: unknown) => showNote(`Nothing was exported. ${describeProblem(error)}`))
      .finally(() => setExporting(false));
  };
  const mayImport = descriptor.import && type.can.create;
  return (
    <>
      {descriptor.columns.length > 0 && <ColumnMenu columns={descriptor.columns} shown={shown} onFlip={onFlip} />}
      {(descriptor.export.length > 0 || mayImport) && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon aria-label="Export and import" title="Export and import" loading={exporting}>
              <IconDots size={18} stroke={1.75} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {descriptor.export.length > 0 && <Menu.Label>Export {count(total, 'entry', 'entries')}</Menu.Label>}
            {descriptor.export.map((format) => (
              <Menu.Item
                key={format}
                onClick={() => exportAs(format)}
                leftSection={<IconDownload size={16} stroke={1.75} />}
              >
                As {formats[format] ?? format.toUpperCase()}
              </Menu.Item>
            ))}
            {mayImport && (
              <>
                {descriptor.export.length > 0 && <Menu.Divider />}
                <Menu.Item onClick={() => setImporting(true)} leftSection={<IconUpload size={16} stroke={1.75} />}>
                  Import a file
                </Menu.Item>
              </>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      {importing && (
        <ImportDialog
          title={`Import ${type.labelPlural.toLowerCase()}`}
          lead="A CSV or XLSX file with the columns of an export. Rows with an id change what is there, others are added. The file is tried first; nothing changes before you say so."
          send={(file, dryRun) => api.records.import(type.name, file, dryRun)}
          labelOf={(name) => type.fields.find((field) => field.name === name)?.label ?? name ?? ''}
          onClose={() => setImporting(false)}
          onImported={onImported}
        />
      )}
    </>
  );
}
