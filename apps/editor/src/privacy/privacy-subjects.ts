import { api, queryKeys } from '../api';

/** What can be restricted to some readers. */
export type PrivacySubject = 'page' | 'collection';

/** Where the privacy of each lies, and what it means there. */
export const subjects = {
  page: {
    keyOf: queryKeys.privacy,
    endpoints: api.plans,
    hint: 'It holds for all pages below too. Editors see the page as before.',
  },
  collection: {
    keyOf: queryKeys.collectionPrivacy,
    endpoints: api.collections,
    hint: 'It holds for documents in it and in all collections inside of it. Editors see them as before.',
  },
} as const;
