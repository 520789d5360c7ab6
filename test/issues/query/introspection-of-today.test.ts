/**
 * `isOneOf`, which GraphQL has since September 2025, was answered INTERNAL with HTTP 500: the planner writes out the types of introspection by
 * itself and did not know it. Clients that ask for it could not load the schema in development.
 */
import { getIntrospectionQuery, getNamedType, introspectionTypes, isObjectType } from 'graphql';
import { expect, it } from 'vitest';
import { sharedWorld } from '../../kit.ts';

/** Each field of introspection that graphql-js knows, asked where a type, field, argument, value or directive of ours is. */
const WHERE: Readonly<Record<string, (field: string) => string>> = {
  __Schema: (field) => `__schema { ${field} }`,
  __Directive: (field) => `__schema { directives { ${field} } }`,
  __Type: (field) => `__type(name: "CreditSubject") { ${field} }`,
  __Field: (field) => `__type(name: "CreditSubject") { fields { ${field} } }`,
  __InputValue: (field) => `__type(name: "SubjectIdentifierInput") { inputFields { ${field} } }`,
  __EnumValue: (field) => `__type(name: "IdentifierType") { enumValues { ${field} } }`,
};

it('every field of introspection is answered, isOneOf too, and the whole question of a client', async () => {
  const world = await sharedWorld('pglite');
  const types = introspectionTypes.filter(isObjectType);
  expect(types.map(({ name }) => name).sort()).toEqual(Object.keys(WHERE).sort());
  for (const type of types)
    for (const { name, type: of, args } of Object.values(type.getFields())) {
      const given = args.length === 0 ? '' : `(${args.map((one) => `${one.name}: true`).join()})`;
      const inner = isObjectType(getNamedType(of)) ? ' { __typename }' : '';
      const asked = WHERE[type.name]?.(name + given + inner) ?? '';
      const { status, errors } = await world.ask(null, `{ ${asked} }`);
      expect([type.name, name, status, errors]).toEqual([type.name, name, 200, undefined]);
    }
  const input = '{ __type(name: "SubjectIdentifierInput") { isOneOf } }';
  expect((await world.ask(null, input)).data).toEqual({ __type: { isOneOf: false } });
  const whole = getIntrospectionQuery({
    descriptions: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
    inputValueDeprecation: true,
    oneOf: true,
  });
  const { status, data, errors } = await world.ask(null, whole);
  expect([status, errors, data.__schema.queryType.name]).toEqual([200, undefined, 'Query']);
});
