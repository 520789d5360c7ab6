/** Whether a query selects only the heads of records. Then their content is not read. */
import { type FieldNode, type GraphQLResolveInfo, isInterfaceType, Kind, type SelectionSetNode } from 'graphql';

/** Fields of the interface CreditRecord that are read together with the content. */
const WITH_CONTENT: ReadonlySet<string> = new Set(['source', 'history', 'withheldTexts']);

/** Cached by the field node, because parsed documents are reused. */
const known = new WeakMap<FieldNode, boolean>();

type Fragments = GraphQLResolveInfo['fragments'];

/** Every field selected at this level, through fragments on any type. */
function* fieldsOf(selections: SelectionSetNode | undefined, fragments: Fragments): Generator<FieldNode> {
  for (const selection of selections?.selections ?? [])
    if (selection.kind === Kind.FIELD) yield selection;
    else
      yield* fieldsOf(
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection.selectionSet
          : fragments[selection.name.value]?.selectionSet,
        fragments,
      );
}

function onlyHeads(connection: FieldNode, { schema, fragments }: GraphQLResolveInfo): boolean {
  const record = schema.getType('CreditRecord');
  if (!isInterfaceType(record)) return false;
  const shared = record.getFields();
  const isHead = ({ name }: FieldNode): boolean =>
    name.value === '__typename' || (shared[name.value] !== undefined && !WITH_CONTENT.has(name.value));
  const below = (set: SelectionSetNode | undefined, wanted: string): FieldNode[] =>
    [...fieldsOf(set, fragments)].filter(({ name }) => name.value === wanted);
  const edges = below(connection.selectionSet, 'edges').flatMap((edge) => below(edge.selectionSet, 'node'));
  return [...below(connection.selectionSet, 'nodes'), ...edges].every(({ selectionSet }) =>
    [...fieldsOf(selectionSet, fragments)].every(isHead),
  );
}

/** Whether a field that returns a connection of records selects no content, whatever @skip and @include decide. */
export const asksHeads = (info: GraphQLResolveInfo): boolean =>
  info.fieldNodes.every((node) => {
    let heads = known.get(node);
    if (heads === undefined) {
      heads = onlyHeads(node, info);
      known.set(node, heads);
    }
    return heads;
  });
