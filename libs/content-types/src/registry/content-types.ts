import { Injectable } from '@nestjs/common';
import { className, declarationOf, fieldsOf } from '../declare/declaration-store.js';
import type { FieldDeclaration, TypeCategory, TypeDeclaration } from '../declare/type-declaration.js';
import { checkTypes } from './checks.js';
import { duplicateType } from './check-names.js';
import { CheckFailure, type DeclarationProblem } from './problem.js';

/** A registered type with its fields at hand. */
export interface ContentType extends TypeDeclaration {
  readonly fields: readonly FieldDeclaration[];
}

/** The types of one running application. Frozen at bootstrap: afterwards a late type is an error, not a surprise. */
@Injectable()
export class ContentTypes {
  private readonly byName = new Map<string, ContentType>();
  private readonly byClass = new Map<object, ContentType>();
  private readonly refused: DeclarationProblem[] = [];
  private frozen = false;

  /** Registers declared classes; the same class twice is fine. */
  add(types: readonly object[]): void {
    for (const target of types) this.addOne(target);
  }

  /**
   * Checks all declarations together and closes the registry. Throws one error naming every problem, those that others
   * found included.
   */
  freeze(others: readonly DeclarationProblem[] = []): void {
    if (this.frozen) return;
    const problems = [...this.refused, ...checkTypes(this.all()), ...others];
    if (problems.length > 0) throw new CheckFailure(problems);
    this.frozen = true;
  }

  /** The type of that name; null when there is none. */
  find(name: string): ContentType | null {
    return this.byName.get(name) ?? null;
  }

  /** The type of that name; throws when there is none. */
  get(name: string): ContentType {
    const type = this.find(name);
    if (!type) throw new Error(`There is no content type “${name}”.`);
    return type;
  }

  /** The type a class declares. */
  of(target: object): ContentType {
    const type = this.byClass.get(target);
    if (!type) throw new Error(`${className(target)} is not registered. Name it in CmsModule.forFeature([…]).`);
    return type;
  }

  /** All types, or those of one category, by name. */
  all(category?: TypeCategory): ContentType[] {
    const types = [...this.byName.values()].filter((type) => !category || type.category === category);
    return types.sort((a, b) => a.name.localeCompare(b.name));
  }

  private addOne(target: object): void {
    if (this.byClass.has(target)) return;
    const declaration = declarationOf(target);
    if (this.frozen) throw new Error(`${declaration.name} was registered after the start. Import its module earlier.`);
    const namesake = this.byName.get(declaration.name);
    if (namesake) {
      this.refused.push(duplicateType(declaration.name, namesake.target, target));
      return;
    }
    const type: ContentType = { ...declaration, fields: fieldsOf(target) };
    this.byName.set(type.name, type);
    this.byClass.set(target, type);
  }
}
