/** The arguments of the schema that callers see. */
import {
  buildClientSchema,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  getIntrospectionQuery,
  isObjectType,
} from 'graphql';
import { OPERATOR, type World } from '../kit.ts';

export interface FieldArgument {
  /** Name of the type that the field belongs to. */
  readonly type: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly argument: GraphQLArgument;
}

/** Every argument of every field, as introspection tells. */
export async function allArguments(world: World): Promise<readonly FieldArgument[]> {
  const { data } = await world.ask(OPERATOR, getIntrospectionQuery({ descriptions: false }));
  return Object.values(buildClientSchema(data).getTypeMap())
    .filter((type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'))
    .flatMap((type) =>
      Object.values(type.getFields()).flatMap((field) =>
        field.args.map((argument) => ({ type: type.name, field, argument })),
      ),
    );
}
