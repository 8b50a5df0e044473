import { declareType } from '../declare/declare-type.js';
import type { PageTraits, TreeRulesDeclaration, TypeCategory } from '../declare/type-declaration.js';
import { ContentTypes } from './content-types.js';
import { CheckFailure } from './problem.js';

/** Declares a class as `@PageType` does, or as another category's decorator. */
const page =
  (rules: TreeRulesDeclaration = {}, traits: PageTraits = {}, category: TypeCategory = 'page') =>
  (target: object): void =>
    declareType(target, { app: 'checks' }, { category, titleField: 'title', rules, traits });

/** Problems a registry of these types starts with, as `id message → hint`. */
function problemsOf(...types: object[]): string[] {
  const registry = new ContentTypes();
  registry.add(types);
  try {
    registry.freeze();
    return [];
  } catch (error) {
    if (!(error instanceof CheckFailure)) throw error;
    return error.problems.map(({ id, message, hint }) => `${id.replace('content-types.', '')} ${message} → ${hint}`);
  }
}

describe('page types that cannot work stop the start', () => {
  it('rules that name a class which is no type, a base among them', () => {
    abstract class Base {}
    @page({ parents: () => [Base] })
    class Leaf extends Base {}
    expect(problemsOf(Leaf)).toEqual([
      'E003 The parents of checks.Leaf name Base, which is no page type. → Give Base @PageType() and register it, or name the page types that extend it one by one.',
    ]);
  });

  it('rules that name a type of another category', () => {
    @page({}, {}, 'settings')
    class Colours {}
    @page({ children: () => [Colours] })
    class Above {}
    expect(problemsOf(Colours, Above)).toEqual([
      'E003 The children of checks.Above name Colours, which is no page type. → Name page types only.',
    ]);
  });

  it('rules that name a page type nobody registered', () => {
    @page()
    class Elsewhere {}
    @page({ children: () => [Elsewhere] })
    class Above {}
    expect(problemsOf(Above)).toEqual([
      'E003 The children of checks.Above name Elsewhere, which is not registered. → Add Elsewhere to a CmsModule.forFeature([…]).',
    ]);
  });

  it.each([0, -1, 1.5, Number.NaN])('counts of %s', (count) => {
    @page({ maxCount: count })
    class Counted {}
    @page({ maxCountPerParent: count })
    class PerParent {}
    const mend = 'Raise it, or say creatable: false if people shall make none.';
    expect(problemsOf(Counted, PerParent)).toEqual([
      `E022 checks.Counted has maxCount ${count}; it counts pages, so the least is 1. → ${mend}`,
      `E022 checks.PerParent has maxCountPerParent ${count}; it counts pages, so the least is 1. → ${mend}`,
    ]);
  });

  it('counts of what nobody can make', () => {
    @page({ maxCount: 1, creatable: false })
    class Made {}
    @page({ maxCountPerParent: 2, creatable: false })
    class MadeBelow {}
    expect(problemsOf(Made, MadeBelow)).toEqual([
      'E022 checks.Made has maxCount and is not creatable: nobody but code makes such pages, and code can count. → Take maxCount or creatable: false away.',
      'E022 checks.MadeBelow has maxCountPerParent and is not creatable: nobody but code makes such pages, and code can count. → Take maxCountPerParent or creatable: false away.',
    ]);
  });

  it('more below one parent than in all', () => {
    @page({ maxCount: 2, maxCountPerParent: 3 })
    class Many {}
    @page({ maxCount: 3, maxCountPerParent: 3 })
    class Fine {}
    expect(problemsOf(Many, Fine)).toEqual([
      'E022 checks.Many has maxCountPerParent 3 above maxCount 2, which is never reached. → Swap them, or take maxCountPerParent away.',
    ]);
  });

  it('a type that each of its parents refuses', () => {
    @page({ children: () => [] })
    class Closed {}
    @page({ parents: () => [Closed] })
    class Homeless {}
    expect(problemsOf(Closed, Homeless)).toEqual([
      'E023 checks.Homeless can stand nowhere: it may stand below checks.Closed only, whose children leave it out. → Add Homeless to the children of one of them.',
    ]);
  });

  it('children that may all stand elsewhere only', () => {
    @page()
    class Elsewhere {}
    @page({ parents: () => [Elsewhere] })
    class Child {}
    @page({ children: () => [Child] })
    class Barren {}
    expect(problemsOf(Elsewhere, Child, Barren)).toEqual([
      'E023 Nothing can stand below checks.Barren: it allows checks.Child only, whose parents leave it out. → Add Barren to the parents of one of them, or say children: () => [].',
    ]);
  });

  it('and nothing else: one door that opens is enough, and empty lists are meant', () => {
    @page({ children: () => [] })
    class Closed {}
    @page({ parents: () => [] })
    class Nowhere {}
    @page()
    class Open {}
    @page({ parents: () => [Closed, Open] })
    class Fussy {}
    @page({ children: () => [Fussy, Nowhere, Open] })
    class Above {}
    expect(problemsOf(Closed, Nowhere, Open, Fussy, Above)).toEqual([]);
  });

  it('privacy for nobody, and preview modes of one name or none', () => {
    @page({}, { defaultPrivacy: { groups: [] }, previewModes: [] })
    class Nobody {}
    const mode = { name: 'page', label: 'Page' };
    @page({}, { previewModes: [mode, mode] })
    class Twice {}
    expect(problemsOf(Nobody, Twice)).toEqual([
      'E024 New pages of checks.Nobody would be shown to nobody: its defaultPrivacy names no group. → Name a group, or say ‘login’ for everybody who is signed in.',
      'E024 checks.Nobody has no preview mode. → Leave previewModes out for the usual one.',
      'E024 checks.Twice has two preview modes called “page”. → Rename one of them.',
    ]);
  });
});
