import { Collection, Document, Image, isDeclared, Page } from '@pipit/cms';
import { PAGE_MODEL, type PlanContext } from './plan-context.js';

const MODELS = new Map<object, string>([
  [Page, PAGE_MODEL],
  [Image, 'wagtailimages.image'],
  [Document, 'wagtaildocs.document'],
  [Collection, 'wagtailcore.collection'],
]);

/** The model of the rows that a relation to this entity points at; null for entities nobody manages. */
export function targetModel(context: PlanContext, target: object): string | null {
  const known = MODELS.get(target);
  if (known) return known;
  return isDeclared(target) ? context.types.modelOf(target) : null;
}
