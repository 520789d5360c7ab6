/** The output fields that a query can reach, and those of them that the world holds nothing for. */
import { type GraphQLSchema, getNamedType, isAbstractType, isObjectType } from 'graphql';

/** Every field of every object type that is reached from a query, as `Type.field`. What mutations alone answer with is not among them. */
export function reachableFields(schema: GraphQLSchema): string[] {
  const types = new Set<string>();
  const fields: string[] = [];
  const enter = (name: string): void => {
    const type = schema.getType(name);
    if (type === undefined || types.has(name)) return;
    types.add(name);
    if (isAbstractType(type)) for (const one of schema.getPossibleTypes(type)) enter(one.name);
    if (!isObjectType(type)) return;
    for (const field of Object.values(type.getFields())) {
      fields.push(`${name}.${field.name}`);
      enter(getNamedType(field.type).name);
    }
  };
  enter(schema.getQueryType()?.name ?? '');
  return fields.sort();
}

/** Fields that no query in this world answers with a value, and why. */
export const EMPTY_HERE: Readonly<Record<string, string>> = {};
