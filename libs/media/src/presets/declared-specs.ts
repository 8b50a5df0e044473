import { Injectable } from '@nestjs/common';
import {
  allInnerNodes,
  computedApiFieldsOf,
  ContentTypes,
  StartupCheck,
  type ContentNode,
  type DeclarationProblem,
} from '@pipit/content-types';
import { Problem } from '@pipit/kernel';
import { expandFilterSpec } from '../filter-spec/expand-filter-spec.js';
import { parseFilterSpec } from '../filter-spec/filter-spec.js';
import { imageKind, type ImageOptions } from '../kinds/image-kind.js';
import { imageWithAltKind } from '../kinds/image-with-alt.js';
import { RenditionPlanner } from '../renditions/rendition-planner.js';

/** A filter spec somewhere in the declarations; braces are written out. */
interface DeclaredSpec {
  /** Where, for people. */
  readonly place: string;
  readonly text: string;
  readonly ahead: boolean;
}

const KINDS = new Set([imageKind.name, imageWithAltKind.name]);

/** Knows which renditions the types of a project declare. */
@Injectable()
export class DeclaredSpecs {
  constructor(
    private readonly types: ContentTypes,
    private readonly planner: RenditionPlanner,
  ) {}

  /** Those whose files are to be made before anybody asks, each once. */
  ahead(): string[] {
    const specs = this.all().filter(({ ahead }) => ahead);
    return [...new Set(specs.flatMap(({ text }) => expandFilterSpec(text)))];
  }

  /** A spec with a slip in it stops the start and not a reader. */
  @StartupCheck()
  check(): DeclarationProblem[] {
    return this.all().flatMap(({ place, text }) => {
      const fault = this.faultOf(text);
      const hint = 'See the operations of filter specs, and `crops` of the media options for the names of crops.';
      return fault ? [{ id: 'media.E001', message: `${place}: “${text}” is no filter spec. ${fault}`, hint }] : [];
    });
  }

  private faultOf(text: string): string | null {
    try {
      const names = expandFilterSpec(text).flatMap((spec) =>
        parseFilterSpec(spec).operations.flatMap((operation) => (operation.kind === 'crop' ? operation.name : [])),
      );
      const unknown = names.find((name) => !this.planner.ratios.some((ratio) => ratio.name === name));
      return unknown === undefined ? null : `There is no crop “${unknown}”.`;
    } catch (error) {
      if (error instanceof Problem) return error.detail;
      throw error;
    }
  }

  private all(): DeclaredSpec[] {
    return this.types
      .all()
      .flatMap(({ name, target, fields }) => [
        ...fields.flatMap((field) =>
          [field as ContentNode, ...allInnerNodes(field as ContentNode)].flatMap((node) =>
            specsOf(node, `${name}.${field.name}`),
          ),
        ),
        ...computedApiFieldsOf(target).flatMap(({ name: field, source }): DeclaredSpec[] =>
          source.type === 'rendition' ? [{ place: `${name}.${field}`, text: source.spec, ahead: false }] : [],
        ),
      ]);
  }
}

function specsOf({ kind, options }: ContentNode, place: string): DeclaredSpec[] {
  if (!KINDS.has(kind.name)) return [];
  const { renditions = {}, apiRendition, ahead = false } = options as ImageOptions;
  const texts = [...Object.values(renditions), ...(apiRendition === undefined ? [] : [apiRendition])];
  return texts.map((text) => ({ place, text, ahead }));
}
