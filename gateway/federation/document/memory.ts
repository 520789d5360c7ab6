/** What is remembered of documents, bounded by their size: whoever sends many, or one whose conditions are decided in many ways, takes no more memory. */
import { type DefinitionNode, visit } from 'graphql';

/** Of a document: an operation and its fragments, the operation first. */
export type Definitions = readonly DefinitionNode[];

interface Kept<Made> {
  readonly definitions: Definitions;
  readonly made: Made;
  nodes: number;
}

function nodesOf(definitions: Definitions): number {
  let nodes = 0;
  for (const definition of definitions)
    visit(definition, {
      enter: () => {
        nodes += 1;
      },
    });
  return nodes;
}

/** Remembers what was made of a document that was asked for twice, and forgets what was not asked for longest. */
export class DocumentMemory<Made> {
  readonly #nodesMax: number;
  /** By the node of the operation: documents of one differ in fragments, whose conditions were decided another way. */
  readonly #known = new Map<DefinitionNode, readonly Kept<Made>[]>();
  /** In the order in which they were last asked for. */
  readonly #order = new Set<Kept<Made>>();
  readonly #asked = new WeakSet<DefinitionNode>();
  #nodes = 0;

  /** `nodesMax`: of all documents together. */
  constructor(nodesMax: number) {
    this.#nodesMax = nodesMax;
  }

  get nodes(): number {
    return this.#nodes;
  }

  find(definitions: Definitions): Made | undefined {
    const found = this.#known
      .get(definitions[0] as DefinitionNode)
      ?.find(
        (one) =>
          one.definitions.length === definitions.length &&
          one.definitions.every((node, at) => node === definitions[at]),
      );
    if (found === undefined) return undefined;
    this.#order.delete(found);
    this.#order.add(found);
    return found.made;
  }

  /** Whether it is asked for again, and worth remembering. */
  isAgain([first]: Definitions): boolean {
    if (first === undefined || this.#asked.has(first)) return first !== undefined;
    this.#asked.add(first);
    return false;
  }

  /** Returns what is told of more that is made of it later: it counts like so many nodes. */
  keep(definitions: Definitions, made: Made): (nodes: number) => void {
    const one = { definitions, made, nodes: 0 };
    const first = definitions[0] as DefinitionNode;
    this.#known.set(first, [...(this.#known.get(first) ?? []), one]);
    this.#order.add(one);
    this.#grow(one, nodesOf(definitions));
    return (nodes) => this.#grow(one, nodes);
  }

  #grow(one: Kept<Made>, nodes: number): void {
    // It was forgotten meanwhile, and ends with whoever uses it still.
    if (!this.#order.has(one)) return;
    one.nodes += nodes;
    this.#nodes += nodes;
    for (const eldest of this.#order) {
      if (this.#nodes <= this.#nodesMax) return;
      this.#forget(eldest);
    }
  }

  #forget(one: Kept<Made>): void {
    const first = one.definitions[0] as DefinitionNode;
    this.#order.delete(one);
    this.#nodes -= one.nodes;
    const others = this.#known.get(first)?.filter((other) => other !== one) ?? [];
    if (others.length === 0) this.#known.delete(first);
    else this.#known.set(first, others);
  }
}
