import { Button, Progress } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Dialog } from '../parts/dialog';
import { api, type BulkWish } from '../api';
import { describeProblem } from '../parts/states';
import { showNote } from '../parts/undo';
import { count } from '../parts/words';
import { wishAllTheSame } from './all-the-same';
import classes from './bulk.module.css';
import { RefusedList } from './refused-list';
import { isOpen, useOperation } from './use-operation';

interface BulkDialogProps {
  /** “Publish 312 pages?” */
  question: string;
  /** What it means, in a sentence or two. */
  children: ReactNode;
  /** The word on the button. */
  verb: string;
  danger?: boolean;
  wish: BulkWish;
  /** What is refused because something points at it can be insisted on. */
  canInsist?: boolean;
  /** What there are several of; pages, if nothing else is said. */
  noun?: string;
  /** The same of several, unless an s does. */
  nouns?: string;
  /** There is something to fill in. */
  wide?: boolean;
  /** False while something has to be chosen first. */
  ready?: boolean;
  onClose: () => void;
  /** After it ended, however it went. */
  onDone: () => void;
}

/** Asks, does something to many things in the background, and says what became of them. */
export function BulkDialog({
  question,
  children,
  verb,
  danger,
  wish,
  noun = 'page',
  nouns = `${noun}s`,
  wide = false,
  ready = true,
  canInsist = false,
  onClose,
  onDone,
}: BulkDialogProps) {
  const queries = useQueryClient();
  const [id, setId] = useState<string | null>(null);
  const [starting, setStarting] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { data: operation } = useOperation(id);
  const running = operation !== undefined && isOpen(operation);
  const ended = operation !== undefined && !running;
  const told = useRef(false);
  useEffect(() => {
    if (!ended || told.current) return;
    told.current = true;
    void queries.invalidateQueries().then(onDone);
  }, [ended, onDone, queries]);
  const start = (wanted: Promise<BulkWish>): void => {
    setStarting(true);
    setError(null);
    wanted
      .then(api.bulk.start)
      .then((begun) => {
        told.current = false;
        setId(begun.id);
      }, setError)
      .finally(() => setStarting(false));
  };
  const leave = (): void => {
    if (running) showNote('It goes on without you. Settings, Bulk operations tells how far it is.');
    onClose();
  };
  const handled = operation ? operation.done + operation.refused : 0;
  return (
    <Dialog
      onClose={leave}
      size={wide && operation === undefined ? 720 : 480}
      title={ended ? (operation.state === 'cancelled' ? 'Stopped' : 'Done') : question}
    >
      {operation === undefined ? (
        <>
          <div className={classes.lead}>{children}</div>
          {error !== null && (
            <p className={classes.problem} role="alert">
              {describeProblem(error)} Nothing was changed.
            </p>
          )}
        </>
      ) : (
        <>
          <Progress
            value={(handled / Math.max(1, operation.total)) * 100}
            animated={running && handled === 0}
            striped={running && handled === 0}
            aria-label={`${operation.label}, progress`}
          />
          <p className={classes.lead} role="status">
            {running
              ? `${handled.toLocaleString('en-GB')} of ${count(operation.total, noun, nouns)}`
              : `${count(operation.done, noun, nouns)} done${operation.refused > 0 ? `, ${operation.refused} refused` : ''}.`}
          </p>
          {ended && operation.refused > 0 && (
            <RefusedList
              operation={operation.id}
              onInsist={
                canInsist
                  ? { verb, pending: starting, act: () => start(wishAllTheSame(operation.id, wish)) }
                  : undefined
              }
            />
          )}
          {error !== null && (
            <p className={classes.problem} role="alert">
              {describeProblem(error)} Nothing more was changed.
            </p>
          )}
        </>
      )}
      <div className={classes.foot}>
        {ended ? (
          <Button variant="filled" onClick={onClose} data-autofocus>
            Close
          </Button>
        ) : running ? (
          <>
            <Button onClick={() => void api.bulk.cancel(operation.id)}>Stop</Button>
            <Button variant="filled" onClick={leave}>
              Go on in the background
            </Button>
          </>
        ) : (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button
              variant="filled"
              data-danger={danger || undefined}
              loading={starting}
              disabled={!ready}
              onClick={() => start(Promise.resolve(wish))}
              data-autofocus
            >
              {verb}
            </Button>
          </>
        )}
      </div>
    </Dialog>
  );
}
