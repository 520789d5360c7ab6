/** Limits of a question that are lifted while worlds are open that one question asks for every field of, which is more than a caller may ask for at once. */
import { LIMITS } from '../gateway/query/limits.ts';

type Limits = Partial<Readonly<Record<keyof typeof LIMITS, number>>>;

const usual = { ...LIMITS };
let lifted = 0;

/** Returns what puts them back. Other files of the process ask within the limits: they stand again when all who lifted them have put them back. */
export function liftLimits(higher: Limits): () => void {
  lifted += 1;
  Object.assign(LIMITS, higher);
  return () => {
    lifted -= 1;
    if (lifted === 0) Object.assign(LIMITS, usual);
  };
}
