/** A handful of stories and refusals at routers that are not ours: what our gateway answers, they answer. A proof: four subgraphs and three doors over PostgreSQL. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ANALYST,
  BANK_A,
  BANK_B,
  COMPANY,
  databases,
  HIDDEN,
  LISTED,
  MEI,
  NO_JOBS,
  NOT_HELD,
  OPERATOR,
  openWorld,
  PERMIT_OFFICE,
  subject,
  type World,
} from '../kit.ts';
import { EXPLAIN_ACCESS, MY_RECORD, PARTY_BATCH, PARTY_CHECK, PUBLIC_LOOKUP } from '../stories/operations.ts';
import { ask, compared, openRouter, type Question, ROUTERS, type Router, type RouterName } from './routers.ts';

const LOAN = { purpose: 'LOAN_ORIGINATION' };
const DESK = { purpose: 'PERMIT', case: '2026-0001' };
const MATTER = `query ($id: SubjectIdentifierInput!) { matterCheck(subject: $id, matter: "FOOD-PERMIT") { complete missingSources subjectFound
  findings { kind summary article } measures { code name until article } pledge { eligible reasons } incentives { code } supervision { class assessmentEdition } } }`;

/** Who asks what. */
const STORIES: Readonly<Record<string, Question>> = {
  'A23.1 anyone looks a company up': { holder: null, query: PUBLIC_LOOKUP, variables: { id: COMPANY, first: 5 } },
  'A23.4 anyone looks a person up, desensitized': {
    holder: null,
    query: PUBLIC_LOOKUP,
    variables: { id: MEI, first: 5 },
  },
  'A23.2 A24.3 a bank within its agreement and her authorization': {
    holder: BANK_A,
    query: PARTY_CHECK,
    variables: { id: MEI },
    headers: LOAN,
  },
  'A23.2 a bank asks for several at once': {
    holder: BANK_A,
    query: PARTY_BATCH,
    variables: { ids: [MEI, COMPANY, LISTED] },
    headers: LOAN,
  },
  'A23.3 A24.2 the subject reads its own record': { holder: subject(MEI), query: MY_RECORD, variables: { first: 5 } },
  'A43.1 a permit desk asks what to know before it decides': {
    holder: PERMIT_OFFICE,
    query: MATTER,
    variables: { id: LISTED },
    headers: DESK,
  },
  'the operator looks at a company': { holder: OPERATOR, query: PUBLIC_LOOKUP, variables: { id: COMPANY, first: 5 } },
  'a bank is told which items are open to it': {
    holder: BANK_A,
    query: EXPLAIN_ACCESS,
    variables: { id: MEI, items: ['ARREARS-FUND'] },
    headers: LOAN,
  },
  'A23.2 refused: a bank without a purpose': { holder: BANK_A, query: PARTY_CHECK, variables: { id: MEI } },
  'A23.2 refused: a bank without an agreement': {
    holder: BANK_B,
    query: PARTY_CHECK,
    variables: { id: MEI },
    headers: LOAN,
  },
  'A23.2 refused: nobody reads what is open by agreement': {
    holder: null,
    query: PARTY_CHECK,
    variables: { id: COMPANY },
  },
  'A22.1 refused: a desk without a case': {
    holder: PERMIT_OFFICE,
    query: MATTER,
    variables: { id: LISTED },
    headers: { purpose: 'PERMIT' },
  },
  'A23.5 a number that may not be seen': {
    holder: BANK_B,
    query: PARTY_CHECK,
    variables: { id: HIDDEN },
    headers: LOAN,
  },
  'A23.5 and one that is not held': { holder: BANK_B, query: PARTY_CHECK, variables: { id: NOT_HELD }, headers: LOAN },
  'refused: an analyst reads no row': { holder: ANALYST, query: PUBLIC_LOOKUP, variables: { id: COMPANY, first: 5 } },
  'refused: a unit that does not exist': {
    holder: { role: 'party', unit: 'NOBODY' },
    query: PARTY_CHECK,
    variables: { id: MEI },
    headers: LOAN,
  },
  'refused: a purpose that is no code': {
    holder: BANK_A,
    query: PARTY_CHECK,
    variables: { id: MEI },
    headers: { purpose: 'a b' },
  },
  'refused in Chinese': {
    holder: BANK_B,
    query: PARTY_CHECK,
    variables: { id: MEI },
    headers: { ...LOAN, language: 'zh-CN,en;q=0.5' },
  },
};

describe.runIf(databases().includes('postgresql'))('routers that are not ours', () => {
  let world: World;
  const routers = new Map<RouterName, Router>();
  beforeAll(async () => {
    world = await openWorld('postgresql', { wire: true, environment: NO_JOBS });
    for (const name of ROUTERS) routers.set(name, await openRouter(name, world));
  });
  afterAll(async () => {
    for (const router of routers.values()) await router.stop();
    await world?.close();
  });
  const at = (name: RouterName, question: Question) => ask(routers.get(name)?.url ?? '', world, question);

  for (const name of ROUTERS)
    for (const [story, question] of Object.entries(STORIES))
      it(`${name}: ${story}`, async () => {
        const own = await ask(`${world.server.url}/graphql`, world, question);
        const other = await at(name, question);
        expect(compared(other)).toEqual(compared(own));
      });
});
