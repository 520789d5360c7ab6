/** Which subgraph answers which field, by which keys its entities are told apart, and what a field requires of others: read from the SDL. */
import { type DirectiveNode, isObjectType, type ObjectTypeDefinitionNode } from 'graphql';
import { SUBGRAPH_NAMES, type SubgraphName } from '../../../subgraphs/names.ts';
import type { Subgraph } from '../../../subgraphs/subgraph.ts';

export type Subgraphs = Readonly<Record<SubgraphName, Subgraph>>;

export interface Owned {
  /** Subgraphs whose resolvers answer the field, in reading order. */
  readonly by: readonly SubgraphName[];
  /** Names of fields of other subgraphs that its resolver needs. */
  readonly requires: readonly string[];
}

export interface Owners {
  /** By `Type.field`. */
  readonly fields: ReadonlyMap<string, Owned>;
  /** The key by which a subgraph finds an entity of a type, by `Type@subgraph`. */
  readonly keys: ReadonlyMap<string, string>;
}

type Directed = { readonly directives?: readonly DirectiveNode[] | undefined } | null | undefined;

export const directive = (node: Directed, name: string): DirectiveNode | undefined =>
  node?.directives?.find((one) => one.name.value === name);

/** The names in the argument `fields`. Throws for a set within a set, which no subgraph has. */
function fieldSet(node: DirectiveNode | undefined): readonly string[] {
  const value = node?.arguments?.find(({ name }) => name.value === 'fields')?.value;
  if (value?.kind !== 'StringValue') return [];
  if (value.value.includes('{'))
    throw new Error(`The set "${value.value}" holds another one, which is not merged here.`);
  return value.value.trim().split(/\s+/);
}

/** The definition and the extensions of an object type, as a subgraph has them. */
const nodesOf = (type: { readonly astNode?: unknown; readonly extensionASTNodes?: readonly unknown[] }) =>
  [type.astNode, ...(type.extensionASTNodes ?? [])].filter(
    (node): node is ObjectTypeDefinitionNode => node !== null && node !== undefined,
  );

export function ownersOf(subgraphs: Subgraphs): Owners {
  const fields = new Map<string, Owned>();
  const keys = new Map<string, string>();
  for (const name of SUBGRAPH_NAMES)
    for (const type of Object.values(subgraphs[name].schema.getTypeMap())) {
      if (!isObjectType(type) || type.name.startsWith('__')) continue;
      for (const node of nodesOf(type)) {
        const [key, ...more] = fieldSet(directive(node, 'key'));
        if (more.length > 0) throw new Error(`The key of ${type.name} has several fields, which is not merged here.`);
        if (key !== undefined) keys.set(`${type.name}@${name}`, key);
      }
      for (const field of Object.values(type.getFields())) {
        if (directive(field.astNode, 'external') !== undefined) continue;
        const place = `${type.name}.${field.name}`;
        const before = fields.get(place);
        fields.set(place, {
          by: [...(before?.by ?? []), name],
          requires: before?.requires ?? fieldSet(directive(field.astNode, 'requires')),
        });
      }
    }
  return { fields, keys };
}
