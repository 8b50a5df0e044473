import { Button, MultiSelect, PasswordInput, Radio } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem, type PagePrivacy } from '../api';
import confirm from '../parts/confirm.module.css';
import { Dialog } from '../parts/dialog';
import { ProblemNote, SkeletonRows, describeProblem } from '../parts/states';
import classes from '../screens/edit/plan/plan.module.css';
import { privacyWords } from '../screens/edit/plan/plan-words';
import { subjects, type PrivacySubject } from './privacy-subjects';

type Kind = 'public' | 'login' | 'groups' | 'password';
/** Who, and how they get in: the site asks, and shows what it is given for as long as it stays true. */
const kinds: readonly { kind: Kind; label: string; way?: string }[] = [
  { kind: 'public', label: 'Everybody' },
  {
    kind: 'login',
    label: 'Whoever is signed in',
    way: 'They sign in on the site with an account made here, and read until they sign out or are suspended.',
  },
  {
    kind: 'groups',
    label: 'Members of some groups',
    way: 'They sign in on the site as well, and read while they are in one of the groups. Administrators always do.',
  },
  {
    kind: 'password',
    label: 'Whoever knows a password',
    way: 'The site asks for it, administrators too, and again after a while. Another password shuts everybody out at once.',
  },
];

interface PrivacyDialogProps {
  of: { kind: PrivacySubject; id: number; title: string };
  onClose: () => void;
  onDone: () => void;
}

/** Chooses who may read a page, or what lies in a collection, and all below it. */
export function PrivacyDialog({ of, onClose, onDone }: PrivacyDialogProps) {
  const { keyOf, endpoints } = subjects[of.kind];
  const privacy = useQuery({
    queryKey: keyOf(of.id),
    queryFn: () => endpoints.privacy(of.id),
    gcTime: 0,
  });
  return (
    <Dialog onClose={onClose} title={`Who may ${of.kind === 'page' ? 'read' : 'see'} “${of.title}”?`} size={480}>
      {privacy.isError ? (
        <ProblemNote error={privacy.error} what="This could not be loaded." />
      ) : privacy.data ? (
        <PrivacyForm {...{ of, onClose, onDone }} now={privacy.data} />
      ) : (
        <SkeletonRows rows={4} />
      )}
    </Dialog>
  );
}

function PrivacyForm({ of: { kind: subject, id }, now, onClose, onDone }: PrivacyDialogProps & { now: PagePrivacy }) {
  const { endpoints, hint } = subjects[subject];
  const own = now.restrictions.find(({ inheritedFrom }) => inheritedFrom === null);
  const inherited = now.restrictions.filter(({ inheritedFrom }) => inheritedFrom !== null);
  const [kind, setKind] = useState<Kind>(own?.kind ?? 'public');
  const [groups, setGroups] = useState((own?.groups ?? []).map(({ id }) => String(id)));
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      if (kind !== 'public') {
        const of =
          kind === 'groups' ? { groups: groups.map(Number) } : kind === 'password' && password ? { password } : {};
        await endpoints.restrict(id, { kind, ...of });
      } else if (own) await endpoints.open(id);
      onDone();
    } catch (problem) {
      setError(
        problem instanceof ApiProblem
          ? (problem.errors[0]?.message ?? describeProblem(problem))
          : describeProblem(problem),
      );
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <div className={classes.form}>
        {inherited.map((restriction) => (
          <p key={restriction.inheritedFrom?.id} className={classes.warning}>
            <span>
              <b>“{restriction.inheritedFrom?.title}” above is restricted:</b> {privacyWords(restriction)}. That holds
              here too, whatever you choose.
            </span>
          </p>
        ))}
        <Radio.Group value={kind} onChange={(next) => setKind(next as Kind)} label="Readers of the site">
          <div className={classes.form} style={{ gap: 10, marginTop: 8 }}>
            {kinds.map((each) => (
              <Radio key={each.kind} value={each.kind} label={each.label} description={each.way} />
            ))}
          </div>
        </Radio.Group>
        {kind === 'groups' && (
          <MultiSelect
            label="Groups"
            data={now.availableGroups.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={groups}
            onChange={setGroups}
          />
        )}
        {kind === 'password' && (
          <PasswordInput
            label="Password"
            description={
              own?.kind === 'password'
                ? 'Leave it empty to keep the password. Nobody can look it up.'
                : 'At least 8 characters. Nobody can look it up later.'
            }
            value={password}
            autoComplete="new-password"
            onChange={({ currentTarget: { value } }) => setPassword(value)}
          />
        )}
        <p className={classes.hint}>{hint}</p>
        {error && (
          <p className={classes.warning} role="alert">
            {error}
          </p>
        )}
      </div>
      <div className={confirm.foot}>
        <span className={confirm.space} />
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="filled" loading={busy} onClick={() => void save()}>
          Save
        </Button>
      </div>
    </>
  );
}
