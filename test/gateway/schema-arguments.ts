/** The arguments of the schema that callers see. */
import { type GraphQLArgument, type GraphQLField, type GraphQLObjectType, isObjectType } from 'graphql';
import type { World } from '../kit.ts';
import { schemaOf } from './root-fields.ts';

export interface FieldArgument {
  /** Name of the type that the field belongs to. */
  readonly type: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly argument: GraphQLArgument;
}

/** Every argument of every field, as introspection tells. */
export async function allArguments(world: World): Promise<readonly FieldArgument[]> {
  return Object.values((await schemaOf(world)).getTypeMap())
    .filter((type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'))
    .flatMap((type) =>
      Object.values(type.getFields()).flatMap((field) =>
        field.args.map((argument) => ({ type: type.name, field, argument })),
      ),
    );
}
