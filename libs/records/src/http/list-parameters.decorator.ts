import { applyDecorators } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';

/** Documents what says which rows are meant. */
export function ApiSelection(): MethodDecorator {
  return applyDecorators(
    ApiQuery({
      name: 'q',
      required: false,
      type: String,
      description: 'Words; each has to be in one of the searched fields.',
    }),
    ApiQuery({ name: 'ids', required: false, type: String, description: 'Ids, separated by commas.' }),
    ApiQuery({
      name: 'order',
      required: false,
      type: String,
      description: 'Columns, separated by commas; a leading `-` reverses.',
    }),
    ApiQuery({
      name: 'filter.<field>.<operator>',
      required: false,
      type: String,
      description:
        'A test of a field: eq (which may be left out), ne, lt, lte, gt, gte, in (values separated by commas), contains, empty (true or false).',
    }),
  );
}

/** Documents which part of the rows is meant. */
export function ApiPart(): MethodDecorator {
  return applyDecorators(
    ApiQuery({ name: 'limit', required: false, schema: { type: 'integer', minimum: 0, maximum: 200 } }),
    ApiQuery({ name: 'offset', required: false, schema: { type: 'integer', minimum: 0, default: 0 } }),
  );
}
