/** Whether more of records is asked for than their heads: what is not asked for is not read. */
import { type FieldNode, type GraphQLResolveInfo, isInterfaceType, Kind, type SelectionSetNode } from 'graphql';

/** Fields of the interface that are read with the content, since few ask for them. */
const WITH_CONTENT: ReadonlySet<string> = new Set(['source', 'history']);

/** By the field of a document, which is parsed once and asked again and again. */
const known = new WeakMap<FieldNode, boolean>();

type Fragments = GraphQLResolveInfo['fragments'];

/** Every field that is asked for at this level, through fragments on whatever type. */
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

/** Of a field that is a connection of records: whether no content of a record is asked for, under whatever condition. */
export const asksHeads = (info: GraphQLResolveInfo): boolean =>
  info.fieldNodes.every((node) => {
    let heads = known.get(node);
    if (heads === undefined) {
      heads = onlyHeads(node, info);
      known.set(node, heads);
    }
    return heads;
  });
