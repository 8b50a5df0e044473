import { notFound, type Problem } from '@pipit/kernel';

/** The page does not exist, is in the trash, or must not be known to the caller. */
export function pageNotFound(id: number): Problem {
  return notFound(`There is no page ${id}, or it is in the trash.`);
}
