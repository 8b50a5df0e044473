import type { Block, Field } from '../contract';
import { startValue } from './empty-value';
import { ErrorIndex, idsOnTheWay } from './error-index';
import { hintsFor } from './hints';
import { nameOfPlace } from './place-name';
import { same } from './same';
import { grouped, missing, refusal } from './stream-rules';
import { summarise, wordsOfStream } from './summary';

const field = (kind: Field['kind'], more: Partial<Field> = {}): Field => ({
  name: kind,
  kind,
  label: kind,
  help: '',
  required: false,
  readOnly: false,
  defaultValue: null,
  options: {},
  ...more,
});
const block = (name: string, kind: Field['kind'], more: Partial<Block> = {}): Block => ({
  ...field(kind),
  name,
  label: name,
  icon: null,
  group: null,
  description: '',
  ...more,
});

const text = block('text', 'richText');
const step = block('step', 'struct', {
  label: 'Step',
  options: { fields: [block('photo', 'image'), block('heading', 'char', { label: 'Heading' })] },
});
const steps = block('steps', 'list', { label: 'Steps', options: { item: step } });
const body = field('stream', {
  name: 'body',
  label: 'Body',
  options: { blocks: [text, steps, step], max: 3, counts: { text: { min: 1, max: 2 } } },
});
const value = [
  { id: 'a', type: 'text', value: '<p>Two words</p>' },
  { id: 'b', type: 'steps', value: [{ id: 'c', type: 'item', value: { photo: 1, heading: 'Mix well' } }] },
];

describe('a stream', () => {
  it('refuses blocks past its limits', () => {
    expect(refusal(body.options, value, 'text')).toBeNull();
    expect(refusal(body.options, [...value, value[0]!].slice(0, 3), 'steps')).toBe('There can be 3 blocks here.');
    expect(refusal({ ...body.options, max: 9 }, [value[0]!, value[0]!], 'text')).toBe('There can be 2 of these here.');
  });

  it('says what it still needs', () => {
    expect(missing(body.options, [])).toEqual(['“text”: at least 1, 0 so far.']);
    expect(missing(body.options, value)).toEqual([]);
  });

  it('offers types by group and search', () => {
    const blocks = [
      block('a', 'char', { label: 'Heading', group: 'Basics' }),
      block('b', 'image', { label: 'Photo', group: 'Media' }),
      block('c', 'char', { label: 'Loose' }),
    ];
    expect(grouped(blocks).map((group) => group.group)).toEqual(['', 'Basics', 'Media']);
    expect(
      grouped(blocks, 'pho')
        .flatMap((group) => group.blocks)
        .map((one) => one.name),
    ).toEqual(['b']);
  });

  it('is summed up in words', () => {
    expect(summarise(text, value[0]!.value)).toBe('Two words');
    expect(summarise(step, { photo: 1, heading: 'Mix well' })).toBe('Mix well');
    expect(summarise(steps, value[1]!.value)).toBe('1 item');
    expect(wordsOfStream(body.options.blocks!, value)).toBe(4);
  });
});

describe('errors of the server', () => {
  const index = new ErrorIndex([
    { path: '/body/1/value/0/value/heading', code: 'x', message: 'Too long.' },
    { path: 'title', code: 'y', message: 'Needed.' },
  ]);

  it('reach their control, its blocks and its tab', () => {
    expect(index.at('/body/1/value/0/value/heading')).toEqual(['Too long.']);
    expect(index.at('/body')).toEqual([]);
    expect(index.within('/body/1')).toEqual(['Too long.']);
    expect(index.count('/body')).toBe(1);
    expect(index.at('/title')).toEqual(['Needed.']);
  });

  it('unfold the blocks on their way', () => {
    expect(idsOnTheWay({ body: value }, '/body/1/value/0/value/heading')).toEqual(['b', 'c']);
  });

  it('are named by the labels on their way', () => {
    expect(nameOfPlace([body], { body: value }, '/body/1/value/0/value/heading')).toBe(
      'Body, Steps 2, Step 1, Heading',
    );
    expect(nameOfPlace([body], { body: value }, '/gone')).toBe('gone');
  });
});

describe('hints before publishing', () => {
  it('name what is empty and what breaks a rule', () => {
    expect(hintsFor(field('char', { required: 'to-publish' }), ' ')[0]?.kind).toBe('required');
    expect(hintsFor(field('richText', { required: true }), '<p></p>')).toHaveLength(1);
    expect(hintsFor(field('richText', { required: true }), '<embed embedtype="image" id="1"/>')).toEqual([]);
    expect(hintsFor(field('char', { options: { maxLength: 3 } }), 'four')[0]?.message).toBe('1 characters too long.');
    expect(hintsFor(field('char', { options: { pattern: '[A-Z]+' } }), 'Ab')).toHaveLength(1);
    expect(hintsFor(field('integer', { options: { min: 1 } }), 0)[0]?.message).toBe('At least 1.');
    expect(hintsFor(field('boolean', { required: true }), false)).toEqual([]);
  });

  it('leave a pattern the browser can’t read to the server', () => {
    expect(hintsFor(field('char', { options: { pattern: '(?<' } }), 'a')).toEqual([]);
  });
});

describe('new values', () => {
  it('start as their kind says', () => {
    expect(startValue(step)).toEqual({ photo: null, heading: '' });
    expect(startValue(steps)).toMatchObject([{ type: 'item', value: { photo: null, heading: '' } }]);
    expect(startValue(field('boolean'))).toBe(false);
    expect(startValue(field('boolean', { options: { nullable: true } }))).toBeNull();
    expect(startValue(field('char', { defaultValue: 'Hi' }))).toBe('Hi');
  });

  it('are the same when their content is', () => {
    expect(same({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toBe(true);
    expect(same({ a: 1 }, { a: 1, b: undefined })).toBe(false);
  });
});
