import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import type { ProblemDefinition, ProblemFactory } from '@pipit/kernel';
import { ProblemDto } from './problem.dto.js';

/** Documents the problems a route answers with, beside those that its access decorator already tells about. */
export function ApiProblems(...problems: ProblemFactory[]): ClassDecorator & MethodDecorator {
  const definitions = problems.map((problem) => problem.definition);
  const responses = [...new Set(definitions.map(({ status }) => status))].map((status) =>
    problemResponse(
      status,
      definitions.filter((definition) => definition.status === status),
    ),
  );
  return applyDecorators(ApiExtraModels(ProblemDto), ...responses);
}

/** OpenAPI has one response per status, so problems that share one are told apart in its text. */
function problemResponse(status: number, definitions: readonly ProblemDefinition[]): ClassDecorator & MethodDecorator {
  return ApiResponse({
    status,
    description: definitions.map(({ code, title }) => `\`${code}\`: ${title}.`).join('\n'),
    content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemDto) } } },
  });
}
