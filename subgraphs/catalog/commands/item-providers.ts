/** Who provides an item beside its answerable unit, as an edition says it (Article 21). */
import { badInput, repeated } from '../../../schema/errors.ts';
import { hasEnded } from '../../../schema/law/asking/unit-roles.ts';
import type { Provision } from '../../../schema/law/records/providing-units.ts';
import { providerMessages } from '../../../schema/messages/acts/providers.ts';
import type { Directory } from '../../request/directory.ts';
import type { CatalogItemInput } from '../types.generated.ts';
import { WORD_CODE } from './units/unit-checks.ts';

const UNITS_MAX = 500;

/** Items of which one unit alone can hold the present state: assessments (Article 47), and what collecting units keep themselves. */
const hasOneProvider = (input: CatalogItemInput): boolean =>
  input.recordType === 'AssessmentRecord' || input.information === 'NON_PUBLIC';

export function providersOf(
  { units, today }: Directory,
  input: CatalogItemInput,
): Pick<Provision, 'providerUnits' | 'providerRule'> {
  const listed = [...new Set(input.providers?.units ?? [])];
  const rule = input.providers?.rule ?? null;
  if (listed.length === 0 && rule === null) return { providerUnits: [], providerRule: null };
  if (hasOneProvider(input)) throw badInput('PROVIDERS', providerMessages.oneProvider(), '21');
  if (listed.length > UNITS_MAX) throw badInput('TOO_MANY', providerMessages.tooMany(listed.length, UNITS_MAX), '21');
  for (const code of listed) {
    const unit = units.get(code);
    if (unit === undefined) throw badInput('UNIT_UNKNOWN', providerMessages.unitUnknown(repeated(code)), '21');
    if (hasEnded(unit, today)) throw badInput('UNIT_ENDED', providerMessages.unitEnded(code), '21');
    if (!unit.kinds.includes('PROVIDER')) throw badInput('UNIT_UNKNOWN', providerMessages.noProvider(code), '21');
    if (code === input.providingUnit) throw badInput('PROVIDERS', providerMessages.answerableListed(code), '21');
  }
  if (rule !== null && !WORD_CODE.test(rule.line)) throw badInput('LINE', providerMessages.line(), '21');
  return {
    providerUnits: listed,
    providerRule:
      rule === null ? null : { line: rule.line, level: rule.level ?? null, ownRegion: rule.ownRegion ?? false },
  };
}
