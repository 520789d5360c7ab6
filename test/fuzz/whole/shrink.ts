/** Makes a failing operation small: every selection, directive and fragment that can go without the operation becoming invalid is taken out. */
import {
  type ASTNode,
  type DirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  parse,
  print,
  type SelectionNode,
  validate,
  visit,
} from 'graphql';
import type { Question } from './pair.ts';

/** The fields of the selection in place of what holds them. */
const opened = (node: SelectionNode): readonly SelectionNode[] =>
  node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet.selections : [];

/** Without fragments and variables that nothing uses any more. */
function tidied(document: DocumentNode, variables: Question['variables']): Question {
  let current = document;
  for (let before = -1; before !== current.definitions.length; ) {
    before = current.definitions.length;
    const spread = new Set<string>();
    visit(current, { FragmentSpread: ({ name }) => void spread.add(name.value) });
    current = {
      ...current,
      definitions: current.definitions.filter(
        (one) => one.kind !== Kind.FRAGMENT_DEFINITION || spread.has(one.name.value),
      ),
    };
  }
  const used = new Set<string>();
  visit(current, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void used.add(name.value),
  });
  current = visit(current, {
    VariableDefinition: ({ variable }) => (used.has(variable.name.value) ? undefined : null),
  });
  return {
    query: print(current),
    variables: Object.fromEntries(Object.entries(variables).filter(([name]) => used.has(name))),
  };
}

/** The document with one node replaced by others, or without it. */
const without = (document: DocumentNode, taken: ASTNode, instead: readonly SelectionNode[] = []): DocumentNode =>
  visit(document, {
    SelectionSet: (set) => {
      const at = set.selections.indexOf(taken as SelectionNode);
      if (at === -1) return undefined;
      const selections = [...set.selections.slice(0, at), ...instead, ...set.selections.slice(at + 1)];
      return { ...set, selections };
    },
    Directive: (directive) => (directive === taken ? null : undefined),
  });

/** Smaller operations, the smallest first: each lacks one selection with all below it, or one wrapping. */
export function* smaller(schema: GraphQLSchema, { query, variables }: Question): Generator<Question> {
  const document = parse(query, { noLocation: true });
  const selections: SelectionNode[] = [];
  const directives: DirectiveNode[] = [];
  visit(document, {
    Field: (node) => void selections.push(node),
    InlineFragment: (node) => void selections.push(node),
    FragmentSpread: (node) => void selections.push(node),
    Directive: (node) => void directives.push(node),
  });
  const candidates = [
    ...selections.map((node) => without(document, node)),
    ...selections.filter((node) => opened(node).length > 0).map((node) => without(document, node, opened(node))),
    ...directives.map((node) => without(document, node)),
  ];
  for (const candidate of candidates) {
    let empty = false;
    visit(candidate, {
      SelectionSet: ({ selections: left }) => {
        if (left.length === 0) empty = true;
      },
    });
    if (empty) continue;
    const question = tidied(candidate, variables);
    if (validate(schema, parse(question.query)).length === 0) yield question;
  }
}
