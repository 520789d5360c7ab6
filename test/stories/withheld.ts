/** Subjects that the sample does not hold, what is withheld of them, and what every caller is answered about them by every root field. */
import { expect } from 'vitest';
import { rootQuestions } from '../gateway/root-fields.ts';
import {
  ANALYST,
  AUTHORITY,
  BANK_A,
  BANK_B,
  type Headers,
  type Holder,
  type Identifier,
  MARKET_REGULATION,
  MEI,
  OPERATOR,
  PERMIT_OFFICE,
  subject,
  type World,
} from '../kit.ts';

/** Not held in the sample. Check characters by GB 32100 and GB 11643. */
export const COMPANY_NEW: Identifier = { type: 'USCC', value: '91239999MA9XY0172R' };
const TRADER_NEW: Identifier = { type: 'USCC', value: '92239999MA9XY0172N' };
export const PERSON_NEW: Identifier = { type: 'CITIZEN_ID', value: '239999197705050010' };
export const NEW = [COMPANY_NEW, TRADER_NEW, PERSON_NEW];

export const LOAN = { purpose: 'LOAN_ORIGINATION' };
const DESK = { purpose: 'PERMIT', matter: 'SPECIAL-OPERATION-PERMIT', case: '哈审字〔2026〕74号' };
const CALLERS: readonly (readonly [string, Holder | null, Headers])[] = [
  ['public', null, {}],
  ['bank', BANK_A, LOAN],
  ['bank without agreement', BANK_B, LOAN],
  ['department', PERMIT_OFFICE, DESK],
  ['department in another matter', PERMIT_OFFICE, { ...DESK, matter: 'FOOD-PERMIT' }],
  ['provider', { role: 'provider', unit: 'HLJ-TAX' }, {}],
  ['collector', { role: 'collector', unit: 'COLLECTOR-A' }, {}],
  ['operator', OPERATOR, {}],
  ['authority', AUTHORITY, {}],
  ['analyst', ANALYST, {}],
  ['another subject', subject(MEI), {}],
];

const SUBMIT = `mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { accepted corrected unchanged rejected { code message } } }`;
export const penalty = (about: Identifier, number: number, changes: object = {}) => ({
  subject: about,
  subjectName: about === PERSON_NEW ? '钱测试' : '黑龙江测试不露面有限公司',
  subjectAddress: '黑龙江省哈尔滨市南岗区测试路7号',
  subjectPhone: '13812345678',
  occurredOn: '2026-11-18',
  consent: '同意书〔2026〕74号',
  basisDocument: `黑市监罚〔2026〕74${number}号`,
  content: { documentNumber: `黑市监罚〔2026〕74${number}号`, facts: '未明码标价。', penaltyKinds: ['警告'] },
  ...changes,
});

export async function submit(world: World, item: string, record: object, holder: Holder = MARKET_REGULATION) {
  const { data, errors } = await world.ask(holder, SUBMIT, { input: { item, records: [record] } });
  expect([errors, data?.submitRecords.rejected]).toEqual([undefined, []]);
  return data.submitRecords as { accepted: number; corrected: number; unchanged: number };
}

/** Records that are open to nobody but the subject. */
export async function deliverWithheld(world: World): Promise<void> {
  for (const about of NEW) {
    expect(await submit(world, 'PENALTY-MINOR', penalty(about, 1))).toMatchObject({ accepted: 1 });
    const content = { documentNumber: '黑复议〔2026〕742号', content: '维持。', court: '示例机关', cause: '其他' };
    expect(await submit(world, 'RECONSIDERATION', { ...penalty(about, 2), content })).toMatchObject({ accepted: 1 });
  }
}

/** What each caller is answered by every root field as one text. Cursors are made anew each time, so that their length stands for them. */
export async function everything(world: World): Promise<Record<string, string>> {
  const told: Record<string, string> = {};
  for (const about of NEW) {
    const questions = await rootQuestions(world, {
      SubjectIdentifierInput: about,
      matter: 'SPECIAL-OPERATION-PERMIT',
      measure: 'BAN-PROCUREMENT',
      token: 'a.b.c',
      groupBy: ['ITEM'],
      'archive.reason': '核对',
      'displayPeriodsEffect.edition': '2026-X',
      'displayPeriodsEffect.citation': '示例',
      'displayPeriodsEffect.publicationReference': '示例公告〔2026〕9号',
      'displayPeriodsEffect.effectiveFrom': '2027-01-01',
      'displayPeriodsEffect.decidedFrom': '1949-10-01',
      from: 1,
      'operationFigures.from': '2026-11',
      'operationFigures.until': '2026-11',
      'breachReport.from': '2026-11',
      'breachReport.until': '2026-11',
      to: 1,
      id: '00000000-0000-4000-8000-000000000000',
    });
    for (const [name, holder, headers] of CALLERS)
      for (const { field, query, variables } of questions) {
        const ofSubject = query.includes('SubjectIdentifierInput');
        // Who asks leaves entries, which the ledger counts, and refusals, which numbers of operation count (`fuzz/two-worlds/` compares those). What names
        // no subject is asked once.
        if (
          /^(?:ledger|verifyLedger|disclosures$|disclosureCounts|operationFigures|me$)/.test(field) ||
          !(ofSubject || about === COMPANY_NEW)
        )
          continue;
        const { status, data, errors } = await world.ask(holder, query, variables, headers);
        const refused = errors?.map(({ path, extensions: { id: _id, ...rest } }) => ({ path, ...rest }));
        told[`${name} ${field} ${ofSubject ? about.value : ''}`] = JSON.stringify({ status, data, refused }).replace(
          /"(startCursor|endCursor|cursor)":"([^"]+)"/g,
          (_all, key: string, cursor: string) => `"${key}":${cursor.length}`,
        );
      }
  }
  return told;
}

/** The texts of penalties, with what of them is withheld whole. */
export const TEXTS = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(first: 200) { totalCount nodes { id version withheldTexts
  ... on AdministrativePenalty { documentNumber facts content penaltyKinds } } } } }`;
export const DESK_CASE = { purpose: 'PERMIT', matter: 'SPECIAL-OPERATION-PERMIT', case: '哈审批受〔2026〕9号' };
/** A word of every day that is a name too, which nothing but a column tells. */
export const QUIET = '夜间施工影响周边安宁。';

/** A penalty that states neither address nor telephone. */
export const decision = (about: Identifier, number: number, content: object, changes: object = {}) =>
  penalty(about, number, {
    subjectAddress: null,
    subjectPhone: null,
    content: { documentNumber: `黑市监罚〔2026〕74${number}号`, penaltyKinds: ['警告'], ...content },
    ...changes,
  });
