/** What others hold, do or are told. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { BANK_A, BANK_B, OPERATOR, subject, TODAY } from '../../kit.ts';
import { LABOUR } from '../../stories/listing.ts';
import { CITY } from '../../stories/pledging.ts';
import { make, verify } from '../../stories/report-kit.ts';
import { type Caller, callerOf, isOf, oversees } from './callers.ts';
import { inSession, subjectIdOf, well } from './deliveries.ts';
import { ALL, type Pair, toCaller, toItself, unknownTo, type Withheld } from './withheld.ts';
import { of, reward } from './withheld-decisions.ts';

const WATCH = 'mutation ($id: SubjectIdentifierInput!) { watch(subjects: [$id]) { watched } }';
const UNWATCH = 'mutation ($id: SubjectIdentifierInput!) { unwatch(subjects: [$id]) { unwatched } }';
const MONITORING = { purpose: 'POST_LOAN_MONITORING' };

const notOf =
  (...units: readonly string[]) =>
  (caller: Caller): boolean =>
    !isOf(caller, ...units);
const PARTIES = [BANK_A, BANK_B, { role: 'party', unit: 'AGENCY-A' }] as const;
const partyOf = ({ pick }: Pair) => PARTIES[pick % PARTIES.length] ?? BANK_A;

const GRANTS = [
  { party: 'BANK-A', purposes: ['LOAN_ORIGINATION'], items: ['ARREARS-FUND'] },
  { party: 'BANK-A', purposes: ['POST_LOAN_MONITORING'], items: ['JUDGMENT-CIVIL'] },
  { party: 'BANK-B', purposes: ['LOAN_ORIGINATION'], items: ['ARREARS-TAX'] },
  { party: 'AGENCY-A', purposes: ['CREDIT_SERVICE'], items: ['CHARITY'] },
] as const;
const grantOf = ({ pick }: Pair) => GRANTS[pick % GRANTS.length] ?? GRANTS[0];

const CLOCKED = ['HLJ-FUND', 'HLJ-WATER', 'DQ-EEP'] as const;
const complainedOf = (pick: number): string => (pick % 2 === 0 ? 'COLLECTOR-A' : 'COLLECTOR-B');

const clocked = ({ pick }: Pair): string => CLOCKED[pick % CLOCKED.length] ?? CLOCKED[0];

export const RIGHTS: Readonly<Record<string, Withheld>> = {
  'an agreement of another unit': {
    about: ALL,
    withhold: async (world, pair) => {
      const input = {
        party: 'AGENCY-A',
        items: ['CHARITY'],
        purposes: ['CREDIT_SERVICE'],
        validFrom: '2026-12-01',
        validUntil: '2026-12-31',
        dailyQuota: 1 + pair.pick,
      };
      const { draftAgreement } = await well(world, OPERATOR, of('draftAgreement', 'AgreementInput'), { input });
      return { id: draftAgreement.id };
    },
    hides: unknownTo('AGENCY-A'),
    shows: (world) => toCaller(world, callerOf('AGENCY-A'), '{ agreements(first: 1) { totalCount } }'),
  },
  'an authorization': {
    about: ['trader', 'person'],
    withhold: async (world, pair) => {
      const input = { ...grantOf(pair), validFrom: TODAY, validUntil: '2026-12-20' };
      const self = subject(pair.about.identifier);
      // Its term begins today, whatever day the worlds have come to.
      const from = world.server.platform.now().toISOString().slice(0, 10);
      const granted = await well(world, self, of('grantAuthorization', 'GrantAuthorizationInput'), {
        input: { ...input, validFrom: from },
      });
      return { id: granted.grantAuthorization.id };
    },
    // To the party that was authorized it opens what the item holds, and `access` says so (Article 24).
    hides: (caller, pair) => !isOf(caller, grantOf(pair).party),
    shows: toItself,
  },
  'a mandate': {
    about: ALL,
    withhold: async (world, pair) => {
      const agent = { type: 'OTHER_DOCUMENT', value: `E${30_000_000 + pair.pick}` };
      const input = { agent, kind: 'AGENT', scope: ['READ', 'AUTHORIZE'], validUntil: '2027-12-31' };
      const self = subject(pair.about.identifier);
      const given = await well(world, self, of('registerMandate', 'MandateInput'), { input });
      return { id: given.registerMandate.id };
    },
    hides: unknownTo(),
    shows: (world, { about }) =>
      toCaller(
        world,
        { name: 'itself', holder: subject(about.identifier), headers: {} },
        '{ me { mandates { kind scope actingFor } } }',
      ),
  },
  'a watch of another unit': {
    undone: true,
    about: ['company'],
    never: ['a watch'],
    withhold: async (world, pair) => {
      const { watch } = await well(world, BANK_A, WATCH, { id: pair.about.identifier }, MONITORING);
      if (watch.watched !== 1) throw new Error('BANK-A may not watch the subject.');
      return {};
    },
    hides: notOf('BANK-A'),
    shows: (world, pair) => toCaller(world, callerOf('BANK-A monitoring'), UNWATCH, { id: pair.about.identifier }),
  },
  'a webhook of another unit': {
    undone: true,
    about: ALL,
    withhold: async (world, pair) => {
      await well(world, partyOf(pair), 'mutation ($url: String!) { registerWebhook(url: $url) { url } }', {
        url: `https://203.0.113.10/${pair.about.number}`,
      });
      return {};
    },
    // Who runs and who oversees the platform read the webhooks of all units.
    hides: (caller, pair) => !isOf(caller, partyOf(pair).unit) && !oversees(caller),
    shows: async (world, pair) => JSON.stringify(await well(world, partyOf(pair), 'mutation { endWebhook { ended } }')),
  },
  'a look of another': {
    about: ALL,
    never: ['designation'],
    withhold: async (world, { about, pick }) => {
      const LOOK =
        'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name records { nodes { id } } nonPublicRecords { nodes { id } } } }';
      const looker = callerOf(pick % 2 === 0 ? 'BANK-B' : 'HLJ-PROCUREMENT TENDER');
      await world.ask(looker.holder, LOOK, { id: about.identifier }, looker.headers);
      return {};
    },
    // What opens it stands in `before`: a look at nothing is none.
    before: (world, pair) =>
      well(world, LABOUR, of('designateIncentive', 'DesignateIncentiveInput'), { input: reward(pair) }),
    // Who looked is told of what becomes of it, and has a period to act (Article 39): these know it, and cannot catch up on it.
    neverLater: [
      'the penalty is corrected',
      'the permit is delivered again',
      'the basis of the penalty is revoked',
      'the commendation is objected to',
    ],
    hides: unknownTo('BANK-B', 'HLJ-PROCUREMENT'),
    shows: toItself,
  },
  'a period of another unit': {
    about: ALL,
    withhold: async (world, pair) => {
      const id = randomUUID();
      await inSession(
        world,
        'HLJ-CREDIT',
        'control',
        sql`insert into control.clock (id, obligation, kind, unit, subject_id, reference, started_on, due_on, provisional, earliest, latest, pauses)
          values (${id}::uuid, 'A38.1', 'error.correct', ${clocked(pair)}, ${subjectIdOf(world, pair.about)}::uuid, ${id}, '2026-10-08', '2026-10-12',
            false, '2026-10-12', '2026-10-12', '[]'::jsonb)`,
      );
      return { id };
    },
    hides: (caller, pair) => unknownTo(clocked(pair))(caller),
    shows: (world, pair) =>
      toCaller(
        world,
        { name: 'the unit', holder: { role: 'provider', unit: clocked(pair) }, headers: {} },
        '{ deadlines(first: 1) { totalCount } }',
      ),
  },
  'a complaint': {
    about: ALL,
    withhold: async (world, { about, pick }) => {
      const input = { collector: complainedOf(pick), text: `未经同意采集信息，第${about.number}件。` };
      const { fileComplaint } = await well(
        world,
        subject(about.identifier),
        of('fileComplaint', 'FileComplaintInput'),
        { input },
      );
      return { id: fileComplaint.id };
    },
    hides: (caller, { pick }) => unknownTo(complainedOf(pick))(caller),
    shows: (world, { about }) =>
      toCaller(
        world,
        { name: 'itself', holder: { role: 'subject', subject: about.identifier }, headers: {} },
        '{ me { complaints { text answerBy } } }',
      ),
  },
  'a choice about pledges': {
    about: ALL,
    neverLater: ['a pledge is taken'],
    withhold: async (world, { about }) => {
      await well(world, subject(about.identifier), 'mutation { choosePledges(usesPledges: false) }');
      return {};
    },
    // Who takes pledges obeys the choice, and is told so (Article 45).
    hides: notOf(CITY.unit),
    shows: toItself,
  },
  'a report of another': {
    undone: true,
    about: ALL,
    withhold: async (world, { about }) => {
      const { status, body } = await make(world, subject(about.identifier), {
        template: 'PUBLIC_CREDIT',
        language: 'zh',
      });
      if (status !== 200 && status !== 201) throw new Error(`No report was made: ${status}.`);
      return { id: body.id };
    },
    hides: () => true,
    shows: async (world, _pair, { id }) => JSON.stringify(await verify(world, id ?? randomUUID())),
  },
};
