/**
 * The shape of an answer, made once a document: which fields stand in it, in the order of the document (GraphQL, 6.4.3 and "Serialized Map Ordering"), and
 * what may stand in each. The gateway works that out anew for each value of each answer. What is not as it should be, it works out still: a null where
 * none may be, a value that is none of its type, a row that does not say of which type it is.
 */
import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLBoolean,
  GraphQLFloat,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
  specifiedScalarTypes,
} from 'graphql';
// The algorithm CollectFields of the specification, which graphql-js has but does not put into its index.
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';

type Row = Record<string, unknown>;
type Made = (value: unknown) => unknown;
type Fields = ReadonlyMap<string, readonly FieldNode[]>;

/** Stands for a value that is not as it should be. */
const ODD = Symbol('odd');

/** Without a prototype, so that no name of a field means anything else. */
const Empty = function (this: Row) {} as unknown as new () => Row;
Empty.prototype = Object.create(null);

function leaf(type: GraphQLLeafType): (value: unknown) => boolean {
  if (isEnumType(type)) {
    const names = new Set<unknown>(type.getValues().map(({ name }) => name));
    return (value) => names.has(value);
  }
  // A scalar of our own is what the subgraph wrote.
  if (!specifiedScalarTypes.some(({ name }) => name === type.name)) return () => true;
  if (type.name === GraphQLBoolean.name) return (value) => typeof value === 'boolean';
  if (type.name === GraphQLFloat.name) return (value) => typeof value === 'number';
  if (type.name === 'Int') return (value) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31;
  return (value) => typeof value === 'string';
}

/**
 * Brings the data of the subgraphs into the shape of the answer. Undefined where something is not as it should be. The document has no conditions: they
 * were decided before (conditions.ts). Undefined too for a document that asks for the schema itself. `onMade` is told how many fields were worked out, at once and
 * later, when the first row of a type comes: of a document with aliases and fragments they are many more than its nodes.
 */
export function shapeOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
  onMade: (fields: number) => void = () => undefined,
): ((data: Row) => Row | undefined) | undefined {
  const given = [schema, { ...fragments }, {}] as const;
  let asksSchema = false;

  const ofFields = (type: GraphQLObjectType, fields: Fields): ((row: Row) => unknown) => {
    const keys = [...fields].map(([key, nodes]) => {
      const name = nodes[0]?.name.value ?? '';
      const field = type.getFields()[name];
      asksSchema ||= field === undefined && name !== '__typename';
      return { key, make: field === undefined ? undefined : ofType(field.type, nodes) };
    });
    onMade(keys.length);
    return (row) => {
      const made = new Empty();
      for (const { key, make } of keys) {
        if (make === undefined) made[key] = type.name;
        else {
          const value = make(Object.hasOwn(row, key) ? row[key] : null);
          if (value === ODD) return ODD;
          made[key] = value;
        }
      }
      return made;
    };
  };
  const ofRows = (type: GraphQLOutputType, nodes: readonly FieldNode[]): Made => {
    const named = getNamedType(type);
    const possible = isAbstractType(named) ? schema.getPossibleTypes(named) : isObjectType(named) ? [named] : [];
    const byName = new Map<unknown, (row: Row) => unknown>();
    // Made when the first row of the type comes: of some sixty types of records an answer has three.
    const of = (name: unknown): ((row: Row) => unknown) | undefined => {
      const known = byName.get(name);
      if (known !== undefined) return known;
      const found = possible.find((one) => one.name === name);
      if (found === undefined) return undefined;
      const made = ofFields(found, collectSubfields(...given, found, nodes));
      byName.set(name, made);
      return made;
    };
    const byDefault = isObjectType(named) ? named.name : undefined;
    if (byDefault !== undefined) of(byDefault);
    return (value) => {
      if (typeof value !== 'object' || Array.isArray(value)) return ODD;
      const row = value as Row;
      const make = of(Object.hasOwn(row, '__typename') ? row.__typename : byDefault);
      return make === undefined ? ODD : make(row);
    };
  };
  const ofType = (type: GraphQLOutputType, nodes: readonly FieldNode[]): Made => {
    if (isNonNullType(type)) {
      const make = ofType(type.ofType, nodes);
      return (value) => make(value) ?? ODD;
    }
    if (isListType(type)) {
      const make = ofType(type.ofType, nodes);
      return (value) => {
        if (value === null || value === undefined) return null;
        if (!Array.isArray(value)) return ODD;
        const made = new Array<unknown>(value.length);
        for (let at = 0; at < value.length; at += 1) {
          made[at] = make(value[at]);
          if (made[at] === ODD) return ODD;
        }
        return made;
      };
    }
    if (isLeafType(type)) {
      const fits = leaf(type);
      return (value) => (value === null || value === undefined ? null : fits(value) ? value : ODD);
    }
    const make = ofRows(type, nodes);
    return (value) => (value === null || value === undefined ? null : make(value));
  };

  const root = schema.getRootType(operation.operation);
  if (root === null || root === undefined) return undefined;
  const make = ofFields(root, collectFields(...given, root, operation.selectionSet));
  if (asksSchema) return undefined;
  return (data) => {
    const made = make(data);
    return made === ODD ? undefined : (made as Row);
  };
}
