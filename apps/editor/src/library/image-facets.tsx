import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { IconClockExclamation, IconPhotoOff } from '@tabler/icons-react';
import { api, queryKeys, type ImageFacets as Facets } from '../api';
import { FacetMenu, FacetSwitch } from './facet-chips';
import { MediaFacets } from './media-facets';
import type { FacetsProps, Narrowing } from './narrowing';

const shapes: Record<string, string> = { landscape: 'Landscape', portrait: 'Portrait', square: 'Square' };

/** What a list of images can be narrowed by. */
export function ImageFacets({ query, onChange }: FacetsProps) {
  const { data: facets } = useQuery({
    queryKey: queryKeys.imageFacets(query),
    queryFn: ({ signal }) => api.images.facets(query, signal),
    placeholderData: keepPreviousData,
  });
  const menus = facets && (
    <FacetMenu
      label="Shape"
      total={facets.total}
      values={facets.orientation}
      chosen={query.orientation}
      name={({ value }) => shapes[value] ?? value}
      onChoose={(value) => onChange({ orientation: value as Narrowing['orientation'] })}
    />
  );
  const switches = facets && <Switches facets={facets} query={query} onChange={onChange} />;
  return <MediaFacets facets={facets} query={query} onChange={onChange} switches={switches} menus={menus} />;
}

function Switches({ facets, query, onChange }: FacetsProps & { facets: Facets }) {
  return (
    <>
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
          count={facets.rights.find(({ value }) => value === state)?.count}
          icon={<IconClockExclamation size={15} stroke={1.75} aria-hidden />}
          onToggle={(on) => onChange({ rights: on ? state : undefined })}
        >
          {state === 'expiring' ? 'Rights end soon' : 'Rights ended'}
        </FacetSwitch>
      ))}
    </>
  );
}
