/** What both worlds hold alike about a subject, and everybody or somebody may see. Each has a day of its own, so that its place among others is one. */
import { BANK_A, subject, type World } from '../../kit.ts';
import { DECISION, DESIGNATE, LABOUR } from '../../stories/listing.ts';
import { deliver, documentOf, itemOf, well } from './deliveries.ts';
import type { About, Kind } from './subjects.ts';

/** What persons authorize among the things that both worlds show. */
export const AUTHORIZED = { party: 'BANK-A', purposes: ['LOAN_ORIGINATION'], items: ['ARREARS-FUND'] } as const;

interface Visible {
  readonly about: readonly Kind[];
  arrange(world: World, about: About, text: string): Promise<unknown>;
}

const ALL: readonly Kind[] = ['company', 'trader', 'person'];
const record = (code: string, day: string, about: readonly Kind[] = ALL): Visible => ({
  about,
  arrange: (world, whose, text) =>
    deliver(world, itemOf(code), whose, {
      occurredOn: `2026-10-${day}`,
      mark: day,
      text,
      address: '黑龙江省哈尔滨市南岗区测试路7号',
      phone: '13812345678',
    }),
});

export const VISIBLE: Readonly<Record<string, Visible>> = {
  registration: record('REG-ENTERPRISE', '11', ['company']),
  'registration of a trader': record('REG-SOLE-TRADER', '11', ['trader']),
  penalty: record('PENALTY-GENERAL', '12'),
  permit: record('PERMIT-GENERAL', '13'),
  commendation: record('COMMENDATION-GOV', '14'),
  judgment: record('UNPERFORMED-JUDGMENT', '15'),
  designation: {
    about: ALL,
    arrange: (world, about) =>
      well(world, LABOUR, DESIGNATE, {
        input: {
          ...DECISION,
          subject: about.identifier,
          subjectName: about.name,
          decisionNumber: documentOf(about, '失信'),
          basisDocument: documentOf(about, '失信据'),
        },
      }),
  },
  // What a party of an agreement may see besides: of a person with her authorization for it.
  arrears: record('ARREARS-FUND', '16'),
  'an authorization': {
    about: ['trader', 'person'],
    arrange: (world, { identifier }) => {
      const today = world.server.platform.now().toISOString().slice(0, 10);
      const input = { ...AUTHORIZED, validFrom: today, validUntil: '2026-12-20' };
      return well(
        world,
        subject(identifier),
        'mutation ($input: GrantAuthorizationInput!) { grantAuthorization(input: $input) { id } }',
        { input },
      );
    },
  },
  'a watch': {
    about: ['company'],
    arrange: (world, { identifier }) =>
      well(
        world,
        BANK_A,
        'mutation ($id: SubjectIdentifierInput!) { watch(subjects: [$id]) { watched } }',
        { id: identifier },
        { purpose: 'POST_LOAN_MONITORING' },
      ),
  },
  'a look': {
    about: ALL,
    arrange: (world, about) =>
      world.ask(
        BANK_A,
        'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name records { nodes { id } } } }',
        { id: about.identifier },
        { purpose: 'LOAN_ORIGINATION' },
      ),
  },
};
