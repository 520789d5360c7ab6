/**
 * Takes out of a document what `@skip(if: true)` and `@include(if: false)` leave out. Where a variable decides on a field, the planner of
 * @apollo/query-planner 2.14 drops conditions without a variable below it, so that what was left out was fetched, and its refusal told.
 */
import { type DirectiveNode, type DocumentNode, Kind, type SelectionNode, visit } from 'graphql';

/** What a condition without a variable says: whether the selection stays. Undefined for any other directive. */
function staysBy({ name, arguments: given }: DirectiveNode): boolean | undefined {
  const value = given?.find((one) => one.name.value === 'if')?.value;
  if (value?.kind !== Kind.BOOLEAN) return undefined;
  if (name.value === 'include') return value.value;
  return name.value === 'skip' ? !value.value : undefined;
}

/** Stands in a selection that nothing is left of: an object without fields. */
const NOTHING: SelectionNode = {
  kind: Kind.FIELD,
  name: { kind: Kind.NAME, value: '__typename' },
  directives: [
    {
      kind: Kind.DIRECTIVE,
      name: { kind: Kind.NAME, value: 'skip' },
      arguments: [
        {
          kind: Kind.ARGUMENT,
          name: { kind: Kind.NAME, value: 'if' },
          value: { kind: Kind.BOOLEAN, value: true },
        },
      ],
    },
  ],
};

const known = new WeakMap<DocumentNode, DocumentNode>();

/** The same document without them. Parsed documents are reused, and so is what is made of them. */
export function withoutConstantConditions(document: DocumentNode): DocumentNode {
  const found = known.get(document);
  if (found !== undefined) return found;
  const made = visit(document, {
    SelectionSet: (set) => {
      const selections = set.selections.flatMap((selection): SelectionNode[] => {
        const { directives = [] } = selection;
        if (directives.some((one) => staysBy(one) === false)) return [];
        const left = directives.filter((one) => staysBy(one) === undefined);
        return left.length === directives.length ? [selection] : [{ ...selection, directives: left }];
      });
      if (selections.length === set.selections.length && selections.every((one, at) => one === set.selections[at]))
        return undefined;
      return { ...set, selections: selections.length === 0 ? [NOTHING] : selections };
    },
  });
  known.set(document, made);
  return made;
}
