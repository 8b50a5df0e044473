import type { ListFilter } from '../../api';
import { day } from '../../parts/dates';
import type { Parts } from './filter-editors';

/** What a filter lets through, in words: `Draft, Review`, `from 3 Nov`, `10 to 20`. `titleOf` names what a link points at. */
export function wordsOfFilter(filter: ListFilter, parts: Parts, titleOf?: string): string {
  const dated = filter.kind === 'date' || filter.kind === 'datetime';
  const say = (value: string): string => {
    if (filter.kind === 'boolean') return value === 'true' ? 'Yes' : 'No';
    if (dated) return day(value);
    return filter.choices?.find((choice) => choice.value === value)?.label ?? titleOf ?? value;
  };
  if (parts.empty) return parts.empty === 'true' ? 'empty' : 'not empty';
  if (parts.in) return parts.in.split(',').map(say).join(', ');
  if (parts.contains) return `“${parts.contains}”`;
  const from = parts.gte ?? parts.gt;
  const to = parts.lte ?? parts.lt;
  if (from && to) return `${say(from)} to ${say(to)}`;
  if (from) return `from ${say(from)}`;
  if (to) return `to ${say(to)}`;
  if (parts.ne) return `not ${say(parts.ne)}`;
  return parts.eq ? say(parts.eq) : '';
}
