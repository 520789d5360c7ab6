/**
 * The order of an answer: fields as the document asks for them (GraphQL, Serialized Map Ordering), and errors as the fields which they stand at. The
 * gateway puts fragments together and adds errors as its fetches come back, so that both orders would tell how the query was planned, and the second
 * which part was quicker.
 */
import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
  type OperationDefinitionNode,
} from 'graphql';
// The algorithm CollectFields of the specification, which graphql-js has but does not put into its index.
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';

type Fields = ReadonlyMap<string, readonly FieldNode[]>;
type Row = Record<string, unknown>;

export interface Operation {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** Values of the variables, with their defaults. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The data with its fields in the order of the document. Rows whose fields stand in order already are taken as they are. */
export function fieldsInOrder({ schema, operation, fragments, variables }: Operation, data: Row): Row {
  const given = [schema, { ...fragments }, { ...variables }] as const;
  const known = new Map<readonly FieldNode[], ReadonlyMap<GraphQLObjectType, Fields>>();

  /** What is asked for below some fields, for each type that a row there can have. */
  const below = (nodes: readonly FieldNode[], type: GraphQLOutputType): ReadonlyMap<GraphQLObjectType, Fields> => {
    const found = known.get(nodes);
    if (found !== undefined) return found;
    const named = getNamedType(type);
    const possible = isAbstractType(named) ? schema.getPossibleTypes(named) : isObjectType(named) ? [named] : [];
    const made = new Map(possible.map((one) => [one, collectSubfields(...given, one, nodes)]));
    known.set(nodes, made);
    return made;
  };
  /** Whether a row was met that none of its possible types fits. */
  let misfits = false;
  const asOf = (type: GraphQLObjectType, fields: Fields, row: Row, keys: readonly string[]): Row => {
    const entries = [...fields].map(([key, nodes]) => {
      const field = type.getFields()[nodes[0]?.name.value ?? ''];
      const value = row[key];
      return [key, field === undefined ? value : ofValue(value, nodes, field.type)] as const;
    });
    if (entries.every(([key, value], at) => key === keys[at] && value === row[key])) return row;
    return Object.fromEntries(entries);
  };
  /** An answer does not say of which type a row is; its fields do, and those of the rows below it, so far as the order depends on it. */
  const ofRow = (row: Row, possible: ReadonlyMap<GraphQLObjectType, Fields>): Row => {
    const keys = Object.keys(row);
    const before = misfits;
    let nearest: Row | undefined;
    for (const [type, fields] of possible) {
      if (fields.size !== keys.length || !keys.every((key) => fields.has(key))) continue;
      misfits = false;
      const ordered = asOf(type, fields, row, keys);
      if (!misfits) {
        misfits = before;
        return ordered;
      }
      nearest ??= ordered;
    }
    misfits = true;
    return nearest ?? row;
  };
  const ofValue = (value: unknown, nodes: readonly FieldNode[], type: GraphQLOutputType): unknown => {
    if (value === null || typeof value !== 'object' || nodes[0]?.selectionSet === undefined) return value;
    if (!Array.isArray(value)) return ofRow(value as Row, below(nodes, type));
    const ordered = value.map((one) => ofValue(one, nodes, type));
    return ordered.every((one, at) => one === value[at]) ? value : ordered;
  };
  const root = schema.getRootType(operation.operation);
  if (root === null || root === undefined) return data;
  return ofRow(data, new Map([[root, collectFields(...given, root, operation.selectionSet)]]));
}

type Path = NonNullable<GraphQLError['path']>;

/** Negative where the first path stands before the second in the answer. Fields that the answer lacks stand behind, by their names. */
function compare(data: unknown, left: Path, right: Path): number {
  let at = data;
  for (let level = 0; ; level += 1) {
    const [one, other] = [left[level], right[level]];
    if (one === undefined || other === undefined) return left.length - right.length;
    if (one !== other) {
      if (typeof one === 'number' && typeof other === 'number') return one - other;
      const keys = Object.keys(at ?? {});
      const [first = -1, second = -1] = [one, other].map((key) => keys.indexOf(String(key)));
      if (first !== second) return (first === -1 ? keys.length : first) - (second === -1 ? keys.length : second);
      return String(one) < String(other) ? -1 : 1;
    }
    at = (at as Record<string | number, unknown> | null | undefined)?.[one];
  }
}

/** What an error without a place says. Each part of the answer that could not be begun says it again. */
const said = ({ path, message, extensions }: GraphQLError): string | undefined =>
  path === undefined ? `${extensions.code} ${extensions.reason} ${message}` : undefined;

/** Errors without a place concern the whole: they come first, and each once. Those of one place keep their order. */
export function errorsInOrder(data: unknown, errors: readonly GraphQLError[]): readonly GraphQLError[] {
  if (errors.length < 2) return errors;
  const once = new Set<string>();
  const kept = errors.filter((error) => {
    const text = said(error);
    if (text === undefined) return true;
    return !once.has(text) && once.add(text);
  });
  return kept.sort((left, right) => compare(data, left.path ?? [], right.path ?? []));
}
