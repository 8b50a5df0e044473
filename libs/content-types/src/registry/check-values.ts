import { normaliseValue } from '../content/normalise.js';
import { validateValue } from '../content/validate.js';
import type { FieldOptions } from '../declare/type-declaration.js';
import type { ContentNode, NodeOptions } from '../kinds/field-kind.js';
import type { RichTextOptions } from '../kinds/rich-text-kind.js';
import { choicesOf, type ChoiceOptions } from '../kinds/simple-kinds.js';
import { RICH_TEXT_FEATURES, unknownFeatures } from '../rich-text/features.js';
import type { ContentType } from './content-types.js';
import { checkLimits } from './check-limits.js';
import { checkMembers } from './check-members.js';
import { placesOf, type Place } from './place.js';
import { problem, type DeclarationProblem } from './problem.js';

/** Options that contradict each other, of fields and of the blocks inside them. */
export function checkOptions(type: ContentType): DeclarationProblem[] {
  const places = placesOf(type);
  const odd = [
    ...places.flatMap(({ where, node, isField }) => (isField ? checkUnique(where, node, type) : [])),
    ...places.flatMap((place) => RULES.flatMap((rule) => rule(place))),
  ];
  // Values are judged by rules that make sense.
  return odd.length > 0 ? odd : places.flatMap(checkGiven);
}

const RULES = [checkLimits, checkBounds, checkChoices, checkFeatures, checkMembers];

function checkUnique(where: string, { kind, options }: ContentNode, { category }: ContentType): DeclarationProblem[] {
  const { unique, localized } = options as FieldOptions;
  if (!unique) return [];
  if (localized === false) {
    const message = `${where} is unique, and the same in all translations of a page.`;
    return [problem('E014', message, 'Take unique or localized: false away.')];
  }
  if (category === 'item') {
    // Rows are written and swapped together with their owner's drafts, which an index would not let pass.
    return [problem('E014', `${where} is unique, which rows of child items cannot be.`, 'Take unique away.')];
  }
  const storage = kind.storage?.(options);
  const isPlain = storage?.type === 'relation' || (storage?.type === 'column' && storage.column.type !== 'jsonb');
  return isPlain
    ? []
    : [
        problem(
          'E014',
          `${where} is unique, which a ${kind.name} cannot be.`,
          'Only plain columns can: take unique away.',
        ),
      ];
}

const BOUNDS = [
  ['min', 'max'],
  ['minLength', 'maxLength'],
  ['minRows', 'maxRows'],
] as const;

function checkBounds({ where, node }: Place): DeclarationProblem[] {
  const options = node.options as unknown as Readonly<Record<string, unknown>>;
  return BOUNDS.filter(([low, high]) => isAbove(options[low], options[high])).map(([low, high]) =>
    problem(
      'E015',
      `${where} has ${low} ${String(options[low])} above ${high} ${String(options[high])}: nothing satisfies both.`,
      'Swap them.',
    ),
  );
}

function isAbove(low: unknown, high: unknown): boolean {
  if (typeof low === 'number' && typeof high === 'number') return low > high;
  if (typeof low !== 'string' || typeof high !== 'string') return false;
  const [a, b] = [Number(low), Number(high)];
  if (!Number.isNaN(a) && !Number.isNaN(b)) return a > b;
  // Days and moments; words like `today` are no fixed point.
  return /^\d/.test(low) && /^\d/.test(high) && low > high;
}

function checkChoices({ where, node }: Place): DeclarationProblem[] {
  if (node.kind.name !== 'choice' && node.kind.name !== 'multipleChoice') return [];
  const { of } = node.options as ChoiceOptions;
  if (typeof of === 'function') return [];
  const values = choicesOf({ of }).map(({ value }) => value);
  if (values.length === 0) return [problem('E016', `${where} offers no choice.`, 'Name some in of: […].')];
  const twice = values.find((value, index) => values.indexOf(value) < index);
  return twice === undefined
    ? []
    : [problem('E016', `${where} offers “${twice}” twice.`, 'Take one of them out of of: […].')];
}

function checkFeatures({ where, node }: Place): DeclarationProblem[] {
  if (node.kind.name !== 'richText') return [];
  return unknownFeatures((node.options as RichTextOptions).features ?? []).map((feature) =>
    problem(
      'E017',
      `${where} allows “${feature}”, which is no feature of rich text.`,
      `There are ${RICH_TEXT_FEATURES.join(', ')}, and those made by defineRichTextFeature(…).`,
    ),
  );
}

/** A default that nobody could save would meet people in every new form, and an example in every picker. */
function checkGiven({ where, node }: Place): DeclarationProblem[] {
  const { default: byDefault, previewValue } = node.options as NodeOptions;
  return Object.entries({ default: byDefault, example: previewValue }).flatMap(([what, declared]) => {
    if (declared === undefined || typeof declared === 'function') return [];
    const [fault] = validateValue(node, normaliseValue(node, declared), { tier: 'save' });
    if (!fault) return [];
    const message = `The ${what} of ${where} is not valid: ${fault.message}`;
    return [problem('E018', message, `Change the ${what} or the rule it breaks.`)];
  });
}
