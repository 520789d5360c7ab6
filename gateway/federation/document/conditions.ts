/**
 * Takes out of a document what `@skip` and `@include` leave out, by the variables of the request. The planner of @apollo/query-planner 2.14 puts
 * conditions that stand below one another together wrongly: what was left out was fetched and its refusal told, and a list of which nothing is left
 * was null.
 */
import { type DirectiveNode, type DocumentNode, Kind, type SelectionNode, visit } from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

/** What a condition says: whether the selection stays. Undefined for any other directive. */
function staysBy({ name, arguments: given }: DirectiveNode, variables: Variables): boolean | undefined {
  if (name.value !== 'include' && name.value !== 'skip') return undefined;
  const value = given?.find((one) => one.name.value === 'if')?.value;
  const holds =
    value?.kind === Kind.BOOLEAN
      ? value.value
      : value?.kind === Kind.VARIABLE
        ? variables[value.name.value] === true
        : undefined;
  return holds === undefined ? undefined : holds === (name.value === 'include');
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

function decide(document: DocumentNode, variables: Variables): DocumentNode {
  return visit(document, {
    SelectionSet: (set) => {
      const selections = set.selections.flatMap((selection): SelectionNode[] => {
        const { directives = [] } = selection;
        if (directives.some((one) => staysBy(one, variables) === false)) return [];
        const left = directives.filter((one) => staysBy(one, variables) === undefined);
        return left.length === directives.length ? [selection] : [{ ...selection, directives: left }];
      });
      if (selections.length === set.selections.length && selections.every((one, at) => one === set.selections[at]))
        return undefined;
      return { ...set, selections: selections.length === 0 ? [NOTHING] : selections };
    },
  });
}

/** Names of the variables that decide on selections. */
function deciding(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ name, arguments: given = [] }) => {
      if (name.value === 'skip' || name.value === 'include')
        for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names].sort();
}

interface Known {
  readonly names: readonly string[];
  /** What was made of the document, by the values of these variables. */
  readonly made: Map<string, DocumentNode>;
}

/** So many are remembered of a document: a client decides by few variables, an attacker by many. */
const MADE_MAX = 32;

const known = new WeakMap<DocumentNode, Known>();

/** The same document with its conditions decided, and how they were decided. Parsed documents are reused, and so is what is made of them. */
export function withConditionsDecided(
  document: DocumentNode,
  variables: Variables,
): { readonly document: DocumentNode; readonly decided: string } {
  const of = known.get(document) ?? { names: deciding(document), made: new Map<string, DocumentNode>() };
  known.set(document, of);
  const decided = of.names.map((name) => (variables[name] === true ? '1' : '0')).join('');
  let made = of.made.get(decided);
  if (made === undefined) {
    made = decide(document, variables);
    if (of.made.size >= MADE_MAX) of.made.clear();
    of.made.set(decided, made);
  }
  return { document: made, decided };
}
