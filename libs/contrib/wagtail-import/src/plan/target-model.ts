import { Collection, Document, Image, isDeclared, Page } from '@pipit/cms';
import { PAGE_MODEL, type PlanContext } from './plan-context.js';

const MODELS = new Map<object, string>([
  [Page, PAGE_MODEL],
  [Image, 'wagtailimages.image'],
  [Document, 'wagtaildocs.document'],
  [Collection, 'wagtailcore.collection'],
]);

/** The model of the rows that a relation to this entity points at. */
export function targetModel(context: PlanContext, target: object): string {
  const known = MODELS.get(target);
  if (known) return known;
  if (isDeclared(target)) return context.types.modelOf(target);
  throw new Error(`No model of the export is known for ${(target as { name?: string }).name}.`);
}
