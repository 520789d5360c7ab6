/** What a company is quoted that lets somebody act for it (Article 35). */
import { type Example, taken } from '../example.ts';
import { COMPANY_TOKEN } from './cast.ts';

export const MANDATE_EXAMPLES: readonly Example[] = [
  {
    name: 'RegisterMandate',
    role: 'SUBJECT',
    by: COMPANY_TOKEN,
    title: {
      en: 'Let an employee read for the company; who acts sends the id as Credit-For, with a token of its own.',
      zh: '委托单位人员查阅；受托人使用本人的令牌，并在请求头Credit-For中填写委托编号。',
    },
    document: `mutation RegisterMandate($input: MandateInput!) { registerMandate(input: $input) { id validUntil } }`,
    variables: {
      input: {
        agent: { type: 'CITIZEN_ID', value: '239999198706150026' },
        kind: 'EMPLOYEE',
        scope: ['READ'],
        validUntil: '2027-06-30',
      },
    },
  },
  {
    name: 'MyMandates',
    role: 'SUBJECT',
    by: COMPANY_TOKEN,
    title: {
      en: 'Mandates that one gave and under which one acts.',
      zh: '本人作出的委托和受托的委托。',
    },
    document: `query MyMandates { me { mandates { id kind scope validUntil actingFor lacks principal { type number } agent { type number } firstUsedAt } } }`,
    variables: {},
  },
  {
    name: 'EndMandate',
    role: 'SUBJECT',
    by: COMPANY_TOKEN,
    title: { en: 'End it: from this moment nobody acts under it.', zh: '终止委托：即时不得再据以办理。' },
    document: `mutation EndMandate($id: ID!, $reason: String!) { endMandate(id: $id, reason: $reason) { id endedOn } }`,
    variables: { id: taken('RegisterMandate', 'data', 'registerMandate', 'id'), reason: '离职' },
  },
];
