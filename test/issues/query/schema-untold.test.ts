import { GraphQLError } from 'graphql';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { errorFormatter } from '../../../gateway/federation/errors.ts';

/** Who asked production for its schema was told how to program the server that it runs on. */
it('adversarial 23: a question about the schema is refused in our words', () => {
  const error = new GraphQLError('To enable introspection, pass introspection: true to the server', {
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED', validationErrorCode: 'INTROSPECTION_DISABLED' },
  });
  expect(errorFormatter(pino({ level: 'silent' }), false)(error.toJSON(), error)).toMatchObject({
    message: 'The schema cannot be asked for here.',
    extensions: { code: 'BAD_USER_INPUT', reason: 'QUERY', help: 'Read it at GET /schema.graphql.' },
  });
});
