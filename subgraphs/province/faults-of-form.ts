/** Says what is wrong with the form of a file: each issue that zod found as a sentence in both languages, with the path that it is about. */
import type { z } from 'zod';
import type { Localized } from '../../schema/localized.ts';
import { PROVINCE_FAULTS as SAY } from '../../schema/messages/province/form.ts';
import { FORM, NO_DATE, ProvinceForm, UNSEEN } from './form.ts';

export interface FaultAt {
  readonly path: readonly (string | number)[];
  readonly said: Localized;
}

type Issue = z.core.$ZodIssue;

/** The value that the file has under a path. */
const under = (value: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown> | null)?.[step], value);

/** How a sentence names what it is about: the key, or the key of the list that it stands in. */
const nameOf = (path: readonly (string | number)[]): string =>
  String([...path].reverse().find((step) => typeof step === 'string') ?? 'The file');

interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, { readonly _zod: { readonly def: Definition } }>>;
  readonly innerType?: { readonly _zod: { readonly def: Definition } };
  readonly element?: { readonly _zod: { readonly def: Definition } };
  readonly in?: { readonly _zod: { readonly def: Definition } };
}

/** The keys that an entry under a path may have. */
function keysUnder(path: readonly (string | number)[]): readonly string[] {
  let definition: Definition | undefined = ProvinceForm._zod.def as unknown as Definition;
  const bare = (from: Definition | undefined): Definition | undefined => {
    let inner = from;
    while (inner !== undefined && inner.shape === undefined && inner.element === undefined) {
      const next: Definition | undefined = (inner.innerType ?? inner.in)?._zod.def;
      if (next === undefined) return inner;
      inner = next;
    }
    return inner;
  };
  for (const step of path) {
    const here = bare(definition);
    definition = typeof step === 'number' ? here?.element?._zod.def : here?.shape?.[step]?._zod.def;
  }
  return Object.keys(bare(definition)?.shape ?? {});
}

function typeFault(expected: string, name: string): Localized {
  switch (expected) {
    case 'string':
      return SAY.text(name);
    case 'int':
    case 'number':
      return SAY.number(name);
    case 'boolean':
      return SAY.truth(name);
    case 'array':
      return SAY.list(name);
    default:
      return SAY.entry(name);
  }
}

function said(issue: Issue, path: readonly (string | number)[], value: unknown): Localized {
  const name = nameOf(path);
  if (path.length === 1 && path[0] === 'form') return value === undefined ? SAY.noForm(FORM) : SAY.otherForm(FORM);
  if (value === undefined && issue.code !== 'unrecognized_keys') return SAY.missing(name);
  switch (issue.code) {
    case 'invalid_type':
      return typeFault(issue.expected, name);
    case 'invalid_value':
      return SAY.noneOf(name, issue.values.map(String));
    case 'too_small':
      if (issue.origin === 'array') return SAY.emptyList(name);
      return issue.origin === 'string' ? SAY.emptyText(name) : SAY.less(name, String(issue.minimum));
    case 'too_big':
      if (issue.origin === 'array') return SAY.longList(name, Number(issue.maximum));
      return issue.origin === 'string'
        ? SAY.longText(name, Number(issue.maximum))
        : SAY.more(name, String(issue.maximum));
    default:
      if (issue.message === UNSEEN) return SAY.unseen(name);
      return issue.message === NO_DATE ? SAY.date(name) : SAY.entry(name);
  }
}

/** Every issue as sentences: one for each key that is not known. */
export function faultsOfForm(issues: readonly Issue[], value: unknown): FaultAt[] {
  return issues.flatMap((issue): FaultAt[] => {
    const path = issue.path as (string | number)[];
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ path: [...path, key], said: SAY.unknownKey(key, keysUnder(path)) }));
    return [{ path, said: said(issue, path, under(value, path)) }];
  });
}
