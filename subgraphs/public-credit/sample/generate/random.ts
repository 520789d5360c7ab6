/** The sample's only random source. The same seed gives the same province on every machine. */
export interface Random {
  /** A whole number from `from` to `to`, both included. */
  integer(from: number, to: number): number;
  pick<T>(choices: readonly T[]): T;
  /** A day from `from` to `to` (YYYY-MM-DD), both included. */
  day(from: string, to: string): string;
}

const DAY_MILLISECONDS = 86_400_000;

/** Mulberry32: 32 bits of state, enough to vary a sample. */
export function createRandom(seed: number): Random {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    integer,
    pick: (choices) => {
      const choice = choices[integer(0, choices.length - 1)];
      if (choice === undefined) throw new RangeError('There is nothing to pick from.');
      return choice;
    },
    day: (from, to) => {
      const days = (Date.parse(to) - Date.parse(from)) / DAY_MILLISECONDS;
      return new Date(Date.parse(from) + integer(0, days) * DAY_MILLISECONDS).toISOString().slice(0, 10);
    },
  };
}

/** The same day so many months later, or the last day of that month. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  return `${last.toISOString().slice(0, 8)}${String(Math.min(date, last.getUTCDate())).padStart(2, '0')}`;
}
