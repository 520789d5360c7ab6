/** Each root field as each caller: what lacks is what the refusal names, with the article, and nobody else is refused. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type RootQuestion, rootMutations, rootQuestions } from '../gateway/root-fields.ts';
import { type Answer, COMPANY, type Holder, onDatabaseOfStep, openWorld, type World } from '../kit.ts';
import { ASKERS, type AskerName, GIVEN, MATTER } from './who-may-ask.ts';
import { expected, LINES, opened } from './who-may-ask-lines.ts';

/** Root fields that show something of a subject, and to whom (Article 17: to an identified recipient not before it is on the ledger). */
const IDENTIFIED = ['subject', 'party', 'department', 'provider', 'collector', 'operator', 'authority'] as const;
const SHOWING: Readonly<Record<string, readonly AskerName[]>> = {
  subject: ['public', ...IDENTIFIED],
  subjects: ['public', ...IDENTIFIED],
  me: ['subject'],
  matterCheck: ['department'],
  matterChecks: ['department'],
};

onDatabaseOfStep('who may ask', (kind) => {
  let world: World;
  let questions: readonly RootQuestion[];
  let mutations: readonly RootQuestion[];
  beforeAll(async () => {
    world = await openWorld(kind, { environment: { RATE_UNIT: '1000000' } });
    questions = await rootQuestions(world, GIVEN, 0);
    mutations = await rootMutations(world, GIVEN, 0);
  });
  afterAll(() => world.close());

  const ask = ({ query, variables }: RootQuestion, name: AskerName): Promise<Answer> =>
    world.ask(ASKERS[name].holder, query, variables, ASKERS[name].headers);

  /** `+` where the caller is not refused. Input that is wrong all the same, or names what is not there, is no refusal of a mutation. */
  function outcome(answer: Answer, tolerated: readonly string[]): string {
    const error = answer.errors?.find(
      ({ path, extensions }) => (path?.length ?? 0) <= 1 && !tolerated.includes(extensions.code),
    );
    if (error === undefined) return answer.status === 200 ? '+' : `HTTP ${answer.status}`;
    const { code, reason, article } = error.extensions;
    return code === 'FORBIDDEN' ? `${reason} ${article}` : `${code} ${reason}`;
  }

  async function checkField(
    field: string,
    { said, tolerated }: { said: readonly RootQuestion[]; tolerated: readonly string[] },
  ) {
    const question = said.find((one) => one.field === field);
    const line = LINES.get(field);
    if (question === undefined || line === undefined) throw new Error(`${field} is no root field.`);
    const found: Record<string, string> = {};
    for (const name of Object.keys(ASKERS) as AskerName[]) {
      const answer = await ask(question, name);
      found[name] = outcome(answer, tolerated);
      for (const { message, path, extensions } of answer.errors ?? []) {
        expect([message.length > 0, (extensions.help ?? '').length > 0]).toEqual([true, true]);
        // Whom only the role stops is told which roles may. A field within may be for fewer of them.
        const ofRoot = (path?.length ?? 0) <= 1 && line.cells.PUBLIC !== '+';
        if (['ROLE', 'IDENTITY_REQUIRED'].includes(extensions.reason ?? '') && ofRoot)
          expect(extensions.help?.match(/[A-Z]{4,}/g)?.sort()).toEqual(opened(line).sort());
      }
    }
    expect(found).toEqual(
      Object.fromEntries((Object.keys(ASKERS) as AskerName[]).map((name) => [name, expected(line, name)])),
    );
  }

  it('A23.5 every root field is in the table, and nothing else: a new one is decided before it is served', () => {
    expect([...questions, ...mutations].map(({ field }) => field).sort()).toEqual([...LINES.keys()].sort());
  });

  describe('A22.1 A23.1 A23.2 A24.2', () => {
    const fields = [...LINES.keys()];
    const firstMutation = fields.indexOf('publishCatalogItem');
    it.each(fields.slice(0, firstMutation))('%s', (field) =>
      // It is asked of one of two things, so that neither is given and both are.
      checkField(field, { said: questions, tolerated: field === 'restorationConditions' ? ['BAD_USER_INPUT'] : [] }),
    );
    it.each(fields.slice(firstMutation))('%s', (field) =>
      checkField(field, { said: mutations, tolerated: ['BAD_USER_INPUT', 'NOT_FOUND', 'CONFLICT'] }),
    );
  });

  it('A21.4 A47.1 items of another unit: that alone stops a provider, a department and the operator', async () => {
    const others: readonly (readonly [string, AskerName, string])[] = [
      ['submitRecords', 'provider', 'ARREARS-TAX'],
      ['recordPledge', 'provider', 'PLEDGE-PERMIT'],
      ['recordPledge', 'department', 'PLEDGE-VOLUNTARY'],
      ['deliverAssessments', 'operator', 'PENALTY-GENERAL'],
    ];
    for (const [field, name, item] of others) {
      const given = { ...GIVEN, [`${field}.item`]: item, [`${field}.edition`]: await methodInForce() };
      const sent = (await rootMutations(world, given, 0)).find((one) => one.field === field);
      if (sent === undefined) throw new Error(`${field} is no mutation.`);
      const answer = await ask(sent, name);
      expect([field, outcome(answer, [])]).toEqual([field, 'NOT_PROVIDING_UNIT 21']);
      // Both units are named, so that it is clear who would have to deliver.
      expect(answer.errors?.[0]?.message).toMatch(
        new RegExp(`^The catalog names [A-Z-]+.* ${item}[,;] .*${ASKERS[name].holder?.unit}`),
      );
      // The unit that the catalog names is not stopped by it.
      const unit = { 'ARREARS-TAX': 'HLJ-TAX', 'PLEDGE-PERMIT': 'HRB-AMR', 'PLEDGE-VOLUNTARY': 'HLJ-AMR' }[item];
      const holder: Holder = { role: ASKERS[name].role.toLowerCase(), unit: unit ?? '' };
      if (unit !== undefined)
        expect(outcome(await world.ask(holder, sent.query, sent.variables), ['BAD_USER_INPUT'])).toBe('+');
    }
  });

  const methodInForce = async (): Promise<string> =>
    (await world.ask(null, '{ assessmentMethods { edition } }')).data.assessmentMethods[0].edition;

  it('A22.1 A43.1 a duty for another matter is none', async () => {
    const check =
      'query ($id: SubjectIdentifierInput!, $matter: String!) { matterCheck(subject: $id, matter: $matter) { id } }';
    const { holder, headers } = ASKERS['department without matter'];
    const asked = async (matter: string) =>
      outcome(await world.ask(holder, check, { id: COMPANY, matter }, headers), []);
    expect([await asked(MATTER), await asked('TENDER')]).toEqual(['+', 'DUTY_REQUIRED 22']);
  });

  it('A17.1 without the ledger nobody identified is shown a subject, by whichever field; an anonymous caller is nobody to note', async () => {
    // Of every process that answers.
    const processes = [world.server, ...Object.values(world.wired?.servers ?? {})];
    const broken = processes.map(({ platform: { database } }) => {
      const { execute } = database;
      return vi.spyOn(database, 'execute').mockImplementation((session, role, ...rest) => {
        if (role === 'ledger') throw new Error('The ledger is full.');
        return execute(session, role, ...rest);
      });
    });
    try {
      const found: Record<string, string> = {};
      for (const [field, names] of Object.entries(SHOWING))
        for (const name of names) {
          const question = questions.find((one) => one.field === field);
          if (question === undefined) throw new Error(`${field} is no root field.`);
          const { holder, headers } = ASKERS[name];
          // A case that was answered is given the same answer again, which is on the ledger already (Article 43).
          const fresh = 'case' in headers ? { ...headers, case: `新案 ${field}` } : headers;
          const answer = await world.ask(holder, question.query, question.variables, fresh);
          found[`${field} ${name}`] = outcome(answer, []);
          if (name !== 'public') expect(answer.data).toBeNull();
        }
      expect(found).toEqual(
        Object.fromEntries(
          Object.entries(SHOWING).flatMap(([field, names]) =>
            names.map((name) => [`${field} ${name}`, name === 'public' ? '+' : 'LEDGER_UNAVAILABLE 17']),
          ),
        ),
      );
    } finally {
      for (const one of broken) one.mockRestore();
    }
  });
});
