/** What the provider delivers, corrects and takes back, and what it tries to bring back. */
import { createRandom } from '../../../subgraphs/public-credit/sample/generate/random.ts';
import { organizationOf } from '../province/persons.ts';
import { type Callers, each } from './callers.ts';

/** How a record stops being what its recipients were shown. */
export const WAYS = ['CORRECTED', 'BASIS', 'OBJECTION', 'WRONG_SUBJECT'] as const;
export type Way = (typeof WAYS)[number];

export interface Penalty {
  readonly document: string;
  id: string;
}

export interface Company {
  readonly code: string;
  readonly name: string;
  /** The first may be corrected; the second stands. */
  readonly penalties: readonly [Penalty, Penalty];
  readonly way: Way | null;
}

export interface Plan {
  readonly companies: readonly Company[];
}

export const PROVIDER = { role: 'provider', unit: 'HLJ-AMR' } as const;
const BATCH = 500;

const SUBMIT = `mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { accepted unchanged corrected rejected { row code message } } }`;
const LOOK = `query ($ids: [SubjectIdentifierInput!]!) { subjects(identifiers: $ids) { identifier { value }
  records(first: 50, items: ["PENALTY-GENERAL"]) { nodes { id ... on AdministrativePenalty { documentNumber } } } } }`;

/** The tens of ways of writing one number that people and systems have. */
export const SPELLINGS: readonly ((document: string) => string)[] = [
  (document) => document,
  (document) => document.replace('〔', '[').replace('〕', ']'),
  (document) => document.replace('〔', '（').replace('〕', '）'),
  (document) => document.replace('〔', '【').replace('〕', '】'),
  (document) => [...document].join('\u2009'),
  (document) => document.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  (document) => document.replace('2026', '二〇二六'),
  (document) => document.replace('号', '號'),
  (document) => document.replace('〕', '〕第'),
  (document) => document.replace('〔', '\u200b〔 ').replace(/〕(\d)/, '〕00$1'),
];

const identifier = (code: string) => ({ type: 'USCC', value: code });

const record = (company: Pick<Company, 'code' | 'name'>, document: string, fine = '2000.00') => ({
  subject: identifier(company.code),
  subjectName: company.name,
  occurredOn: '2026-10-12',
  basisDocument: document,
  content: {
    documentNumber: document,
    conduct: '未按规定公示价格',
    facts: '经查，当事人在经营场所销售商品未按规定明码标价。',
    legalBasisText: '《中华人民共和国价格法》第四十二条',
    penaltyKinds: ['罚款'],
    content: '罚款2000元。',
    fineYuan: fine,
    authorityCode: '11239999000100001N',
    authorityName: '示例市场监督管理局',
  },
});

const slices = <Row>(rows: readonly Row[]): Row[][] =>
  Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, at) => rows.slice(at * BATCH, (at + 1) * BATCH));

async function deliver(callers: Callers, records: readonly object[]) {
  const counts = { accepted: 0, unchanged: 0, corrected: 0, rejected: 0 };
  for (const slice of slices(records)) {
    const { submitRecords: told } = await callers.ask(PROVIDER, SUBMIT, {
      input: { item: 'PENALTY-GENERAL', records: slice },
    });
    counts.accepted += told.accepted;
    counts.unchanged += told.unchanged;
    counts.corrected += told.corrected;
    counts.rejected += told.rejected.length;
  }
  return counts;
}

/** Ids of the penalties that anyone may see, by document, as they are written there. */
async function shown(callers: Callers, companies: readonly Company[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const slice of slices(companies)) {
    const { subjects } = await callers.ask(null, LOOK, { ids: slice.map(({ code }) => identifier(code)) });
    for (const subject of subjects)
      for (const { id, documentNumber } of subject?.records.nodes ?? []) found.set(documentNumber, id);
  }
  return found;
}

export async function prepare(
  callers: Callers,
  { subjects, corrections }: { readonly subjects: number; readonly corrections: number },
): Promise<Plan> {
  const random = createRandom(20_260_720);
  const companies = Array.from({ length: subjects }, (_, index): Company => {
    const { value, name } = organizationOf(random, 500_000 + index);
    const document = (which: string) => `示例罚〔2026〕${which}${String(index).padStart(5, '0')}号`;
    return {
      code: value,
      name,
      penalties: [
        { document: document('7'), id: '' },
        { document: document('8'), id: '' },
      ],
      way: index < corrections ? (WAYS[index % WAYS.length] ?? null) : null,
    };
  });
  const counts = await deliver(
    callers,
    companies.flatMap((company) => company.penalties.map(({ document }) => record(company, document))),
  );
  if (counts.accepted !== 2 * subjects) throw new Error(`Not all was accepted: ${JSON.stringify(counts)}`);
  const found = await shown(callers, companies);
  for (const { penalties } of companies) for (const one of penalties) one.id = found.get(one.document) ?? '';
  return { companies };
}

const CORRECT = 'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { id version } }';
const REVOKE = 'mutation ($input: RevokeBasisInput!) { revokeBasis(input: $input) { records { id } } }';
const RAISE = 'mutation ($input: RaiseObjectionInput!) { raiseObjection(input: $input) { id } }';
const OBJECTIONS =
  'query ($after: String) { objections(status: OPEN, first: 200, after: $after) { nodes { id recordId } pageInfo { endCursor hasNextPage } } }';
const DECIDE = 'mutation ($input: DecideObjectionInput!) { decideObjection(input: $input) { status } }';

/** Corrects, takes back, decides and moves what the plan says. */
export async function fell(callers: Callers, { companies }: Plan): Promise<void> {
  const away = organizationOf(createRandom(1), 900_000);
  await each(companies, async ({ code, way, penalties: [{ id, document }] }) => {
    if (way === 'CORRECTED')
      await callers.ask(PROVIDER, CORRECT, {
        input: { record: id, reason: '金额录入有误', content: { fineYuan: '200.00' } },
      });
    else if (way === 'BASIS')
      await callers.ask(PROVIDER, REVOKE, { input: { basisDocument: document, cause: 'REVOKED' } });
    else if (way === 'WRONG_SUBJECT')
      await callers.ask(PROVIDER, CORRECT, {
        input: { record: id, reason: '主体有误', subject: identifier(away.value), subjectName: away.name },
      });
    else if (way === 'OBJECTION')
      await callers.ask({ role: 'subject', subject: `USCC:${code}` }, RAISE, {
        input: { record: id, reasons: '本公司并未受到该处罚。', lodgedWith: PROVIDER.unit },
      });
  });
  if (!companies.some(({ way }) => way === 'OBJECTION')) return;
  const open: string[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const {
      objections,
    }: { objections: { nodes: { id: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } } =
      await callers.ask(PROVIDER, OBJECTIONS, { after });
    open.push(...objections.nodes.map(({ id }) => id));
    after = objections.pageInfo.endCursor;
    more = objections.pageInfo.hasNextPage;
  }
  await each(open, (objection) =>
    callers.ask(PROVIDER, DECIDE, { input: { objection, upheld: true, reasons: '经核实，该处罚系他人。' } }),
  );
}

/** Delivers again what fell, and the version that was corrected, each in one spelling after the other, and says what is shown of it. */
export async function redeliver(callers: Callers, { companies }: Plan): Promise<string[]> {
  const before = await shown(callers, companies);
  const gone = companies.filter(({ way }) => way !== null);
  const counts = await deliver(
    callers,
    gone.map((company, place) => {
      const spelling = SPELLINGS[place % SPELLINGS.length] as (document: string) => string;
      return record(company, spelling(company.penalties[0].document));
    }),
  );
  const after = await shown(callers, companies);
  const risen = [...after].filter(([document, id]) => before.get(document) !== id);
  return [
    `${risen.length + (before.size === after.size ? 0 : 1) === 0 ? 'right' : 'WRONG'}  ${gone.length} deliveries of what fell, ten spellings: ${risen.length} displayed again; ${JSON.stringify(counts)}`,
  ];
}
