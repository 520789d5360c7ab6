/** Reads a province file: YAML to entries, and every fault of its form with line and column. */
import { isAlias, isMap, isNode, isPair, isScalar, LineCounter, type ParsedNode, parseDocument, visit } from 'yaml';
import type { Localized } from '../../schema/localized.ts';
import { PROVINCE_FAULTS as SAY, YAML_FAULTS } from '../../schema/messages/province/form.ts';
import { faultsOfForm } from './faults-of-form.ts';
import { type Province, ProvinceForm } from './form.ts';

/** Where something stands in the file, counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Fault extends Place {
  readonly said: Localized;
}

/** Keys and list positions from the top of the file down. */
export type Path = readonly (string | number)[];

export interface ProvinceFile {
  readonly province: Province;
  /** The place of an entry, or of the nearest one around it that the file writes. */
  placeOf(path: Path): Place;
}

export type ReadFile =
  | { readonly ok: true; readonly file: ProvinceFile }
  | { readonly ok: false; readonly faults: readonly Fault[] };

const BYTES_MAX = 8_000_000;
const MILLION = 1_000_000;

const refused = (said: Localized): ReadFile => ({ ok: false, faults: [{ line: 1, column: 1, said }] });

/** Position of the first byte that is not UTF-8, counted from 1. */
function firstForeignByte(bytes: Uint8Array): number {
  let [low, high] = [0, bytes.length];
  // Decoded as a stream, a character that is cut at the end is no fault yet.
  const fits = (length: number): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle + 1)) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}

function textOf(bytes: Uint8Array): string | ReadFile {
  if (bytes.length > BYTES_MAX) return refused(SAY.tooLarge(BYTES_MAX / MILLION));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refused(SAY.notUtf8(firstForeignByte(bytes)));
  }
}

/** Anchors and aliases: YAML has them, and a file that is reviewed does not need them. They are never followed, so that none can multiply. */
function aliasesIn(document: ReturnType<typeof parseDocument>): { at: number; said: Localized }[] {
  const found: { at: number; said: Localized }[] = [];
  visit(document, {
    Node: (_key, node) => {
      const at = (node as ParsedNode).range?.[0] ?? 0;
      if (isAlias(node) || node.anchor !== undefined) found.push({ at, said: YAML_FAULTS.ALIAS });
    },
  });
  return found;
}

const byPlace = (one: Fault, other: Fault): number => one.line - other.line || one.column - other.column;

/** Reads the bytes of a file. All faults of its form are told together, in the order of the file. */
export function readProvince(bytes: Uint8Array): ReadFile {
  const text = textOf(bytes);
  if (typeof text !== 'string') return text;
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    resolveKnownTags: false,
    logLevel: 'error',
  });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const broken = [
    ...document.errors.map(({ code, pos }) => ({
      at: pos[0],
      said: YAML_FAULTS[code as keyof typeof YAML_FAULTS] ?? YAML_FAULTS.OTHER,
    })),
    ...document.warnings.map(({ pos }) => ({ at: pos[0], said: YAML_FAULTS.TAG })),
    ...aliasesIn(document),
  ];
  if (broken.length > 0) {
    // One fault often makes the parser stumble again at the same place.
    const first = new Map(broken.reverse().map(({ at, said }) => [at, said]));
    const faults = [...first].map(([at, said]): Fault => ({ ...placeAt(at), said }));
    return { ok: false, faults: faults.sort(byPlace) };
  }

  /** Offset of what stands under a path: a key where the path ends at one, otherwise the value or what is around it. */
  const offsetOf = (path: Path): number => {
    let node: unknown = document.contents;
    let at = isNode(node) ? ((node as ParsedNode).range?.[0] ?? 0) : 0;
    for (const step of path) {
      if (isMap(node)) {
        const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
        if (!isPair(pair)) return at;
        at = (pair.key as ParsedNode).range?.[0] ?? at;
        node = pair.value;
      } else {
        const next: unknown = (node as { items?: readonly unknown[] } | null)?.items?.[Number(step)];
        if (!isNode(next)) return at;
        node = next;
        at = (next as ParsedNode).range?.[0] ?? at;
      }
    }
    return at;
  };
  const placeOf = (path: Path): Place => placeAt(offsetOf(path));

  const value: unknown = document.toJS();
  if (value === null || value === undefined) return refused(SAY.empty());
  const parsed = ProvinceForm.safeParse(value);
  if (!parsed.success) {
    const faults = faultsOfForm(parsed.error.issues, value).map(({ path, said }) => ({ ...placeOf(path), said }));
    return { ok: false, faults: faults.sort(byPlace) };
  }
  const { form: _form, ...province } = parsed.data;
  return { ok: true, file: { province, placeOf } };
}
