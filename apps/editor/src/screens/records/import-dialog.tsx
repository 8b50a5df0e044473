import { Button, FileButton } from '@mantine/core';
import { IconCircleCheck, IconUpload } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { Dialog } from '../../parts/dialog';
import type { ImportReport } from '../../api';
import { describeProblem } from '../../parts/states';
import { showNote } from '../../parts/undo';
import { count } from '../../parts/words';
import classes from './dialogs.module.css';

const summary = ({ created, updated, unchanged }: ImportReport): string =>
  [
    created && `${created.toLocaleString('en-GB')} new`,
    updated && `${updated.toLocaleString('en-GB')} changed`,
    unchanged && `${unchanged.toLocaleString('en-GB')} as they are`,
  ]
    .filter(Boolean)
    .join(', ') || 'nothing to do';
/** More faults than anybody mends one by one. */
const shownErrors = 200;

function Faults({ labelOf, report }: { labelOf: (name: string | null) => string; report: ImportReport }) {
  return (
    <div className={classes.faults} role="alert">
      <p>
        <b>{count(report.errors.length, 'value')}</b> {report.errors.length === 1 ? 'has' : 'have'} to be mended in the
        file first. Nothing was imported.
      </p>
      <div className={classes.scroll}>
        <table>
          <thead>
            <tr>
              <th scope="col">Row</th>
              <th scope="col">Field</th>
              <th scope="col">What is wrong</th>
            </tr>
          </thead>
          <tbody>
            {report.errors.slice(0, shownErrors).map((error, index) => (
              <tr key={index}>
                <td className="num">{error.row}</td>
                <td>{labelOf(error.field)}</td>
                <td>{error.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {report.errors.length > shownErrors && <p>And {report.errors.length - shownErrors} more.</p>}
    </div>
  );
}

interface ImportDialogProps {
  title: string;
  /** What the file has to look like, and what becomes of its rows. */
  lead: string;
  /** Tries the file, or takes it in. */
  send: (file: File, dryRun: boolean) => Promise<ImportReport>;
  /** What people call a column. */
  labelOf: (name: string | null) => string;
  onClose: () => void;
  onImported: () => void;
}

/** Takes in a file: first it is tried, and only a file without faults can be imported. */
export function ImportDialog({ title, lead, send: take, labelOf, onClose, onImported }: ImportDialogProps) {
  const [file, setFile] = useState<File | null>(null);
  const [report, setReport] = useState<ImportReport | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const forget = useRef<() => void>(null);
  const send = (chosen: File, dryRun: boolean): void => {
    setBusy(true);
    setProblem(null);
    take(chosen, dryRun)
      .then((answer) => {
        setReport(answer);
        if (dryRun || answer.errors.length > 0) return;
        showNote(`Imported: ${summary(answer)}.`);
        onImported();
        onClose();
      })
      .catch((error: unknown) => setProblem(describeProblem(error)))
      .finally(() => setBusy(false));
  };
  const choose = (chosen: File | null): void => {
    // The same file, mended, can be chosen again.
    forget.current?.();
    if (!chosen) return;
    setFile(chosen);
    setReport(null);
    send(chosen, true);
  };
  const faulty = report !== null && report.errors.length > 0;
  const rows = report ? report.created + report.updated : 0;
  const ready = file !== null && report !== null && !faulty && !busy && rows > 0;
  return (
    <Dialog onClose={onClose} size={720} title={title}>
      <p className={classes.lead}>{lead}</p>
      <div
        className={classes.file}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          choose(event.dataTransfer.files[0] ?? null);
        }}
      >
        <IconUpload size={18} stroke={1.75} aria-hidden />
        <span className="cut">{file?.name ?? 'Drop a file here'}</span>
        <FileButton
          resetRef={forget}
          onChange={choose}
          accept=".csv,.xlsx"
          inputProps={{ 'aria-label': 'File to import' }}
        >
          {(props) => (
            <Button {...props} size="xs" data-autofocus>
              {file ? 'Choose another file' : 'Choose a file'}
            </Button>
          )}
        </FileButton>
      </div>
      <div aria-live="polite">
        {busy && <p className={classes.lead}>{report && !faulty ? 'Importing' : 'Trying the file'}</p>}
        {report && !faulty && !busy && (
          <p className={classes.good}>
            <IconCircleCheck size={18} stroke={1.75} aria-hidden />
            <span>The file fits: {summary(report)}.</span>
          </p>
        )}
      </div>
      {faulty && <Faults labelOf={labelOf} report={report} />}
      {problem && (
        <p className={classes.problem} role="alert">
          {problem} Nothing was imported.
        </p>
      )}
      <div className={classes.foot}>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          variant="filled"
          disabled={!ready}
          loading={busy && report !== null && !faulty}
          onClick={() => file && send(file, false)}
        >
          {ready ? `Import ${count(rows, 'entry', 'entries')}` : 'Import'}
        </Button>
      </div>
    </Dialog>
  );
}
