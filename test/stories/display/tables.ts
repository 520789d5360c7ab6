/** Tables of display periods, published and asked about, and what is held of a class. */
import { AUTHORITY, type Holder, type World } from '../../kit.ts';

export const EFFECT = `query ($input: DisplayPeriodsInput!) { displayPeriodsEffect(input: $input) {
  item { code } period { displayClass decidedFrom maximumMonths } displayed earlier later atOnce } }`;
export const PUBLISH =
  'mutation ($input: DisplayPeriodsInput!) { publishDisplayPeriods(input: $input) { edition effectiveFrom periods { displayClass decidedFrom minimumMonths maximumMonths } } }';

export const row = (
  displayClass: string,
  decidedFrom: string,
  maximumMonths: number | null,
  minimumMonths: number | null = null,
) => ({
  displayClass,
  decidedFrom,
  minimumMonths,
  maximumMonths,
  citation: '示例规定',
});
export const MINOR = row('MINOR', '1949-10-01', 3);
export const GENERAL = [row('GENERAL', '1949-10-01', 10, 3), row('GENERAL', '2026-04-01', 9, 3)];
export const SERIOUS = [row('SERIOUS', '1949-10-01', 36, 12), row('SERIOUS', '2025-01-01', 48, 12)];
export const table = (changes: object = {}) => ({
  edition: '2026-X',
  citation: '示例规定',
  publicationReference: '示例公告〔2026〕9号',
  effectiveFrom: '2026-11-20',
  periods: [MINOR, ...GENERAL, ...SERIOUS],
  ...changes,
});

export interface Held {
  readonly id: string;
  readonly item: string;
  readonly version: number;
  readonly class: string;
  readonly from: string;
  readonly until: string;
  readonly display: string;
}

export const heldDisplays = (world: World): Promise<readonly Held[]> =>
  world.server.platform.database.execute(
    { role: 'OPERATOR', unit: 'HLJ-CREDIT', purpose: null, caseReference: null, subjectId: null, today: '2026-11-20' },
    'due',
    {
      name: 'held-displays',
      text: `select id, item, version, display_class as class, to_char(display_from, 'YYYY-MM-DD') as "from", to_char(displayed_until, 'YYYY-MM-DD') as until,
        display from public_credit.record where current and display_class is not null order by id`,
    },
    [],
  );

/** By what a table is refused; undefined where it is not. */
export const reasonsOf = async (world: World, query: string, changes: object, holder: Holder | null = AUTHORITY) =>
  (await world.ask(holder, query, { input: table(changes) })).errors?.map(({ extensions: { code, reason, article } }) =>
    [code, reason, article].join(' ').trim(),
  );
