import { compileFault, valueFaults } from '../content/faults.js';
import type { ContentNode } from '../kinds/field-kind.js';
import { INTEGER_LIMIT, type DecimalOptions, type IntegerOptions } from '../kinds/number-kinds.js';
import { choicesOf, type ChoiceOptions } from '../kinds/simple-kinds.js';
import type { TextOptions } from '../kinds/text-kinds.js';
import type { Place } from './place.js';
import { problem, type DeclarationProblem } from './problem.js';

/** Characters a `varchar` may be declared with, and digits a `numeric`. */
const MAX_CHARACTERS = 10_485_760;
const MAX_DIGITS = 1000;
/** Characters of the column of a choice that says nothing of them. */
const CHOICE_CHARACTERS = 255;

/** Options that no column could keep, no value satisfy, or no program read. */
export function checkLimits(place: Place): DeclarationProblem[] {
  return [
    checkAllowed,
    checkCounts,
    checkLength,
    checkInteger,
    checkDecimal,
    checkChosen,
    checkBoundValues,
    checkPattern,
    checkSchema,
  ]
    .flatMap((check) => check(place))
    .map(({ message, hint }) => problem('E026', `${place.where} ${message}`, hint));
}

interface Finding {
  readonly message: string;
  readonly hint: string;
}

const number = (value: number): string => value.toLocaleString('en-US');

/** Options that count characters, rows or items, wherever they stand. */
const COUNTED = ['minLength', 'maxLength', 'minRows', 'maxRows', 'maxColumns', 'rows', 'maxWidth', 'maxHeight'];

function checkCounts({ node: { kind, options } }: Place): Finding[] {
  const declared = options as unknown as Readonly<Record<string, unknown>>;
  const bounds = ['min', 'max'].filter((name) => typeof declared[name] === 'number');
  const holdsItems = bounds.length > 0 && Array.isArray(kind.emptyValue(options));
  return [...COUNTED, ...(holdsItems ? bounds : [])].flatMap((name) => {
    const given = declared[name];
    const least = name.startsWith('min') ? 0 : 1;
    if (given === undefined || (Number.isInteger(given) && (given as number) >= least)) return [];
    const message = `has ${name} ${String(given)}, which counts: a whole number from ${least} on.`;
    return [{ message, hint: 'Leave it out where there is no limit.' }];
  });
}

function checkAllowed({ node: { kind, options } }: Place): Finding[] {
  const { allow } = options as { readonly allow?: readonly string[] };
  return kind.name === 'link' && allow?.length === 0
    ? [{ message: 'allows no sort of link.', hint: 'Leave allow out for all of them.' }]
    : [];
}

function checkLength({ node }: Place): Finding[] {
  const { maxLength } = node.options as TextOptions;
  if (typeof maxLength !== 'number' || maxLength <= MAX_CHARACTERS) return [];
  const message = `has maxLength ${number(maxLength)}; Postgres bounds a column at ${number(MAX_CHARACTERS)} at most.`;
  return [{ message, hint: 'Leave maxLength out: the text is then as long as it likes.' }];
}

function checkInteger({ node: { kind, options }, isField }: Place): Finding[] {
  if (kind.name !== 'integer' || !isField) return [];
  const { size = 'normal', min, max } = options as IntegerOptions;
  const limit = INTEGER_LIMIT[size];
  return Object.entries({ min, max }).flatMap(([name, bound]) =>
    bound === undefined || Math.abs(bound) <= limit
      ? []
      : [
          {
            message: `has ${name} ${number(bound)}, beyond the ${number(limit)} that its column holds.`,
            hint: size === 'big' ? 'Lower it.' : 'Say size: ‘big’, or lower it.',
          },
        ],
  );
}

function checkDecimal({ node: { kind, options } }: Place): Finding[] {
  if (kind.name !== 'decimal') return [];
  const { precision, scale } = options as DecimalOptions;
  const isSound =
    [precision, scale].every(Number.isInteger) &&
    precision >= 1 &&
    precision <= MAX_DIGITS &&
    scale >= 0 &&
    scale <= precision;
  if (isSound) return [];
  const message = `has precision ${String(precision)} and scale ${String(scale)}, which no number can have.`;
  return [
    {
      message,
      hint: `precision counts all digits, ${number(MAX_DIGITS)} at most; scale those of them after the point.`,
    },
  ];
}

/** A choice nobody could save. */
function checkChosen({ node: { kind, options }, isField }: Place): Finding[] {
  if (kind.name !== 'choice' || !isField) return [];
  const { of, maxLength = CHOICE_CHARACTERS } = options as ChoiceOptions;
  if (typeof of === 'function') return [];
  return choicesOf({ of })
    .filter(({ value }) => value.length > maxLength)
    .map(({ value }) => ({
      message: `offers “${value}”, which is longer than the ${maxLength} characters of its column.`,
      hint: 'Raise maxLength, or store a shorter value and give it a label.',
    }));
}

/** Words that stand for the moment of writing, by the kinds that know them. */
const MOMENTS: Readonly<Record<string, readonly string[]>> = {
  date: ['today'],
  datetime: ['now'],
  time: [],
  decimal: [],
};

/** Bounds that are written as values are. */
function checkBoundValues({ node }: Place): Finding[] {
  const words = MOMENTS[node.kind.name];
  if (!words) return [];
  const { min, max, ...rest } = node.options as NodeOptionsWithBounds;
  const plain: ContentNode = { ...node, options: rest };
  return Object.entries({ min, max }).flatMap(([name, bound]) => {
    if (bound === undefined || words.includes(bound)) return [];
    const [fault] = typeof bound === 'string' ? valueFaults(plain, bound) : [{ message: 'Expected text.' }];
    if (!fault) return [];
    const others = words.map((word) => `, or ‘${word}’`).join('');
    return [
      { message: `has ${name} ${String(bound)}. ${fault.message}`, hint: `Write it as values are written${others}.` },
    ];
  });
}

type NodeOptionsWithBounds = ContentNode['options'] & { readonly min?: string; readonly max?: string };

function checkPattern({ node }: Place): Finding[] {
  const { pattern } = node.options as TextOptions;
  if (pattern === undefined) return [];
  try {
    new RegExp(`^(?:${pattern})$`, 'u');
    return [];
  } catch (error) {
    const why = (error as Error).message.replace(/^.*: /, '');
    return [{ message: `has the pattern ${pattern}, which is no regular expression: ${why}.`, hint: 'Mend it.' }];
  }
}

function checkSchema({ node }: Place): Finding[] {
  const { schema } = node.options as { readonly schema?: unknown };
  if (node.kind.name !== 'json' || schema === undefined) return [];
  const fault = compileFault(node);
  return fault === null
    ? []
    : [{ message: `has a schema that is no JSON Schema: ${fault}.`, hint: 'Draft 2020-12 is understood.' }];
}
