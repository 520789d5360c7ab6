/** Registered units: anyone may look them up (Article 21: who answers for what). */

import { liesIn } from '../../../schema/law/asking/unit-region.ts';
import { hasEnded } from '../../../schema/law/asking/unit-roles.ts';
import { type Guard, open, openConnection, openEdge, type Policy, roles } from '../../authorization/policy.ts';
import type { Context } from '../../request/context.ts';
import type { Unit } from '../../request/directory.ts';
import { pageOfRows } from '../../request/paging.ts';
import { textKey } from '../../request/subjects/representations.ts';
import type { UnitPage } from '../rows.ts';
import type { QueryUnitsArgs, Resolvers } from '../types.generated.ts';

const isCode = (region: string): boolean => /^\d{6}$/.test(region);

const fits = (unit: Unit, args: Partial<QueryUnitsArgs>, today: string): boolean =>
  (args.kind == null || unit.kinds.includes(args.kind)) &&
  (args.level == null || unit.level === args.level) &&
  (args.region == null || (unit.region !== null && isCode(args.region) && liesIn(unit.region, args.region))) &&
  (args.line == null || unit.line === args.line) &&
  (args.name == null || unit.name.includes(args.name) || unit.nameEn.toLowerCase().includes(args.name.toLowerCase())) &&
  (args.ended == null || hasEnded(unit, today) === args.ended);

function unitPage(context: Context, { first, after, last, before, ...filter }: Partial<QueryUnitsArgs>): UnitPage {
  const { directory } = context.snapshot;
  const { kind, level, region, line, name, ended } = filter;
  const query = `units\n${JSON.stringify([kind ?? null, level ?? null, region ?? null, line ?? null, name ?? null, ended ?? null])}`;
  const units = [...directory.units.values()]
    .filter((unit) => fits(unit, filter, directory.today))
    .map(({ code }) => ({ code }))
    .sort((left, right) => (left.code < right.code ? -1 : 1));
  return pageOfRows(context, query, { first, after, last, before }, units, ({ code }) => code);
}

export const unitQueries: Pick<NonNullable<Resolvers['Query']>, 'units'> = {
  units: (_root, args, context) => unitPage(context, args),
};

/** The registered unit; undefined for a code that a row of an old database names and nobody registered. */
const unitOf = (context: Context, code: string): Unit | undefined => context.snapshot.directory.units.get(code);

export const unitResolvers: Pick<Resolvers, 'Unit'> = {
  Unit: {
    __resolveReference: (key, context) => {
      const code = textKey(key.code) ?? '';
      return unitOf(context, code) === undefined ? null : { code };
    },
    name: ({ code }, _args, context) => unitOf(context, code)?.name ?? null,
    nameEn: ({ code }, _args, context) => unitOf(context, code)?.nameEn ?? null,
    kind: ({ code }, _args, context) => unitOf(context, code)?.kind ?? null,
    kinds: ({ code }, _args, context) => unitOf(context, code)?.kinds ?? [],
    level: ({ code }, _args, context) => unitOf(context, code)?.level ?? null,
    region: ({ code }, _args, context) => unitOf(context, code)?.region ?? null,
    line: ({ code }, _args, context) => unitOf(context, code)?.line ?? null,
    uscc: ({ code }, _args, context) => unitOf(context, code)?.uscc ?? null,
    registeredAt: ({ code }, _args, context) => {
      const at = unitOf(context, code)?.registeredAt ?? null;
      return at === null ? null : new Date(at).toISOString();
    },
    endedOn: ({ code }, _args, context) => unitOf(context, code)?.endedOn ?? null,
    endReason: ({ code }, _args, context) => unitOf(context, code)?.endReason ?? null,
  },
};

export const unitQueryPolicy: Record<'units', Guard> = { units: open };

export const unitMutationPolicy: Record<'registerUnit' | 'endUnit', Guard> = {
  registerUnit: roles('21', 'OPERATOR', 'AUTHORITY'),
  endUnit: roles('21', 'AUTHORITY'),
};

export const unitPolicy: Pick<Policy<Resolvers>, 'Unit' | 'UnitConnection' | 'UnitEdge' | 'EndUnitResult'> = {
  Unit: {
    code: open,
    name: open,
    nameEn: open,
    kind: open,
    kinds: open,
    level: open,
    region: open,
    line: open,
    uscc: open,
    registeredAt: open,
    endedOn: open,
    endReason: open,
  },
  UnitConnection: openConnection,
  UnitEdge: openEdge,
  EndUnitResult: { code: open, endedOn: open, agreements: open, duties: open, watches: open, webhook: open },
};
