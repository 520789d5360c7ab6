/** Values of keys that no register of the platform holds: divisions, industries, months. Every list is fixed, so that a value that is missing says nothing about the data. */

/** Prefectures of this province (GB/T 2260), and `23` where the prefecture is unknown. */
export const HOME_REGIONS: readonly string[] = [
  ...['2301', '2302', '2303', '2304', '2305', '2306', '2307', '2308', '2309', '2310', '2311', '2312', '2327', '23'],
];

/** Prefectures of this province, the other provinces, and `00` where the region is unknown. */
export const REGIONS: readonly string[] = [
  ...HOME_REGIONS,
  ...['11', '12', '13', '14', '15', '21', '22', '31', '32', '33', '34', '35', '36', '37', '41', '42', '43', '44', '45'],
  ...['46', '50', '51', '52', '53', '54', '61', '62', '63', '64', '65', '71', '81', '82', '83', '00'],
];

/** Sections of GB/T 4754-2017, and `-` where the industry is unknown; natural persons have none. */
export const INDUSTRIES: readonly string[] = [...'ABCDEFGHIJKLMNOPQRST', '-'];

/** What became of a statutory period whose last day is past: done in time, or late or not at all. */
export const OUTCOMES = ['MET', 'BREACHED'] as const;

/** Key for all months before the Regulations came into force (Article 55), as an ISO 8601-2 interval with an open start. */
export const BEFORE = '../2022-06';

/** Keys of months: everything before the Regulations, then each month since they came into force up to the given day. */
export function monthsUntil(today: string): string[] {
  const last = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7));
  const first = 2022 * 12 + 7;
  const months = Array.from({ length: last - first + 1 }, (_none, index) => first + index - 1);
  return [BEFORE, ...months.map((n) => `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`)];
}

/** The month of the day and the twelve before it: so long are disclosures and periods counted. Earlier ones stand in earlier releases. */
export const yearUntil = (today: string): string[] =>
  monthsUntil(today)
    .filter((month) => month !== BEFORE)
    .slice(-13);
