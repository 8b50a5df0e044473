import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { Dialog } from '../../../parts/dialog';
import { ApiProblem, api, queryKeys } from '../../../api';
import confirm from '../../../parts/confirm.module.css';
import { describeProblem } from '../../../parts/states';
import { ownZone, wallClock, zonesWith } from '../../../parts/zones';
import classes from './plan.module.css';
import type { PlanSubject } from './plan-subject';

type Kind = 'goLive' | 'expire';
const kinds: readonly Kind[] = ['goLive', 'expire'];
const labels = { goLive: 'Go live at a time', expire: 'Go offline at a time' };

interface Refusal {
  kind: Kind | null;
  message: string;
  candidates: string[];
}

/** What is to be planned; null calls off. */
export type PlanWish = Partial<Record<Kind, { at: string; zone: string } | null>>;

interface ScheduleDialogProps {
  subject: PlanSubject;
  onClose: () => void;
  /** Plans it; what it refuses with is shown. */
  onSave: (wish: PlanWish) => Promise<void>;
}

/** Sets when a page or a row goes live and offline, on the clocks of a place. */
export function ScheduleDialog({ subject, onClose, onSave }: ScheduleDialogProps) {
  const planned = subject.schedule;
  const [zone, setZone] = useState(planned?.goLive?.zone ?? planned?.expire?.zone ?? ownZone());
  const [times, setTimes] = useState<Record<Kind, string | null>>(() => ({
    goLive: planned?.goLive ? wallClock(planned.goLive.at, zone) : null,
    expire: planned?.expire ? wallClock(planned.expire.at, zone) : null,
  }));
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const health = useQuery({ queryKey: queryKeys.jobsHealth, queryFn: () => api.plans.health() });
  const zones = useMemo(() => zonesWith(zone), [zone]);
  const nothingNew = subject.live && !subject.hasUnpublishedChanges;
  const change = (kind: Kind, at: string | null): void => {
    setTimes((all) => ({ ...all, [kind]: at }));
    setRefusal(null);
  };
  const submit = async (chosen?: { kind: Kind; at: string }): Promise<void> => {
    const missing = kinds.find((kind) => times[kind] === '');
    if (missing) return setRefusal({ kind: missing, message: 'Choose day and hour.', candidates: [] });
    const wish = (kind: Kind): PlanWish => {
      const at = chosen?.kind === kind ? chosen.at : times[kind];
      if (at === null) return planned?.[kind] ? { [kind]: null } : {};
      return { [kind]: { at, zone } };
    };
    const body = { ...wish('goLive'), ...wish('expire') };
    if (Object.keys(body).length === 0) return onClose();
    setBusy(true);
    try {
      await onSave(body);
    } catch (error) {
      setRefusal(refusalOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog onClose={onClose} title={`Plan “${subject.title}”`} size={480}>
      <div className={classes.form}>
        {health.data && !health.data.alive && (
          <p className={classes.warning} role="alert">
            <IconAlertTriangle size={18} stroke={1.75} aria-hidden />
            <span>
              <b>Nothing that is planned happens at present.</b> No worker of the server has been heard of lately. Tell
              whoever runs it.
            </span>
          </p>
        )}
        {kinds.map((kind) => (
          <div key={kind} className={classes.kind}>
            <Checkbox
              label={labels[kind]}
              checked={times[kind] !== null}
              disabled={kind === 'goLive' && nothingNew && times.goLive === null}
              onChange={({ currentTarget: { checked } }) => change(kind, checked ? '' : null)}
            />
            {kind === 'goLive' && nothingNew && times.goLive === null && (
              <span className={classes.hint}>All of it is live already.</span>
            )}
            {times[kind] !== null && (
              <TextInput
                type="datetime-local"
                aria-label={kind === 'goLive' ? 'Goes live' : 'Goes offline'}
                value={times[kind] ?? ''}
                error={refusal?.kind === kind ? refusal.message : undefined}
                onChange={({ currentTarget: { value } }) => change(kind, value)}
              />
            )}
            {refusal?.kind === kind &&
              refusal.candidates.map((at) => (
                <Button key={at} size="xs" onClick={() => void submit({ kind, at })}>
                  {at.slice(11, 16)}, {at.slice(19)} from UTC
                </Button>
              ))}
          </div>
        ))}
        <Select
          label="On the clocks of"
          description="It stays that hour there when summer time begins or ends."
          data={zones}
          value={zone}
          searchable
          allowDeselect={false}
          onChange={(next) => next && setZone(next)}
        />
        {times.goLive !== null && (
          <p className={classes.hint}>
            The draft as it is now goes live then. What you save later stays a draft, until you plan or publish it.
          </p>
        )}
        {refusal?.kind === null && (
          <p className={classes.warning} role="alert">
            {refusal.message}
          </p>
        )}
      </div>
      <div className={confirm.foot}>
        <span className={confirm.space} />
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="filled" loading={busy} onClick={() => void submit()}>
          Save plan
        </Button>
      </div>
    </Dialog>
  );
}

function refusalOf(error: unknown): Refusal {
  if (!(error instanceof ApiProblem)) return { kind: null, message: describeProblem(error), candidates: [] };
  const [first] = error.errors;
  const kind = kinds.find((each) => first?.path.startsWith(`/${each}/`)) ?? null;
  const { candidates } = error.body as { candidates?: string[] };
  return { kind, message: first?.message ?? describeProblem(error), candidates: candidates ?? [] };
}
