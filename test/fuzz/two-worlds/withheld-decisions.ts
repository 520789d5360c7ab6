/** What units decided about a subject, and it alone is told or nobody any more: lists, waivers, re-examinations, pledges. */
import { subject } from '../../kit.ts';
import { ownIdOf, storedId } from '../../own-ids.ts';
import { DECISION, DESIGNATE, LABOUR } from '../../stories/listing.ts';
import { CITY, ORDER, PLEDGE, RECORD } from '../../stories/pledging.ts';
import { documentOf, well } from './deliveries.ts';
import { ALL, heldIn, type Pair, toItself, unknownTo, type Withheld } from './withheld.ts';

export const of = (mutation: string, input: string, fields = 'id'): string =>
  `mutation ($input: ${input}!) { ${mutation}(input: $input) { ${fields} } }`;
const REMOVE = (mutation: string): string =>
  `mutation ($id: ID!, $reason: String!) { ${mutation}(id: $id, reason: $reason) { id } }`;

const decision = ({ about }: Pair, mark: string) => ({
  ...DECISION,
  subject: about.identifier,
  subjectName: about.name,
  decisionNumber: documentOf(about, mark),
  basisDocument: documentOf(about, `${mark}据`),
});
export const reward = ({ about }: Pair) => ({
  subject: about.identifier,
  subjectName: about.name,
  list: 'MODEL',
  decisionNumber: documentOf(about, '典'),
  basisDocument: documentOf(about, '典据'),
});

const pledge = ({ about }: Pair) => ({
  ...PLEDGE,
  subject: about.identifier,
  subjectName: about.name,
  consent: '示例同意书',
  document: documentOf(about, '诺'),
  permitDocument: documentOf(about, '许'),
});

export const DECISIONS: Readonly<Record<string, Withheld>> = {
  'a designation that was removed': {
    about: ALL,
    never: ['a watch'],
    withhold: async (world, pair) => {
      const { designate } = await well(world, LABOUR, DESIGNATE, { input: decision(pair, '除') });
      await well(world, LABOUR, REMOVE('removeDesignation'), { id: designate.id, reason: '已履行。' });
      return { id: storedId(world, LABOUR, designate.id) };
    },
    hides: unknownTo(LABOUR.unit),
    shows: (world, pair) => heldIn(world, pair, 'sanctions.designation'),
  },
  'an incentive that was removed': {
    about: ALL,
    never: ['a watch'],
    withhold: async (world, pair) => {
      const input = reward(pair);
      const made = await well(world, LABOUR, of('designateIncentive', 'DesignateIncentiveInput'), { input });
      const { id } = made.designateIncentive;
      await well(world, LABOUR, REMOVE('removeIncentive'), { id, reason: '不再符合条件。' });
      return { id: storedId(world, LABOUR, id) };
    },
    hides: unknownTo(LABOUR.unit),
    shows: (world, pair) => heldIn(world, pair, 'sanctions.incentive'),
  },
  'a waiver': {
    about: ALL,
    withhold: async (world, pair) => {
      const input = {
        subject: pair.about.identifier,
        basisDocument: documentOf(pair.about, '免'),
        conduct: '迟报一日。',
        minor: true,
        corrected: true,
        harmless: true,
        warning: '予以提醒。',
      };
      const { waiveConduct } = await well(world, LABOUR, of('waiveConduct', 'WaiveConductInput'), { input });
      return { id: storedId(world, LABOUR, waiveConduct.id, 'WAIVER') };
    },
    hides: unknownTo(LABOUR.unit),
    shows: toItself,
  },
  'a request for re-examination': {
    about: ALL,
    // Two of one day have no order but that of their ids, which are random.
    never: ['designation'],
    neverLater: ['a pledge is taken', 'the designation is removed'],
    before: (world, pair) => well(world, LABOUR, DESIGNATE, { input: decision(pair, '查') }),
    withhold: async (world, pair) => {
      const self = subject(pair.about.identifier);
      const { me } = await well(world, self, '{ me { designations { id } } }');
      const input = { designation: me.designations[0].id, reasons: '已足额支付。' };
      const asked = await well(world, self, of('requestReexamination', 'RequestReexaminationInput'), { input });
      return { id: asked.requestReexamination.id };
    },
    hides: unknownTo(LABOUR.unit),
    shows: toItself,
  },
  'an order to correct a pledge': {
    about: ALL,
    // A designation bars from pledges (Article 45).
    never: ['designation'],
    neverLater: ['a pledge is taken'],
    before: (world, pair) => well(world, CITY, RECORD, { input: pledge(pair) }),
    withhold: async (world, pair) => {
      const { me } = await well(world, subject(pair.about.identifier), '{ me { pledgeChecks { id } } }');
      const { id } = me.pledgeChecks[0];
      await well(world, CITY, ORDER, {
        id: pair.about.personal ? ownIdOf(world, CITY, id) : id,
        correctBy: '2026-12-18',
      });
      return { id };
    },
    hides: unknownTo(CITY.unit),
    shows: toItself,
  },
};
