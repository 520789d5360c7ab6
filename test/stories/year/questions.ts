/** What is asked in the year, and a penalty that is delivered in it. */
import { COMPANY } from '../../kit.ts';

export const BANK = { role: 'party', unit: 'BANK-B' };
export const PUBLIC = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(first: 50, items: ["PENALTY-GENERAL"]) { nodes { id item { code } } } } }`;
export const SUBMIT =
  'mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { accepted unchanged corrected rejected { code message } } }';
export const REVOKE_BASIS = 'mutation ($input: RevokeBasisInput!) { revokeBasis(input: $input) { records { id } } }';
export const GRANT = 'mutation ($input: GrantAuthorizationInput!) { grantAuthorization(input: $input) { id status } }';
export const REVOKE = 'mutation ($id: ID!) { revokeAuthorization(id: $id) { id status } }';
export const END_UNIT = 'mutation { endUnit(code: "BANK-B", reason: "银行解散") { code endedOn } }';
export const MINE = '{ me { name birthDate phone authorizations { id status } records(first: 50) { totalCount } } }';
export const LEDGER = '{ verifyLedger { intact entries pending } ledgerCheckpoint { size rootHash signedAt } }';
export const GAPS = '{ ledgerGaps { id fromSize toSize acknowledgedAt } }';

export const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

export const penalty = (documentNumber: string) => ({
  item: 'PENALTY-GENERAL',
  records: [
    {
      subject: COMPANY,
      subjectName: '哈尔滨示例冰雪设备有限公司',
      occurredOn: day(-3),
      basisDocument: documentNumber,
      content: { documentNumber, facts: '未按规定明码标价。', penaltyKinds: ['罚款'], fineYuan: '10.00' },
    },
  ],
});
