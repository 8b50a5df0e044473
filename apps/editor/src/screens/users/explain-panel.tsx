import { Button, Select } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queryKeys, type Explanation, type PermissionRow, type UserDetail } from '../../api';
import { PageChooser } from '../../choosers';
import { ProblemNote } from '../../parts/states';
import { subjectsOf, subjectWords } from '../groups/permission-words';
import { placeOf, sentenceOf } from './explain-words';
import classes from './user.module.css';

interface Place {
  id: number;
  title: string;
}

/** Why this person may, or may not, do something: the policy itself answers. */
export function ExplainPanel({ user }: { user: UserDetail }) {
  const catalogue = useQuery({ queryKey: queryKeys.permissionCatalogue, queryFn: api.permissions.list });
  const [name, setName] = useState('page.publish');
  const [page, setPage] = useState<Place | null>(null);
  const [collection, setCollection] = useState<string | null>(null);
  const [type, setType] = useState<string | null>(null);
  const [choosing, setChoosing] = useState(false);
  const permission = catalogue.data?.items.find((item) => item.name === name);
  const question = {
    permission: name,
    ...(permission?.scope === 'page' && page ? { page: page.id } : {}),
    ...(permission?.scope === 'collection' && collection ? { collection: Number(collection) } : {}),
    ...(permission?.scope === 'type' && type && permission.types.some((each) => each.name === type) ? { type } : {}),
  };
  const answer = useQuery({
    queryKey: queryKeys.explanation(user.id, question),
    queryFn: () => api.users.explain(user.id, question),
    enabled: permission !== undefined,
    placeholderData: keepPreviousData,
  });
  const collections = useQuery({
    queryKey: queryKeys.collections,
    queryFn: api.collections.list,
    enabled: permission?.scope === 'collection',
  });
  return (
    <section className={classes.why} aria-label="Why may they">
      <h2>May they do that?</h2>
      <Select
        label="What"
        data={grouped(catalogue.data?.items ?? [])}
        value={name}
        onChange={(value) => setName(value ?? name)}
        allowDeselect={false}
        searchable
      />
      {permission?.scope === 'page' && (
        <div>
          <p className={classes.label}>Where</p>
          <div className={classes.place}>
            <span className="cut">{page?.title ?? 'Anywhere'}</span>
            {page && (
              <Button size="xs" variant="subtle" onClick={() => setPage(null)}>
                Anywhere
              </Button>
            )}
            <Button size="xs" onClick={() => setChoosing(true)}>
              Choose page
            </Button>
          </div>
        </div>
      )}
      {permission?.scope === 'collection' && (
        <Select
          label="Where"
          placeholder="Anywhere"
          value={collection}
          onChange={setCollection}
          clearable
          clearButtonProps={{ 'aria-label': 'Anywhere' }}
          data={(collections.data?.items ?? []).map(({ id, name: label }) => ({ value: String(id), label }))}
        />
      )}
      {permission?.scope === 'type' && permission.types.length > 0 && (
        <Select
          label="Where"
          placeholder="Anywhere"
          value={type}
          onChange={setType}
          clearable
          clearButtonProps={{ 'aria-label': 'Anywhere' }}
          data={permission.types.map((each) => ({ value: each.name, label: each.label }))}
        />
      )}
      <div aria-live="polite">
        {answer.isError ? (
          <ProblemNote error={answer.error} what="The policy did not answer." onRetry={() => void answer.refetch()} />
        ) : answer.data ? (
          <Answer user={user} answer={answer.data} />
        ) : null}
      </div>
      {choosing && (
        <PageChooser
          title="Which page?"
          types={null}
          selected={page?.id ?? null}
          onChoose={({ id, title }) => {
            setPage({ id, title });
            setChoosing(false);
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </section>
  );
}

function Answer({ user, answer }: { user: UserDetail; answer: Explanation }) {
  const Mark = answer.allowed ? IconCircleCheck : IconCircleX;
  return (
    <div className={classes.answer} data-allowed={answer.allowed || undefined}>
      <p className={classes.verdict}>
        <Mark size={20} stroke={1.75} aria-hidden />
        <span>
          <b>{answer.allowed ? 'Yes.' : 'No.'}</b> {sentenceOf(user.name, answer)}
        </span>
      </p>
      {answer.grants.length > 0 && (
        <ul className={classes.reasons}>
          {answer.grants.map((grant, at) => (
            <li key={at} data-reaches={grant.reaches || undefined}>
              <Link to="/settings/groups/$groupId" params={{ groupId: String(grant.group.id) }}>
                {grant.group.name}
              </Link>{' '}
              may, {placeOf(grant)}
              {!grant.reaches && ', which is not there'}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function grouped(items: readonly PermissionRow[]) {
  return subjectsOf(items).map((subject) => ({
    group: subjectWords(subject),
    items: items.filter((item) => item.subject === subject).map(({ name, label }) => ({ value: name, label })),
  }));
}
