/** Callers that are drawn from all of them, and callers and days at the edges of the facts. */
import fc from 'fast-check';
import { ROLES } from '../../schema/law/facts.ts';
import { type HeldUnit, KINDS, TODAY, TOMORROW, YESTERDAY } from './held-facts.ts';
import { FACTS_CALLERS, type FactsCaller } from './walls.ts';

const SEED = 36;
/** Callers of each role that are drawn; of roles with more verdicts more. */
const DRAWN = { PARTY: 12, DEPARTMENT: 16, SUBJECT: 4 } as const;

export const drawn = (): FactsCaller[] =>
  ROLES.flatMap((role) => {
    const all = FACTS_CALLERS.filter((caller) => caller.role === role);
    const length = role in DRAWN ? DRAWN[role as keyof typeof DRAWN] : 1;
    const [some = []] = fc.sample(fc.shuffledSubarray(all, { minLength: length, maxLength: length }), {
      seed: SEED,
      numRuns: 1,
    });
    return some;
  });

const DAYS = [YESTERDAY, TODAY, TOMORROW] as const;
/** Every first and last day around today. Some begin after they end and are never in force. */
export const WINDOWS = DAYS.flatMap((from) => DAYS.map((until) => ({ from, until })));
export const isIn = ({ from, until }: (typeof WINDOWS)[number]): boolean => from <= TODAY && TODAY <= until;

export const party = (code: string, agreements: HeldUnit['agreements']): FactsCaller => ({
  role: 'PARTY',
  unit: { code, kinds: KINDS[0] ?? [], agreements, duties: 'NONE' },
  purposeStated: true,
  caseStated: false,
  matterNamed: false,
  self: null,
});
export const unit = (code: string, change: object = {}) => ({
  code,
  name: code,
  name_en: code,
  kind: 'PARTY',
  kinds: KINDS[0],
  level: 'PROVINCE',
  ...change,
});
