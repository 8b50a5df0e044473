import { Param, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { notFound } from '@pipit/kernel';

const MAX_ID = 2_147_483_647;

/** The number an id is written as, in the one way we write it; null for `01`, `1e0`, ` 1` and whatever else. */
export function parseId(text: unknown): number | null {
  if (typeof text !== 'string' || !/^[1-9]\d{0,9}$/.test(text)) return null;
  const id = Number(text);
  return id <= MAX_ID ? id : null;
}

const idPipe: PipeTransform<unknown, number> = {
  transform(value) {
    const id = parseId(value);
    if (id === null) throw notFound('There is no such thing.');
    return id;
  },
};

/** A path parameter that is an id. Anything else than a plain positive integer is answered like an absent row. */
export function IdParam(name = 'id'): ParameterDecorator {
  return (target, key, index) => {
    Param(name, idPipe)(target, key, index);
    const descriptor = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key);
    if (key !== undefined && descriptor) ApiParam({ name, type: 'integer' })(target, key, descriptor);
  };
}
