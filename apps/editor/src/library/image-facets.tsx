import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { IconClockExclamation, IconPhotoOff } from '@tabler/icons-react';
import { api, queryKeys, type FacetCount } from '../api';
import { FacetMenu, FacetSwitch } from './facet-chips';
import classes from './facets.module.css';
import { fileTypeName } from './file-types';
import type { FacetsProps, Narrowing } from './narrowing';

const shapes: Record<string, string> = { landscape: 'Landscape', portrait: 'Portrait', square: 'Square' };
const ofRights = (rights: readonly FacetCount[] | undefined, value: string): number | undefined =>
  rights?.find((one) => one.value === value)?.count;

/** What a list of images can be narrowed by, with how many there are of each. */
export function ImageFacets({ query, onChange }: FacetsProps) {
  const found = useQuery({
    queryKey: queryKeys.imageFacets(query),
    queryFn: ({ signal }) => api.images.facets(query, signal),
    placeholderData: keepPreviousData,
  });
  const facets = found.data;
  if (!facets) return <div className={classes.row} style={{ minHeight: 30 }} />;
  return (
    <div className={classes.row} role="group" aria-label="Narrow the list">
      <FacetSwitch
        on={query.missingAlt === true}
        count={facets.missingAlt}
        icon={<IconPhotoOff size={15} stroke={1.75} aria-hidden />}
        onToggle={(on) => onChange({ missingAlt: on || undefined })}
      >
        Needs alt text
      </FacetSwitch>
      {(['expiring', 'expired'] as const).map((state) => (
        <FacetSwitch
          key={state}
          on={query.rights === state}
          count={ofRights(facets.rights, state)}
          icon={<IconClockExclamation size={15} stroke={1.75} aria-hidden />}
          onToggle={(on) => onChange({ rights: on ? state : undefined })}
        >
          {state === 'expiring' ? 'Rights end soon' : 'Rights ended'}
        </FacetSwitch>
      ))}
      <FacetMenu
        label="Shape"
        total={facets.total}
        values={facets.orientation}
        chosen={query.orientation}
        name={({ value }) => shapes[value] ?? value}
        onChoose={(value) => onChange({ orientation: value as Narrowing['orientation'] })}
      />
      <FacetMenu
        label="Type"
        total={facets.total}
        values={facets.mimeType}
        chosen={query.mimeType}
        name={({ value }) => fileTypeName(value)}
        onChoose={(mimeType) => onChange({ mimeType })}
      />
      <FacetMenu
        label="Tag"
        total={facets.total}
        values={facets.tag}
        chosen={query.tag}
        onChoose={(tag) => onChange({ tag })}
      />
      <FacetMenu
        label="Uploaded by"
        total={facets.total}
        values={facets.uploadedById}
        chosen={query.uploadedById === undefined ? undefined : String(query.uploadedById)}
        onChoose={(id) => onChange({ uploadedById: id === undefined ? undefined : Number(id) })}
      />
    </div>
  );
}
