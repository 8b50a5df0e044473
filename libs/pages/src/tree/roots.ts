/** Path of the tree's root. */
export const ROOT_PATH = 'a.';
/** Path of the trash's root; sorts behind everything in the tree. */
export const TRASH_PATH = 't.';
