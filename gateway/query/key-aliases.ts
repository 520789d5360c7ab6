/**
 * Aliases that take the name of a field by which the gateway joins an entity. The planner adds keys and required fields to a selection under their
 * own names, also where another field stands under that name, so that the answer held a key in place of what was asked, null, or a fault
 * (apollographql/federation #3036). Such an alias is refused before planning.
 */
import {
  BREAK,
  buildSchema,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
  TypeInfo,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { badInput } from '../../schema/errors.ts';
import { documentMessages } from '../../schema/messages/door/documents.ts';

type Names = Map<string, Set<string>>;

const argumentOf = (directive: DirectiveNode, name: string): string | undefined => {
  const given = directive.arguments?.find((one) => one.name.value === name)?.value;
  const value = given === undefined ? undefined : valueFromASTUntyped(given);
  return typeof value === 'string' ? value : undefined;
};

/** Adds the fields of a set such as `id unit { code }` to the names of its type and of the types within. */
function addFieldSet(schema: GraphQLSchema, names: Names, type: GraphQLNamedType, set: SelectionSetNode): void {
  for (const selection of set.selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const condition = selection.typeCondition && schema.getType(selection.typeCondition.name.value);
      addFieldSet(schema, names, condition ?? type, selection.selectionSet);
    } else if (selection.kind === Kind.FIELD) {
      const known = names.get(type.name) ?? new Set();
      names.set(type.name, known.add(selection.name.value));
      const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[selection.name.value] : undefined;
      if (selection.selectionSet !== undefined && field !== undefined)
        addFieldSet(schema, names, getNamedType(field.type), selection.selectionSet);
    }
  }
}

/** By type, the names that the gateway selects for itself: fields of every key and those that other fields require. */
function joiningNames(schema: GraphQLSchema): ReadonlyMap<string, ReadonlySet<string>> {
  const names: Names = new Map();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    const sets = [
      ...(type.astNode?.directives ?? []).map((directive) => argumentOf(directive, 'key')),
      ...(type.astNode?.fields ?? []).flatMap(({ directives = [] }) =>
        directives.map((directive) => argumentOf(directive, 'requires')),
      ),
    ];
    for (const set of sets)
      if (set !== undefined) {
        const [parsed] = parse(`{ ${set} }`).definitions;
        if (parsed?.kind === Kind.OPERATION_DEFINITION) addFieldSet(schema, names, type, parsed.selectionSet);
      }
  }
  // What is selected on an interface or union is selected on each of its types; an interface may have a key that is its types' too.
  const all = new Map<string, ReadonlySet<string>>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isCompositeType(type)) continue;
    const related = [type, ...(isAbstractType(type) ? schema.getPossibleTypes(type) : type.getInterfaces())];
    all.set(type.name, new Set(related.flatMap(({ name }) => [...(names.get(name) ?? [])])));
  }
  return all;
}

/** The first such field of a document, and the type that it is selected on. */
function firstTaken(
  schema: GraphQLSchema,
  names: ReadonlyMap<string, ReadonlySet<string>>,
  document: DocumentNode,
): { readonly field: FieldNode; readonly type: string } | undefined {
  const info = new TypeInfo(schema);
  let found: ReturnType<typeof firstTaken>;
  visit(
    document,
    visitWithTypeInfo(info, {
      Field: (field) => {
        const type = info.getParentType()?.name;
        const { alias, name } = field;
        if (type === undefined || alias === undefined || alias.value === name.value) return undefined;
        if (names.get(type)?.has(alias.value) !== true) return undefined;
        found = { field, type };
        return BREAK;
      },
    }),
  );
  return found;
}

/**
 * Returns a check of a document, which throws BAD_USER_INPUT with the alias and its place. Documents are kept without places, so that the text is
 * parsed again for it.
 */
export function keyAliases(supergraph: string): (document: DocumentNode, query: string) => void {
  const schema = buildSchema(supergraph, { assumeValidSDL: true });
  const names = joiningNames(schema);
  return (document, query) => {
    if (firstTaken(schema, names, document) === undefined) return;
    const found = firstTaken(schema, names, parse(query));
    const { line, column } = found?.field.alias?.loc?.startToken ?? {};
    throw badInput(
      'ALIAS_OF_KEY',
      documentMessages.aliasOfKey(String(found?.field.alias?.value), line ?? 0, column ?? 0, String(found?.type)),
    );
  };
}
