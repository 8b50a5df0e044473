import type { ContentType, ContentTypeSummary, ListDescriptor, PageState, RecordState } from '../../api';
import { useContentTypes } from '../site-data';

/** Content types whose rows have no place in the tree, snippets first. */
export function useRecordTypes(): ContentTypeSummary[] {
  const types = useContentTypes().filter((type) => type.can.view);
  return [...types.filter(({ category }) => category === 'snippet'), ...types.filter(isModel)];
}

export const isModel = (type: Pick<ContentTypeSummary, 'category'>): boolean => type.category === 'model';

/** A type that says nothing about its list: titles, and a search box. */
export const plainList: ListDescriptor = {
  columns: [],
  filters: [],
  searchable: true,
  order: [],
  perPage: 50,
  bulk: [],
  export: [],
  import: false,
};

/** The state of a row as marks and sentences know it; null where what is saved is public. */
export function pageStateOf(state: RecordState): PageState | null {
  return state === 'live+draft' ? 'live-changed' : state;
}

/** May rows that are not there yet go live? Lists offer publishing to whoever may. */
export const mayPublish = (type: Pick<ContentType, 'list'>): boolean =>
  type.list?.bulk.some(({ name }) => name === 'publish') ?? false;
