import { useState } from 'react';
import { api, type ContentType, type ListColumn, type ListDescriptor, type RecordMatch } from '../../api';
import { count } from '../../parts/words';
import { ColumnMenu } from './column-choice';
import { ExportImportMenu } from './export-import-menu';
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
  const exports = descriptor.export.map((format) => ({
    label: `As ${formats[format] ?? format.toUpperCase()}`,
    take: () => api.records.export(type.name, format, match),
  }));
  const mayImport = descriptor.import && type.can.create;
  return (
    <>
      {descriptor.columns.length > 0 && <ColumnMenu columns={descriptor.columns} shown={shown} onFlip={onFlip} />}
      <ExportImportMenu
        heading={`Export ${count(total, 'entry', 'entries')}`}
        exports={exports}
        onImport={mayImport ? () => setImporting(true) : null}
      />
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
