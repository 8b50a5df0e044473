import { defineProblem } from '@pipit/kernel';

/** The text is no filter spec, or asks for something its source cannot give. */
export const invalidFilterSpec = defineProblem({
  code: 'invalid_filter_spec',
  status: 400,
  title: 'The filter spec is not valid',
});
