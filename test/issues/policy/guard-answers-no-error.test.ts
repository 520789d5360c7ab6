import { buildSchema, execute, parse } from 'graphql';
import { expect, it } from 'vitest';
import { guardSchema } from '../../../subgraphs/authorization/guard.ts';

/** A guard answers with an error or not at all. One that answered `true` or a promise was taken by shield for leave. */
it.each([true, 1, 'yes', {}, Promise.resolve(true), Promise.resolve(undefined), null])(
  'a guard that answers %j, which is no error, denies',
  async (value) => {
    const policy = { Query: { secret: { name: 'mistaken', check: () => value as never } } };
    const { data, errors } = await execute({
      schema: guardSchema(buildSchema('type Query { secret: String }'), policy),
      document: parse('{ secret }'),
      rootValue: { secret: 's' },
      contextValue: { reported: new Set<string>() },
    });
    expect(data).toEqual({ secret: null });
    expect(errors?.map((error) => error.extensions.code)).toEqual(['FORBIDDEN']);
  },
);
