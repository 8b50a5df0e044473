import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { IconClockExclamation, IconPhotoOff } from '@tabler/icons-react';
import { api, queryKeys, type FacetCount, type MediaQuery } from '../api';
import { FacetMenu, FacetSwitch } from './facet-chips';
import classes from './facets.module.css';
import { fileTypeName } from './file-types';

/** What narrows a list of images. */
export type ImageNarrowing = Pick<
  MediaQuery,
  'orientation' | 'rights' | 'missingAlt' | 'mimeType' | 'tag' | 'uploadedById'
>;
/** A change of it; `undefined` takes something away. */
export type NarrowingChange = { [Name in keyof ImageNarrowing]?: ImageNarrowing[Name] | undefined };

const shapes: Record<string, string> = { landscape: 'Landscape', portrait: 'Portrait', square: 'Square' };
const ofRights = (rights: readonly FacetCount[] | undefined, value: string): number | undefined =>
  rights?.find((one) => one.value === value)?.count;

interface ImageFacetsProps {
  query: MediaQuery;
  onChange: (change: NarrowingChange) => void;
}

/** What a list of images can be narrowed by, with how many there are of each. */
export function ImageFacets({ query, onChange }: ImageFacetsProps) {
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
        values={facets.orientation}
        chosen={query.orientation}
        name={({ value }) => shapes[value] ?? value}
        onChoose={(value) => onChange({ orientation: value as ImageNarrowing['orientation'] })}
      />
      <FacetMenu
        label="Type"
        values={facets.mimeType}
        chosen={query.mimeType}
        name={({ value }) => fileTypeName(value)}
        onChoose={(mimeType) => onChange({ mimeType })}
      />
      <FacetMenu label="Tag" values={facets.tag} chosen={query.tag} onChoose={(tag) => onChange({ tag })} />
      <FacetMenu
        label="Uploaded by"
        values={facets.uploadedById}
        chosen={query.uploadedById === undefined ? undefined : String(query.uploadedById)}
        onChoose={(id) => onChange({ uploadedById: id === undefined ? undefined : Number(id) })}
      />
    </div>
  );
}
