/**
 * The four subgraphs as one executable schema: each type is put together from its parts, each field is answered by the resolver of the subgraph that
 * owns it, guard and masks included. There is no gateway and no query plan in it, which is what it is for: what the gateway answers is compared with it.
 */
import {
  type GraphQLArgumentConfig,
  GraphQLEnumType,
  type GraphQLFieldConfig,
  GraphQLInputObjectType,
  GraphQLInterfaceType,
  GraphQLList,
  type GraphQLNamedType,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  type GraphQLType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from 'graphql';
import { SUBGRAPH_NAMES } from '../../../subgraphs/names.ts';
import { directive, type Owners, type Subgraphs } from './owners.ts';
import { resolverOf, typeResolverOf, type Whole } from './resolve.ts';

/** Types that a subgraph has for the gateway alone. */
const OF_FEDERATION = /^(__|_Any$|_Entity$|_Service$|link__|federation__)/;
const FIELDS_OF_FEDERATION = new Set(['_entities', '_service']);

const isHidden = (node: Parameters<typeof directive>[0]): boolean => directive(node, 'inaccessible') !== undefined;

/** The parts of each type that callers see, in reading order. */
function partsOf(subgraphs: Subgraphs): ReadonlyMap<string, readonly GraphQLNamedType[]> {
  const parts = new Map<string, GraphQLNamedType[]>();
  for (const name of SUBGRAPH_NAMES)
    for (const type of Object.values(subgraphs[name].schema.getTypeMap()))
      if (!OF_FEDERATION.test(type.name) && !isHidden(type.astNode))
        parts.set(type.name, [...(parts.get(type.name) ?? []), type]);
  return parts;
}

export function mergeSubgraphs(subgraphs: Subgraphs, owners: Owners): GraphQLSchema {
  const parts = partsOf(subgraphs);
  const merged = new Map<string, GraphQLNamedType>();
  const inMerged = <T extends GraphQLType>(type: T): T => {
    if (isNonNullType(type)) return new GraphQLNonNull(inMerged(type.ofType)) as unknown as T;
    if (isListType(type)) return new GraphQLList(inMerged(type.ofType)) as unknown as T;
    const named = type as GraphQLNamedType;
    if (isSpecifiedScalarType(named)) return type;
    const found = merged.get(named.name);
    if (found === undefined) throw new Error(`The type ${named.name} is used and not there for callers.`);
    return found as unknown as T;
  };
  const argumentsOf = (args: Readonly<Record<string, GraphQLArgumentConfig>> = {}) =>
    Object.fromEntries(Object.entries(args).map(([name, one]) => [name, { ...one, type: inMerged(one.type) }]));
  /** A field that several subgraphs have is the same in all of them: composition has checked it. */
  const fieldsOf = (types: readonly (GraphQLObjectType | GraphQLInterfaceType)[]) => {
    const fields: Record<string, GraphQLFieldConfig<unknown, Whole>> = {};
    for (const type of types)
      for (const [name, field] of Object.entries(type.toConfig().fields)) {
        const hidden = types.some((one) => isHidden(one.getFields()[name]?.astNode));
        if (hidden || FIELDS_OF_FEDERATION.has(name) || name in fields) continue;
        fields[name] = {
          ...field,
          type: inMerged(field.type),
          args: argumentsOf(field.args),
          resolve: resolverOf(subgraphs, owners, `${type.name}.${name}`),
        };
      }
    return fields;
  };
  for (const [name, types] of parts) {
    const [first] = types;
    if (isObjectType(first)) {
      const objects = types.filter(isObjectType);
      merged.set(
        name,
        new GraphQLObjectType({
          name,
          interfaces: () => [...new Set(objects.flatMap((one) => one.getInterfaces().map(inMerged)))],
          fields: () => fieldsOf(objects),
        }),
      );
    } else if (isInterfaceType(first)) {
      const faces = types.filter(isInterfaceType);
      merged.set(
        name,
        new GraphQLInterfaceType({
          name,
          fields: () => fieldsOf(faces),
          resolveType: typeResolverOf(subgraphs, name) as never,
        }),
      );
    } else if (isEnumType(first)) {
      const values = types.filter(isEnumType).map((one) => one.toConfig().values);
      merged.set(name, new GraphQLEnumType({ name, values: Object.assign({}, ...values) }));
    } else if (isInputObjectType(first)) {
      const { fields } = first.toConfig();
      merged.set(name, new GraphQLInputObjectType({ name, fields: () => argumentsOf(fields) as typeof fields }));
    } else if (isScalarType(first)) merged.set(name, first);
    else throw new Error(`The type ${name} is of a kind that is not merged here.`);
  }
  return new GraphQLSchema({
    query: merged.get('Query') as GraphQLObjectType,
    mutation: merged.get('Mutation') as GraphQLObjectType,
    types: [...merged.values()],
  });
}
