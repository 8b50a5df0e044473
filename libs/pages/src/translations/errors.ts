import { defineProblem } from '@pipit/kernel';

/** The page is there in that language already. */
export const translationExists = defineProblem({
  code: 'translation_exists',
  status: 409,
  title: 'Translated already',
});
/** The value is the same in all languages, and another page owns it. */
export const readOnlyShared = defineProblem({
  code: 'read_only_shared',
  status: 422,
  title: 'Shared between languages',
});
