import { IconLinkOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { DocumentFacets, ImageFacets } from '../api';
import { FacetMenu, FacetSwitch } from './facet-chips';
import classes from './facets.module.css';
import { fileTypeName } from './file-types';
import type { FacetsProps } from './narrowing';

interface MediaFacetsProps extends FacetsProps {
  /** Undefined until they were counted once. */
  facets: ImageFacets | DocumentFacets | undefined;
  /** What something is the matter with. */
  switches?: ReactNode;
  /** What only these can be narrowed by. */
  menus: ReactNode;
}

/** What a list of images or documents can be narrowed by, with how many there are of each. */
export function MediaFacets({ facets, query, onChange, switches, menus }: MediaFacetsProps) {
  // Keeps its height, so that the list below does not jump.
  if (!facets) return <div className={classes.row} style={{ minHeight: 30 }} />;
  return (
    <div className={classes.row} role="group" aria-label="Narrow the list">
      {switches}
      <FacetSwitch
        on={query.unused === true}
        count={facets.unused}
        icon={<IconLinkOff size={15} stroke={1.75} aria-hidden />}
        onToggle={(on) => onChange({ unused: on || undefined })}
      >
        Not used
      </FacetSwitch>
      {menus}
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
