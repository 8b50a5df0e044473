import { Button, Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queryKeys, type GroupDetail, type PermissionRow } from '../../api';
import { PageChooser } from '../../choosers';
import { useFormFaults } from '../../parts/form-faults';
import { showNote } from '../../parts/undo';
import { count } from '../../parts/words';
import classes from './group.module.css';
import { Matrix, type MatrixPlace } from './matrix';
import { byVerb, placeKey, subjectsOf, subjectWords } from './permission-words';
import { placesFor } from './places';
import { SwitchList } from './switch-list';
import { useGrants } from './use-grants';

type Scope = PermissionRow['scope'];
const sections: { scope: Scope; title: string; lead: string }[] = [
  { scope: 'page', title: 'Pages', lead: 'At a page, and at everything below it.' },
  { scope: 'collection', title: 'Media', lead: 'In a collection, and in those below it.' },
  { scope: 'type', title: 'Content and settings', lead: 'Kind by kind.' },
  { scope: 'global', title: 'The whole installation', lead: 'What is not about one place.' },
];

/** All that a group is granted, as matrices of places and permissions. */
export function GroupPermissions({ group, catalogue }: { group: GroupDetail; catalogue: readonly PermissionRow[] }) {
  const queries = useQueryClient();
  const grants = useGrants(group);
  const [extra, setExtra] = useState<readonly MatrixPlace[]>([]);
  const [choosing, setChoosing] = useState(false);
  const faults = useFormFaults([]);
  const collections = useQuery({ queryKey: queryKeys.collections, queryFn: api.collections.list });
  const locked = catalogue.every(({ grantable }) => grantable === 'nowhere');
  const add = (place: MatrixPlace): void =>
    setExtra((now) => (now.some((each) => placeKey(each.scope) === placeKey(place.scope)) ? now : [...now, place]));
  const removePlace = (columns: readonly PermissionRow[], place: MatrixPlace): void => {
    for (const { name } of columns) {
      const grant = { permission: name, scope: place.scope };
      if (grants.has(grant)) grants.set(grant, false);
    }
    setExtra((now) => now.filter((each) => placeKey(each.scope) !== placeKey(place.scope)));
  };
  const save = (): void =>
    void faults.run(async () => {
      const saved = await api.groups.grant(group.id, grants.add, grants.remove);
      queries.setQueryData(queryKeys.group(group.id), saved);
      grants.discard();
      setExtra([]);
      showNote(`Saved. ${group.name} may do that from the next click on.`);
      await queries.invalidateQueries({ queryKey: queryKeys.groups });
      await queries.invalidateQueries({ queryKey: queryKeys.users });
      await queries.invalidateQueries({ queryKey: queryKeys.permissions });
    });
  const chosenCollections = placesFor('collection', group, extra, []).map(({ scope }) => scope.id);
  return (
    <>
      {sections.map(({ scope, title, lead }) => {
        const inScope = catalogue.filter((item) => item.scope === scope);
        if (inScope.length === 0) return null;
        const subjects = subjectsOf(inScope);
        return (
          <section key={scope} className={classes.section} aria-label={title}>
            <div className={classes.sectionHead}>
              <div>
                <h2>{title}</h2>
                <p>{lead}</p>
              </div>
              {scope === 'page' && !locked && (
                <Button size="xs" leftSection={<IconPlus size={15} stroke={1.75} />} onClick={() => setChoosing(true)}>
                  Add a page
                </Button>
              )}
              {scope === 'collection' && !locked && (
                <Select
                  aria-label="Add a collection"
                  placeholder="Add a collection"
                  value={null}
                  w={190}
                  onChange={(value, option) =>
                    value && add({ scope: { kind: 'collection', id: Number(value) }, title: option?.label ?? '' })
                  }
                  data={(collections.data?.items ?? [])
                    .filter(({ id }) => !chosenCollections.includes(id))
                    .map(({ id, name }) => ({ value: String(id), label: name }))}
                />
              )}
            </div>
            {scope === 'global' ? (
              <SwitchList items={inScope} grants={grants} locked={locked} />
            ) : (
              subjects.map((subject) => {
                const columns = inScope.filter((item) => item.subject === subject).sort(byVerb);
                return (
                  <div key={subject} className={classes.subject}>
                    {subjects.length > 1 && <h3>{subjectWords(subject)}</h3>}
                    <Matrix
                      label={subjectWords(subject)}
                      columns={columns}
                      places={placesFor(scope, group, extra, columns)}
                      grants={grants}
                      locked={locked}
                      onRemove={(place) => removePlace(inScope, place)}
                    />
                  </div>
                );
              })
            )}
          </section>
        );
      })}
      {(grants.changes > 0 || faults.rest) && (
        <div className={classes.bar} role="region" aria-label="Changes">
          <p role={faults.rest ? 'alert' : 'status'} data-fault={faults.rest ? true : undefined}>
            {faults.rest ?? `${count(grants.changes, 'change')} not saved yet`}
          </p>
          <Button onClick={grants.discard}>Discard</Button>
          <Button variant="filled" onClick={save} loading={faults.busy}>
            Save {count(grants.changes, 'change')}
          </Button>
        </div>
      )}
      {choosing && (
        <PageChooser
          title="At which page?"
          types={null}
          selected={null}
          onChoose={({ id, title, typeLabel }) => {
            add({ scope: { kind: 'page', id }, title, hint: typeLabel });
            setChoosing(false);
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  );
}
