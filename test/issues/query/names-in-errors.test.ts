/**
 * What stood between two names of the schema was taken for a value: "Cannot query field "nam" on type "CreditSubject"." was told as
 * `Cannot query field "nam"…"CreditSubject".`. And in production a wrong variable was told what it could have been called.
 */
import { buildSchema, type GraphQLSchema, getVariableValues, Kind, parse, validate } from 'graphql';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { errorFormatter } from '../../../gateway/federation/errors.ts';
import { withoutValue } from '../../../gateway/query/without-value.ts';

const SCHEMA: GraphQLSchema = buildSchema(`
  enum Kind { USCC OTHER_DOCUMENT }
  input Id { type: Kind!, value: String!, year: Int }
  type Query { subject(id: Id!): String, name: String }`);
const VARIABLES = 'query ($id: Id!) { subject(id: $id) }';

/** What is told of the first fault of a document with its variables. */
function told(document: string, variables: Record<string, unknown> = {}, development = true): string {
  const parsed = parse(document);
  const [operation] = parsed.definitions;
  const { errors = [] } =
    operation?.kind === Kind.OPERATION_DEFINITION
      ? getVariableValues(SCHEMA, operation.variableDefinitions ?? [], variables)
      : {};
  // As the server hands on what is wrong with a variable: the reason is its cause.
  const [fault] = [...validate(SCHEMA, parsed), ...errors];
  const format = errorFormatter(pino({ level: 'silent' }), development);
  return format({ message: fault?.message ?? '', extensions: { code: 'BAD_USER_INPUT' } }, fault).message;
}

function syntax(document: string): string {
  try {
    parse(document);
    return '';
  } catch (error) {
    return withoutValue((error as Error).message);
  }
}

it('A23.5 an error names what is wrong with a query, and no value of it', () => {
  expect(told('{ nothing }')).toBe('Cannot query field "nothing" on type "Query".');
  expect(told('{ name(a: 1) }')).toBe('Unknown argument "a" on field "Query.name".');
  expect(told('query A { name @skip(if: $b) }')).toBe('Variable "$b" is not defined by operation "A".');
  expect(syntax('{ subject(id "张小梅 \\" 张小梅") }')).toBe('Syntax Error: Expected ":", found String "…".');
  expect(syntax('{ subject(id }')).toBe('Syntax Error: Expected ":", found "}".');
  expect(told(VARIABLES, { id: { type: 'USCC' } })).toBe(
    'Variable "$id" got an invalid value; Field "value" of required type "String!" was not provided.',
  );
  expect(told(VARIABLES, { id: { type: 'USCC', value: 'x', year: '张小梅' } })).toBe(
    'Variable "$id" got an invalid value at "id.year"; Int cannot represent non-integer value.',
  );
  expect(told(VARIABLES, { id: { type: '张小梅', value: 'x' } })).toBe(
    'Variable "$id" got an invalid value at "id.type"; Value "…" does not exist in "Kind" enum.',
  );
  expect(told('{ subject(id: {type: "张小梅 \\" on type \\"", value: 1}) }')).not.toContain('张小梅');
});

it('A23.5 a value that is written like the end of a message is none of it', () => {
  for (const value of [
    '张小梅; 张小梅',
    '" at "张小梅"; 张小梅',
    '张小梅: "张小梅": 张小梅',
    '张小梅 cannot represent: ',
    '; Value "',
  ])
    for (const id of [
      value,
      { type: value },
      { type: 'USCC', value: 'x', year: value },
      { type: 'USCC', value: [value, '张小梅'] },
    ])
      expect(told(VARIABLES, { id })).not.toContain('张小梅');
});

it('A23.5 a wrong name in a variable is told what was meant in development alone', () => {
  const near = { id: { type: 'USCC', value: 'x', yaer: 1 } };
  expect(told(VARIABLES, near)).toContain('Field "yaer" is not defined by type "Id". Did you mean "year"?');
  expect(told(VARIABLES, near, false)).toBe(
    'Variable "$id" got an invalid value; Field "yaer" is not defined by type "Id".',
  );
  expect(told(VARIABLES, { id: { type: 'USC', value: 'x' } }, false)).toBe(
    'Variable "$id" got an invalid value at "id.type"; Value "USC" does not exist in "Kind" enum.',
  );
});
