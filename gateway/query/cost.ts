/**
 * Estimates the cost of a query before it is planned. Each object that the query can return costs one. List sizes come from `@listSize` in
 * the SDL or from the query's arguments, and `@cost` sets another weight (IBM's cost directives, as federation composes them).
 */
import {
  type DirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
  type TypeNode,
  type ValueNode,
} from 'graphql';
import { tooCostly } from '../../schema/errors.ts';
import { documentMessages } from '../../schema/messages/door/documents.ts';
import { LIMITS } from './limits.ts';

interface FieldCost {
  /** Name of the type that the field returns. */
  readonly to: string;
  readonly weight: number;
  readonly size: {
    readonly assumed: number;
    readonly slicing: readonly string[];
    readonly sized: readonly string[];
  } | null;
  /** Arguments that are lists. A field without pages returns at most one object for each element of such a list. */
  readonly lists: readonly string[];
}

type Variables = Readonly<Record<string, unknown>>;

const literal = (node: ValueNode): unknown =>
  node.kind === Kind.INT || node.kind === Kind.FLOAT
    ? Number(node.value)
    : node.kind === Kind.LIST
      ? node.values.map(literal)
      : node.kind === Kind.STRING || node.kind === Kind.BOOLEAN
        ? node.value
        : null;

const argumentOf = (directive: DirectiveNode | undefined, name: string): unknown => {
  const found = directive?.arguments?.find((argument) => argument.name.value === name);
  return found === undefined ? undefined : literal(found.value);
};

function named(type: TypeNode): { readonly name: string; readonly list: boolean } {
  if (type.kind === Kind.NAMED_TYPE) return { name: type.name.value, list: false };
  const inner = named(type.type);
  return { name: inner.name, list: inner.list || type.kind === Kind.LIST_TYPE };
}

/** Cost of a mutation: it writes, and so costs more than a field that is read. */
const MUTATION = 10;

function fieldCost(field: FieldDefinitionNode, leaves: ReadonlySet<string>, mutation: boolean): FieldCost {
  const { name } = named(field.type);
  const directive = (wanted: string): DirectiveNode | undefined =>
    field.directives?.find((one) => one.name.value === wanted);
  const size = directive('listSize');
  const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
  return {
    to: name,
    weight: Number(argumentOf(directive('cost'), 'weight') ?? (mutation ? MUTATION : leaves.has(name) ? 0 : 1)),
    size:
      size === undefined
        ? null
        : {
            assumed: Number(argumentOf(size, 'assumedSize') ?? 1),
            slicing: texts(argumentOf(size, 'slicingArguments')),
            sized: texts(argumentOf(size, 'sizedFields')),
          },
    lists: (field.arguments ?? []).filter(({ type }) => named(type).list).map((argument) => argument.name.value),
  };
}

/** Returns a function that estimates the cost of a document. `limits.ts` must have passed the document: fragments are expanded here. */
export function costCounter(supergraph: string): (document: DocumentNode, variables: Variables) => number {
  const { definitions } = parse(supergraph, { noLocation: true });
  const leaves = new Set(['String', 'Int', 'Float', 'Boolean', 'ID']);
  const objects = new Set<string>();
  for (const definition of definitions)
    if (definition.kind === Kind.ENUM_TYPE_DEFINITION || definition.kind === Kind.SCALAR_TYPE_DEFINITION)
      leaves.add(definition.name.value);
    else if (definition.kind === Kind.OBJECT_TYPE_DEFINITION) objects.add(definition.name.value);
  const types = new Map<string, ReadonlyMap<string, FieldCost>>();
  for (const definition of definitions)
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION) {
      const mutation = definition.name.value === 'Mutation';
      const fields = definition.fields ?? [];
      types.set(
        definition.name.value,
        new Map(fields.map((field) => [field.name.value, fieldCost(field, leaves, mutation)])),
      );
    }

  return (document, variables) => {
    const fragments = new Map<string, FragmentDefinitionNode>();
    let operation: OperationDefinitionNode | undefined;
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
      else if (definition.kind === Kind.OPERATION_DEFINITION) operation = definition;
    const defaults = new Map(
      (operation?.variableDefinitions ?? []).map(({ variable, defaultValue }) => [variable.name.value, defaultValue]),
    );
    const argumentValue = (node: ValueNode | undefined): unknown => {
      if (node?.kind !== Kind.VARIABLE) return node === undefined ? undefined : literal(node);
      const fallback = defaults.get(node.name.value);
      return variables[node.name.value] ?? (fallback === undefined ? undefined : literal(fallback));
    };

    const sizeOf = (field: FieldCost, given: ReadonlyMap<string, ValueNode>): number => {
      if (field.size === null) return 1;
      const { assumed, slicing } = field.size;
      const sizes = slicing.map((name) => argumentValue(given.get(name))).filter((value) => typeof value === 'number');
      // A page size beyond the largest page costs no more here: the resolver refuses it with an error of its own.
      if (sizes.length > 0) return Math.min(Math.max(0, ...sizes), Math.max(LIMITS.page, assumed));
      // A list argument of a paged field only filters its rows: one kind of record can fill a page as well as all kinds.
      if (slicing.length > 0) return assumed;
      const lengths = field.lists.flatMap((name) => {
        const value = argumentValue(given.get(name));
        return Array.isArray(value) ? [value.length] : [];
      });
      return Math.min(assumed, ...lengths);
    };

    const open = new Set<string>();
    /** Cost of a selection. A row is of one type, so among fragments on different types only the most expensive one counts. */
    const ofSelection = (set: SelectionSetNode, type: string, sized: readonly string[], size: number): number => {
      let common = 0;
      const distinct = new Map<string, number>();
      const into = (condition: string, cost: number): void => {
        if (condition === type || !objects.has(condition)) common += cost;
        else distinct.set(condition, (distinct.get(condition) ?? 0) + cost);
      };
      for (const selection of set.selections) {
        if (selection.kind === Kind.INLINE_FRAGMENT) {
          const condition = selection.typeCondition?.name.value ?? type;
          into(condition, ofSelection(selection.selectionSet, condition, sized, size));
        } else if (selection.kind === Kind.FRAGMENT_SPREAD) {
          const { value } = selection.name;
          const fragment = fragments.get(value);
          if (fragment === undefined || open.has(value)) continue;
          open.add(value);
          const condition = fragment.typeCondition.name.value;
          into(condition, ofSelection(fragment.selectionSet, condition, sized, size));
          open.delete(value);
        } else {
          const field = types.get(type)?.get(selection.name.value);
          if (field === undefined) continue;
          const own = sizeOf(field, new Map((selection.arguments ?? []).map(({ name, value }) => [name.value, value])));
          const within = field.size?.sized ?? [];
          const inner =
            selection.selectionSet === undefined ? 0 : ofSelection(selection.selectionSet, field.to, within, own);
          const times = within.length > 0 ? 1 : sized.includes(selection.name.value) ? size : own;
          common += times * (field.weight + inner);
        }
      }
      return common + Math.max(0, ...distinct.values());
    };
    if (operation === undefined) return 0;
    const root = operation.operation === 'mutation' ? 'Mutation' : 'Query';
    return ofSelection(operation.selectionSet, root, [], 1);
  };
}

/** Throws TOO_COSTLY, with cost and limit, where the cost is over the limit. */
export function checkCost(cost: number): void {
  if (cost > LIMITS.cost) throw tooCostly('COST', documentMessages.cost(Math.ceil(cost), LIMITS.cost));
}
