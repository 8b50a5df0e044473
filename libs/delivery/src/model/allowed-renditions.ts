import { Inject, Injectable } from '@nestjs/common';
import { computedApiFieldsOf, ContentTypes, type ContentNode } from '@pipit/content-types';
import { SealedTexts } from '@pipit/users';
import { refused } from '../errors.js';
import { readRenditions } from '../grammar/renditions-parameter.js';
import { DELIVERY_OPTIONS, type DeliveryOptions } from '../options.js';

/** A rendition with the name it has in the answer. */
export interface NamedRendition {
  readonly name: string;
  readonly spec: string;
}

const PURPOSE = 'content-renditions';

interface Declared {
  /** Null where fields mean different things by one name. */
  readonly byName: ReadonlyMap<string, string | null>;
  readonly specs: ReadonlySet<string>;
}

/**
 * The renditions readers may ask for: those that some type declares, those the options list, and lists somebody signed.
 * Making a rendition costs a server dearly, so that nobody may ask for any size.
 */
@Injectable()
export class AllowedRenditions {
  private made: Declared | null = null;

  constructor(
    private readonly types: ContentTypes,
    private readonly sealed: SealedTexts,
    @Inject(DELIVERY_OPTIONS) private readonly options: DeliveryOptions,
  ) {}

  /** Reads the parameter; refuses what is not allowed. */
  read(text: string | undefined, signature: string | undefined): NamedRendition[] {
    const isSigned = signature !== undefined && this.sealed.open(PURPOSE, signature) === text;
    if (signature !== undefined && !isSigned) throw refused('renditions error. the signature belongs to another list');
    return readRenditions(text).map(({ name, spec }) => {
      const known = spec ?? this.declared.byName.get(name);
      if (known === null)
        throw refused(`renditions error. several fields declare a rendition '${name}': name its spec`);
      if (known === undefined) throw refused(`renditions error. no field declares a rendition '${name}'`);
      if (!isSigned && !this.declared.specs.has(known)) {
        throw refused(`renditions error. '${known}' is declared by no type and the list is not signed`);
      }
      return { name, spec: known };
    });
  }

  /** The signature that allows the renditions of a list, whatever they are. */
  sign(text: string): string {
    readRenditions(text);
    return this.sealed.seal(PURPOSE, text);
  }

  private get declared(): Declared {
    this.made ??= this.collect();
    return this.made;
  }

  private collect(): Declared {
    const byName = new Map<string, string | null>();
    const specs = new Set<string>();
    const declare = (name: string, spec: string): void => {
      specs.add(spec);
      byName.set(name, !byName.has(name) || byName.get(name) === spec ? spec : null);
    };
    const seen = new Set<ContentNode['options']>();
    const visit = (node: ContentNode): void => {
      // Blocks may stand in themselves.
      if (seen.has(node.options)) return;
      seen.add(node.options);
      const { renditions = {}, apiRendition } = node.options as {
        readonly renditions?: Readonly<Record<string, string>>;
        readonly apiRendition?: string;
      };
      for (const [name, spec] of Object.entries(renditions)) {
        declare(name, spec);
      }
      if (apiRendition !== undefined) specs.add(apiRendition);
      (node.kind.innerNodes?.(node.options) ?? []).forEach(visit);
    };
    for (const { fields, target } of this.types.all()) {
      fields.forEach(visit);
      for (const { name, source } of computedApiFieldsOf(target)) {
        if (source.type !== 'rendition') continue;
        declare(name, source.spec);
      }
    }
    // What the options say goes before what fields do.
    for (const [name, spec] of Object.entries(this.options.renditions)) {
      byName.set(name, spec);
      specs.add(spec);
    }
    return { byName, specs };
  }
}
