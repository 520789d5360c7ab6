/** What recipients were given, what they are told of it, and what their reports say of themselves. */
import { type Callers, each } from './callers.ts';
import type { Company, Plan } from './deliveries.ts';

export interface Issued {
  readonly unit: string;
  readonly company: Company;
  readonly token: string;
}

const REGISTER = 'mutation ($input: UnitInput!) { registerUnit(input: $input) { code } }';
const AUTHORITY = { role: 'authority', unit: 'HLJ-BIZENV' } as const;
const OPERATOR = { role: 'operator', unit: 'HLJ-CREDIT' } as const;

export async function issueReports(
  callers: Callers,
  { companies }: Plan,
  { reports, recipients }: { readonly reports: number; readonly recipients: number },
): Promise<Issued[]> {
  const units = Array.from({ length: recipients }, (_, place) => `REACH-${String(place + 1).padStart(2, '0')}`);
  for (const [place, code] of units.entries())
    await callers.ask(AUTHORITY, REGISTER, {
      input: {
        code,
        name: `示例第${place + 1}银行`,
        nameEn: `Example Bank ${place + 1}`,
        kinds: ['PARTY'],
        level: 'PROVINCE',
        region: '230000',
      },
    });
  return each(Array.from({ length: reports }), async (_, place): Promise<Issued> => {
    const unit = units[place % units.length] ?? '';
    // Each round through the companies goes to other recipients: a company has several, and a recipient many.
    const round = Math.floor(place / companies.length);
    const company = companies[(place * 7_919 + round * 13) % companies.length] as Company;
    const { token } = await callers.report({ role: 'party', unit }, { type: 'USCC', value: company.code });
    return { unit, company, token };
  });
}

const CHANGES = `query ($after: String) { changes(first: 200, after: $after) {
  nodes { cursor kind recordId version } pageInfo { endCursor hasNextPage } } }`;
const ACKNOWLEDGE = 'mutation ($through: String!) { acknowledgeChanges(through: $through) { acknowledged } }';
const ENTRIES = 'query ($filter: DisclosureFilter) { disclosures(filter: $filter, first: 1) { totalCount } }';

/** What the feed must say of a record: an objection is told before its decision, and where a record moved it is withdrawn. */
const TOLD = {
  CORRECTED: ['CORRECTED'],
  BASIS: ['WITHDRAWN'],
  OBJECTION: ['OBJECTED', 'WITHDRAWN'],
  WRONG_SUBJECT: ['WITHDRAWN'],
} as const;

/** Every notice that the plan asks for, none beside it; each acknowledged, each acknowledgement an entry. */
export async function checkFeeds(callers: Callers, _plan: Plan, issued: readonly Issued[]): Promise<string[]> {
  const units = Map.groupBy(issued, ({ unit }) => unit);
  let [missing, beside, told, entries, subjects] = [0, 0, 0, 0, 0];
  for (const [unit, own] of units) {
    const caller = { role: 'party', unit };
    const got = new Set<string>();
    let through: string | null = null;
    for (let after: string | null = null, more = true; more; ) {
      const {
        changes,
      }: {
        changes: {
          nodes: { cursor: string; kind: string; recordId: string }[];
          pageInfo: { endCursor: string | null; hasNextPage: boolean };
        };
      } = await callers.ask(caller, CHANGES, { after });
      for (const { kind, recordId } of changes.nodes) got.add(`${kind} ${recordId}`);
      through = changes.nodes.at(-1)?.cursor ?? through;
      after = changes.pageInfo.endCursor;
      more = changes.pageInfo.hasNextPage;
    }
    const concerned = new Map(own.flatMap(({ company }) => (company.way === null ? [] : [[company.code, company]])));
    const want = new Set(
      [...concerned.values()].flatMap(({ way, penalties: [{ id }] }) =>
        way === null ? [] : TOLD[way].map((kind) => `${kind} ${id}`),
      ),
    );
    missing += [...want].filter((one) => !got.has(one)).length;
    beside += [...got].filter((one) => !want.has(one)).length;
    told += got.size;
    if (through === null) continue;
    await callers.ask(caller, ACKNOWLEDGE, { through });
    const { disclosures } = await callers.ask(OPERATOR, ENTRIES, { filter: { unit, outcome: 'ACKNOWLEDGED' } });
    entries += disclosures.totalCount;
    subjects += concerned.size;
  }
  return [
    `${missing + beside === 0 ? 'right' : 'WRONG'}  ${told} notices in ${units.size} feeds: ${missing} missing, ${beside} too many`,
    `${entries === subjects ? 'right' : 'WRONG'}  ${entries} entries of the ledger for acknowledgements; ${subjects} subjects and recipients concerned`,
  ];
}

const VERIFY = 'query ($token: String!) { verifyReport(token: $token) { authentic status } }';

/** Superseded: every report that held a record that is no longer what it was, and no other. */
export async function checkReports(callers: Callers, _plan: Plan, issued: readonly Issued[]): Promise<string[]> {
  const states = await each(issued, async ({ token, company }) => {
    const { verifyReport } = await callers.ask(null, VERIFY, { token });
    const want = company.way === null ? 'CURRENT' : 'SUPERSEDED';
    return {
      right: verifyReport.authentic && verifyReport.status === want,
      superseded: verifyReport.status === 'SUPERSEDED',
    };
  });
  const wrong = states.filter(({ right }) => !right).length;
  return [
    `${wrong === 0 ? 'right' : 'WRONG'}  ${issued.length} reports verified: ${states.filter(({ superseded }) => superseded).length} superseded, ${wrong} wrongly`,
  ];
}
