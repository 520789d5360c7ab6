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
  for (const { name, selectionSet } of fieldsOf(connection.selectionSet, fragments))
    if (name.value === 'nodes')
      for (const { name: field } of fieldsOf(selectionSet, fragments))
        if (field.value !== '__typename' && (shared[field.value] === undefined || WITH_CONTENT.has(field.value)))
          return false;
  return true;
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
