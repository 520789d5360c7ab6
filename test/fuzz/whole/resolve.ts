/** How a field of the merged schema is resolved: by its owner, from the owner's own row, which `_entities` of that subgraph gives for the key. */
import {
  defaultFieldResolver,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLTypeResolver,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
} from 'graphql';
import { SUBGRAPH_NAMES, type SubgraphName } from '../../../subgraphs/names.ts';
import type { ClientRequest, Context } from '../../../subgraphs/request/context.ts';
import { contextOf } from '../../../subgraphs/subgraph.ts';
import type { Owners, Subgraphs } from './owners.ts';

/** What all fields of one operation share: the request, and what each subgraph's resolvers receive. */
export interface Whole {
  context(name: SubgraphName): Promise<Context>;
  /** Contexts that are there. */
  readonly opened: Map<SubgraphName, Context>;
  /** Why the request cannot be answered at all: no context could be opened. */
  readonly faults: Set<unknown>;
  /** Fields, as `Type.field`, that were answered with a value. */
  readonly answered: Set<string>;
}

export function wholeOf(request: ClientRequest, answered: Set<string>): Whole {
  const opening = new Map<SubgraphName, Promise<Context>>();
  const opened = new Map<SubgraphName, Context>();
  const faults = new Set<unknown>();
  const open = async (name: SubgraphName): Promise<Context> => {
    try {
      const context = await contextOf(request, true);
      opened.set(name, context);
      return context;
    } catch (error) {
      faults.add(error);
      throw error;
    }
  };
  return {
    opened,
    faults,
    answered,
    context: (name) => {
      const known = opening.get(name) ?? open(name);
      opening.set(name, known);
      return known;
    },
  };
}

/** A row with the subgraph that gave it, and the rows that others have of the same entity. */
class Held {
  readonly others = new Map<string, Promise<unknown>>();
  readonly home: SubgraphName;
  readonly row: unknown;
  constructor(home: SubgraphName, row: unknown) {
    this.home = home;
    this.row = row;
  }
}

/** Errors stand in lists for the elements that were refused, and stay as they are. */
function held(home: SubgraphName, value: unknown): unknown {
  if (value === null || value === undefined || value instanceof Error) return value;
  if (value instanceof Promise) return value.then((settled) => held(home, settled));
  if (Array.isArray(value)) return value.map((one) => held(home, one));
  return new Held(home, value);
}

const objectOf = (subgraphs: Subgraphs, name: SubgraphName, type: string): GraphQLObjectType =>
  subgraphs[name].schema.getType(type) as GraphQLObjectType;

/** A field by the resolver of a subgraph, from its own row. */
async function byOwn(
  subgraphs: Subgraphs,
  name: SubgraphName,
  type: string,
  field: string,
  row: unknown,
  args: Record<string, unknown>,
  whole: Whole,
  info: GraphQLResolveInfo,
): Promise<unknown> {
  const definition = objectOf(subgraphs, name, type).getFields()[field];
  if (definition === undefined) throw new Error(`${name} has no ${type}.${field}.`);
  const { schema } = subgraphs[name];
  const within: GraphQLResolveInfo =
    info.fieldName === field
      ? { ...info, schema }
      : { ...info, schema, fieldName: field, path: { prev: info.path.prev, key: field, typename: type } };
  return (definition.resolve ?? defaultFieldResolver)(row, args, await whole.context(name), within);
}

export function resolverOf(subgraphs: Subgraphs, owners: Owners, place: string): GraphQLFieldResolver<unknown, Whole> {
  const [typeName = '', fieldName = ''] = place.split('.');
  /** The value of a field for the representation of an entity, as JSON has it. */
  const told = async (parent: Held, type: string, field: string, whole: Whole, info: GraphQLResolveInfo) => {
    const name = owners.fields.get(`${type}.${field}`)?.by.find((one) => one === parent.home) ?? undefined;
    const by = name ?? owners.fields.get(`${type}.${field}`)?.by[0];
    if (by === undefined) throw new Error(`Nobody answers ${type}.${field}.`);
    const row = by === parent.home ? parent.row : await entity(parent, by, type, [], whole, info);
    const value = row === null ? null : await byOwn(subgraphs, by, type, field, row, {}, whole, info);
    const leaf = getNamedType(objectOf(subgraphs, by, type).getFields()[field]?.type);
    return value === null || value === undefined || !isLeafType(leaf) ? null : leaf.serialize(value);
  };
  /** The row that a subgraph has of an entity of another one: what its own `_entities` answers to the key. */
  const entity = (
    parent: Held,
    name: SubgraphName,
    type: string,
    requires: readonly string[],
    whole: Whole,
    info: GraphQLResolveInfo,
  ): Promise<unknown> => {
    const cross = async (): Promise<unknown> => {
      const key = owners.keys.get(`${type}@${name}`);
      if (key === undefined) throw new Error(`${name} has no key of ${type}.`);
      const representation: Record<string, unknown> = {
        __typename: type,
        [key]: await told(parent, type, key, whole, info),
      };
      if (representation[key] === null) return null;
      for (const field of requires) representation[field] = await told(parent, type, field, whole, info);
      const entities = await byOwn(
        subgraphs,
        name,
        'Query',
        '_entities',
        undefined,
        { representations: [representation] },
        whole,
        info,
      );
      return (await (entities as readonly unknown[])[0]) ?? null;
    };
    const id = [name, ...requires].join();
    const known = parent.others.get(id) ?? cross();
    parent.others.set(id, known);
    return known;
  };
  return async (parent, args, whole, info) => {
    const type = parent instanceof Held ? info.parentType.name : typeName;
    const owned = owners.fields.get(`${type}.${fieldName}`);
    const [first] = owned?.by ?? [];
    if (owned === undefined || first === undefined) throw new Error(`Nobody answers ${place}.`);
    const atHome = parent instanceof Held && owned.requires.length === 0 && owned.by.includes(parent.home);
    const name = atHome ? parent.home : first;
    const row = !(parent instanceof Held)
      ? parent
      : atHome
        ? parent.row
        : await entity(parent, name, type, owned.requires, whole, info);
    if (parent instanceof Held && row === null) return null;
    const value = await byOwn(subgraphs, name, type, fieldName, row, args, whole, info);
    if (value !== null && value !== undefined && !(value instanceof Error)) whole.answered.add(`${type}.${fieldName}`);
    return isCompositeType(getNamedType(info.returnType)) ? held(name, value) : value;
  };
}

/** Tells an interface's rows apart as the subgraph does that gave the row. */
export const typeResolverOf =
  (subgraphs: Subgraphs, face: string): GraphQLTypeResolver<Held, Whole> =>
  (value, whole, info) => {
    const type = SUBGRAPH_NAMES.filter((name) => name === value.home)
      .map((name) => subgraphs[name].schema.getType(face))
      .find(isInterfaceType);
    const context = whole.opened.get(value.home);
    if (type?.resolveType === undefined || type.resolveType === null || context === undefined)
      throw new Error(`${value.home} cannot tell the rows of ${face} apart.`);
    return type.resolveType(value.row, context, info, type);
  };
