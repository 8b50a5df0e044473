/** Something that was wrong with a page's place or with what belongs to it. */
export interface TreeFault {
  readonly pageId: number;
  readonly what: string;
}
