import { Injectable } from '@nestjs/common';
import { ContentTypes, describeType, type ContentType, type TypeDescriptor } from '@pipit/content-types';
import { notFound } from '@pipit/kernel';

/** The snippet types of this application. */
@Injectable()
export class SnippetTypes {
  constructor(private readonly types: ContentTypes) {}

  /** The type a request names; answers like an absent page where there is none. */
  require(name: string): ContentType {
    const type = this.types.find(name);
    if (type?.category === 'snippet') return type;
    throw notFound(`There is no snippet type “${name}”.`);
  }

  /** All declared snippet types. */
  all(): ContentType[] {
    return this.types.all('snippet');
  }

  /** The form of a type. */
  describe(type: ContentType): TypeDescriptor {
    return describeType(type, [], { first: [], further: {} });
  }
}
