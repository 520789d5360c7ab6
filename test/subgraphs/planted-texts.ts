/** What the tests of texts of lists share. Every command about lists called once, with a person in each of its texts. */
import { expect } from 'vitest';
import { AUTHORITY, type Holder, type Identifier, subject, TODAY, type World } from '../kit.ts';
import { ownIdOf } from '../own-ids.ts';
import { COURT, DECISION, DESIGNATE, LABOUR, ORGAN, STRANGER } from '../stories/listing.ts';
import { penalty, submit } from '../stories/withheld.ts';

export const LISTED = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { designations { id basisDocument } } }`;
export const OWN = `{ me { designations { basisDocument reasons removalConditions remedies decisionNumber evidence }
  waivers { basisDocument conduct warning } reexaminations { status reasons } records { nodes { ... on AdministrativePenalty { facts } } } } }`;

/** A record that is open to nobody, whose column names a person. */
export const namedInRecord = (world: World, about: Identifier, number: number, name: string) =>
  submit(world, 'PENALTY-MINOR', {
    ...penalty(about, number),
    content: { ...penalty(about, number).content, legalRepresentativeName: name },
  });

const PERSON = { name: '夏雨荷测', number: STRANGER.value, phone: '13912345678', address: '测试街9号3单元' };
export const PLANTED: readonly string[] = Object.values(PERSON);
const SAID = `经营者${PERSON.name}（身份证号${PERSON.number}，电话${PERSON.phone}，住黑龙江省哈尔滨市道里区${PERSON.address}）`;
const AUDIT: Holder = { role: 'department', unit: 'HLJ-FINANCE' };
const mutation = (name: string, input: string, fields = 'id') =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { ${fields} } }`;

export async function decideAboutAll(world: World): Promise<void> {
  let number = 0;
  /** A text that holds the person, another one each time. */
  const text = (what = '') => {
    number += 1;
    return `${SAID}${what}案〔2026〕${9_000 + number}号`;
  };
  const well = async (holder: Holder, query: string, variables: object) => {
    const { data, errors } = await world.ask(holder, query, { ...variables });
    expect(errors).toBeUndefined();
    return data;
  };
  const decision = () => ({
    ...DECISION,
    decisionNumber: text(),
    reasons: text(),
    basisDocument: text(),
    removalConditions: text(),
    remedies: text(),
  });
  const whom = { subject: STRANGER, subjectName: PERSON.name };
  const responsible = [{ ...whom, role: 'ACTUAL_CONTROLLER', evidence: text() }];
  const organ = { kind: 'STATE_ORGAN', superior: 'HLJ-BIZENV', audit: 'HLJ-FINANCE' };
  const about = await well(LABOUR, DESIGNATE, {
    input: { ...decision(), subject: ORGAN, subjectName: '示例机关', responsible, organ },
  });
  const designated: string[] = [];
  for (let time = 0; time < 3; time += 1)
    designated.push((await well(LABOUR, DESIGNATE, { input: { ...decision(), ...whom } })).designate.id);

  const { organNotices } = await well(AUDIT, '{ organNotices { id kind } }', {});
  await well(AUDIT, mutation('reportOrganOutcome', 'ReportOrganOutcomeInput', 'outcome'), {
    input: { id: organNotices[0].id, outcome: `已督促。${text()}` },
  });
  const ordered = await well(AUTHORITY, mutation('orderOrganCorrection', 'OrderOrganCorrectionInput'), {
    input: { designation: about.designate.id, correctBy: '2026-12-20' },
  });
  await well(AUTHORITY, mutation('reportOrganOutcome', 'ReportOrganOutcomeInput', 'outcome'), {
    input: { id: ordered.orderOrganCorrection.id, outcome: `已督促。${text()}`, corrected: true },
  });

  await well(LABOUR, 'mutation ($id: ID!, $reason: String!) { removeDesignation(id: $id, reason: $reason) { id } }', {
    id: designated[0],
    reason: text(),
  });
  const rewarded = await well(LABOUR, mutation('designateIncentive', 'DesignateIncentiveInput'), {
    input: { ...whom, list: 'MODEL', decisionNumber: text(), basisDocument: text() },
  });
  await well(LABOUR, 'mutation ($id: ID!, $reason: String!) { removeIncentive(id: $id, reason: $reason) { id } }', {
    id: rewarded.designateIncentive.id,
    reason: text(),
  });
  await well(LABOUR, mutation('waiveConduct', 'WaiveConductInput'), {
    input: {
      subject: STRANGER,
      basisDocument: text(),
      conduct: text(),
      warning: text(),
      minor: true,
      corrected: true,
      harmless: true,
    },
  });
  const entry = { ...whom, decisionNumber: text(), basisDocument: text(), reasons: text(), enteredOn: TODAY };
  await well(COURT, mutation('submitDefaulters', 'SubmitDefaultersInput', 'accepted'), { input: { entries: [entry] } });
  // Under another name it takes the place of the entry before.
  await well(COURT, mutation('submitDefaulters', 'SubmitDefaultersInput', 'accepted'), {
    input: { entries: [{ ...entry, subjectName: '夏雨荷' }] },
  });

  const { me } = await well(subject(STRANGER), '{ me { designations { id list { code } responsibleAs } } }', {});
  const own = me.designations.filter(
    (one: { list: { code: string }; responsibleAs: string | null }) =>
      one.list.code === 'WAGE' && one.responsibleAs === null,
  );
  expect(own).toHaveLength(2);
  for (const [index, { id }] of own.entries()) {
    const asked = await well(subject(STRANGER), mutation('requestReexamination', 'RequestReexaminationInput'), {
      input: { designation: id, reasons: text() },
    });
    await well(LABOUR, mutation('decideReexamination', 'DecideReexaminationInput', 'status'), {
      input: {
        id: ownIdOf(world, LABOUR, asked.requestReexamination.id, 'REEXAMINATION'),
        upheld: index === 0,
        reasons: text(),
      },
    });
  }
}
