/**
 * Lets the planner know every field of introspection that graphql-js answers. @apollo/federation-internals 2.14 writes the introspection types out
 * by itself and leaves out what GraphQL has since September 2025, so that a client that asks for it, as current tools do, was answered INTERNAL.
 */
import { getNamedType, introspectionTypes, isObjectType } from 'graphql';

interface PlannersField {
  argument(name: string): object | undefined;
  addArgument(name: string, type: object, byDefault: unknown): void;
}

/** What is used of the planner's schema. The gateway keeps it to itself. */
interface PlannersSchema {
  runWithBuiltInModificationAllowed(change: () => void): void;
  type(
    name: string,
  ):
    | { field(name: string): PlannersField | undefined; addField(name: string, type: object): PlannersField }
    | undefined;
}

/** Of an ApolloGateway that is loaded. Adds what is missing; types need not say that they are never null, because graphql-js makes the answer. */
export function knowIntrospection(gateway: object): void {
  const schema = (gateway as { readonly apiSchema: PlannersSchema }).apiSchema;
  schema.runWithBuiltInModificationAllowed(() => {
    for (const type of introspectionTypes.filter(isObjectType))
      for (const field of Object.values(type.getFields())) {
        const planners = schema.type(type.name);
        const typed = schema.type(getNamedType(field.type).name);
        if (planners === undefined || typed === undefined) continue;
        const known = planners.field(field.name) ?? planners.addField(field.name, typed);
        for (const argument of field.args) {
          const of = schema.type(getNamedType(argument.type).name);
          if (known.argument(argument.name) === undefined && of !== undefined)
            known.addArgument(argument.name, of, argument.defaultValue);
        }
      }
  });
}
