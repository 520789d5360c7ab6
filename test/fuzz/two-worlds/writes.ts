/** What a caller writes about the same subject in both worlds, and must be answered alike. */
import { DECISION, LABOUR } from '../../stories/listing.ts';
import { CITY, PLEDGE } from '../../stories/pledging.ts';
import { type Caller, isOf } from './callers.ts';
import { delivery, documentOf, itemsFor } from './deliveries.ts';
import type { About } from './subjects.ts';

export interface Written {
  readonly name: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const of = (mutation: string, input: string, fields: string, value: object): Written => ({
  name: mutation,
  query: `mutation ($input: ${input}!) { ${mutation}(input: $input) { ${fields} } }`,
  variables: { input: value },
});
const withId = (mutation: string, more: string, fields: string, id: string, values: object = {}): Written => ({
  name: mutation,
  query: `mutation ($id: ID!${more === '' ? '' : `, ${more}`}) { ${mutation}(id: $id${Object.keys(values)
    .map((name) => `, ${name}: $${name}`)
    .join('')}) { ${fields} } }`,
  variables: { id, ...values },
});

const ofProvider = (caller: Caller, about: About, thing: string): readonly Written[] => {
  const unit = caller.holder?.unit ?? '';
  const own = itemsFor(about.kind).filter((item) => item.providingUnit === unit && item.openness === 'UNCONDITIONAL');
  const basisDocument = documentOf(about, '隐');
  return [
    ...own.slice(0, 2).map((item) => ({
      name: `submitRecords ${item.code}`,
      query: `mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { submissionId accepted corrected unchanged late rejected { row code message } } }`,
      // The document of what may be withheld: one unit's own is another record, even where the number is the same.
      variables: { input: delivery(item, about, { occurredOn: '2026-11-16', mark: '隐' }) },
    })),
    of('revokeBasis', 'RevokeBasisInput', 'recipientsToNotify records { id }', { basisDocument }),
    of('correctRecord', 'CorrectRecordInput', 'id version recipientsToNotify', {
      record: thing,
      reason: '有误',
      subjectName: '更名',
    }),
    of('verifyPledge', 'VerifyPledgeInput', 'id outcome', { id: thing, outcome: 'FAILED', reasons: '未履行。' }),
    withId('orderPledgeCorrection', '$correctBy: Date!', 'id', thing, { correctBy: '2026-12-18' }),
    withId('removeDesignation', '$reason: String!', 'id', thing, { reason: '已履行。' }),
    withId('removeIncentive', '$reason: String!', 'id', thing, { reason: '不再符合。' }),
    of('decideReexamination', 'DecideReexaminationInput', 'id status', { id: thing, upheld: true, reasons: '属实。' }),
  ];
};

/** Writes of one caller, each with what both worlds are sent, beside what is visible. Which of two decisions of one day comes first is random. `thing` is what the caller would call the withheld one. */
export function writesOf(caller: Caller, about: About, thing: string, visible: readonly string[]): readonly Written[] {
  const { identifier, name } = about;
  const role = caller.holder?.role;
  if (role === 'party')
    return [
      {
        name: 'watch',
        query:
          'mutation ($id: SubjectIdentifierInput!) { watch(subjects: [$id]) { watched refused { index reason } } }',
        variables: { id: identifier },
      },
      {
        name: 'unwatch',
        query: 'mutation ($id: SubjectIdentifierInput!) { unwatch(subjects: [$id]) { unwatched } }',
        variables: { id: identifier },
      },
      { name: 'retryDeadDeliveries', query: 'mutation { retryDeadDeliveries { retried } }', variables: {} },
      { name: 'endWebhook', query: 'mutation { endWebhook { ended } }', variables: {} },
    ];
  if (role === 'provider') {
    const decisions = visible.includes('designation')
      ? []
      : [
          of('designate', 'DesignateInput', 'id until standardEdition', {
            ...DECISION,
            subject: identifier,
            subjectName: name,
            decisionNumber: documentOf(about, '除'),
          }),
          of('designateIncentive', 'DesignateIncentiveInput', 'id until', {
            subject: identifier,
            subjectName: name,
            list: 'MODEL',
            decisionNumber: documentOf(about, '奖'),
            basisDocument: documentOf(about, '奖据'),
          }),
        ];
    const labour = isOf(caller, LABOUR.unit)
      ? [
          ...decisions,
          of('waiveConduct', 'WaiveConductInput', 'id', {
            subject: identifier,
            basisDocument: documentOf(about, '宽'),
            conduct: '迟报一日。',
            minor: true,
            corrected: true,
            harmless: true,
          }),
        ]
      : [];
    const city = isOf(caller, CITY.unit)
      ? [
          of('recordPledge', 'PledgeInput', 'id verifyBy', {
            ...PLEDGE,
            subject: identifier,
            subjectName: name,
            consent: '示例同意书',
            document: documentOf(about, '承'),
            permitDocument: documentOf(about, '承许'),
          }),
        ]
      : [];
    return [...labour, ...city, ...ofProvider(caller, about, thing)];
  }
  if (role === 'subject')
    return [
      of('requestReexamination', 'RequestReexaminationInput', 'id', { designation: thing, reasons: '不实。' }),
      withId('revokeAuthorization', '', 'id', thing),
    ];
  if (role === 'operator')
    return [
      of('revokeBasis', 'RevokeBasisInput', 'recipientsToNotify records { id }', {
        basisDocument: documentOf(about, '无'),
      }),
      withId('activateAgreement', '$reason: String!', 'id', thing, { reason: '生效。' }),
    ];
  if (role === 'authority')
    return [
      of('orderOrganCorrection', 'OrderOrganCorrectionInput', 'id', { designation: thing, correctBy: '2026-12-18' }),
    ];
  return [];
}
