import { defineProblem, notFound, type Problem } from '@pipit/kernel';

/** A mirror of another page has no content of its own that could be edited or published. */
export const pageIsAlias = defineProblem({ code: 'page_is_alias', status: 409, title: 'A mirror of another page' });

/** A sibling got the same address in the same moment. */
export const slugTaken = defineProblem({ code: 'slug_taken', status: 409, title: 'Address taken just now' });

/** The page does not exist, is in the trash, or must not be known to the caller. */
export function pageNotFound(id: number): Problem {
  return notFound(`There is no page ${id}, or it is in the trash.`);
}
