/**
 * A text that was masked never comes out wider (Article 23): over corrections of it and of everything else, redeliveries with less, other records, forms
 * made anew, and an edition of the catalog that forgets what is personal.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { citizenCheckDigit, usccCheckCharacter } from '../../schema/law/records/identifiers.ts';
import { remakeAll } from '../../subgraphs/redaction/job.ts';
import { budget, TIMEOUT } from '../fuzz/budget.ts';
import { AUTHORITY, type Identifier, MARKET_REGULATION, openWorld, soonest, subject, type World } from '../kit.ts';
import { ownIdOf } from '../own-ids.ts';
import { submit } from '../stories/withheld.ts';

interface Case {
  readonly id: string;
  readonly about: 'PERSON' | 'COMPANY' | 'SOLE_TRADER';
  readonly known: Readonly<Record<'subjectName' | 'address' | 'phone' | 'representative', string | null>>;
  readonly text: string;
  readonly secrets: readonly string[];
}

const CASES = readFileSync(new URL('../cases/texts.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line): Case => JSON.parse(line))
  .filter(({ secrets }) => secrets.length > 0);

const folded = (text: string): string => text.normalize('NFKC').replace(/[\s\p{Cf}\p{Pd}.·•・‧]/gu, '');
const readable = (secrets: readonly string[], text: string): string[] =>
  secrets.filter((secret) => text.includes(secret) || folded(text).includes(folded(secret)));

const SUBMIT = 'mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { rejected { code } } }';
/** Delivers a record again: taken, or refused because it says what was corrected. */
async function again(world: World, item: string, record: object): Promise<void> {
  const { data, errors } = await world.ask(MARKET_REGULATION, SUBMIT, { input: { item, records: [record] } });
  expect(errors).toBeUndefined();
  expect(data.submitRecords.rejected.filter(({ code }: { code: string }) => code !== 'FELL')).toEqual([]);
}

let made = 0;
/** A new subject of the kind, in the synthetic region. */
function newSubject(about: Case['about']): Identifier {
  made += 1;
  const number = String(made).padStart(4, '0');
  if (about === 'PERSON') {
    const body = `23999919600${String((made % 9) + 1)}1${number}`;
    return { type: 'CITIZEN_ID', value: body + citizenCheckDigit(body) };
  }
  const body = `${about === 'COMPANY' ? '91' : '92'}239999MA8W${number}`.padEnd(17, '0');
  return { type: 'USCC', value: body + usccCheckCharacter(body) };
}

type Step =
  | 'CORRECT_OTHER'
  | 'CORRECT_NAME'
  | 'CORRECT_AWAY'
  | 'CORRECT_TEXT'
  | 'REDELIVER_LESS'
  | 'ANOTHER_RECORD'
  | 'MADE_ANEW';

const CORRECT = 'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { version } }';
const ASK = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(first: 200) { nodes { id version
  ... on AdministrativePenalty { documentNumber facts content legalRepresentative { name } } } } } }`;

let world: World;
beforeAll(async () => {
  world = await openWorld(soonest());
});
afterAll(() => world.close());

const readAs = async (id: Identifier, holder: Parameters<World['ask']>[0]) => {
  const { data, errors } = await world.ask(holder, ASK, { id });
  expect(errors).toBeUndefined();
  return data.subject.records.nodes as { id: string; documentNumber: string }[];
};

const NUMBER = '例罚〔2026〕1号';
const delivery = ({ known, text }: Case, id: Identifier, changes: object = {}, content: object = {}) => ({
  subject: id,
  subjectName: known.subjectName ?? '示例',
  subjectAddress: known.address,
  subjectPhone: known.phone,
  occurredOn: '2026-11-02',
  consent: '同意书',
  basisDocument: NUMBER,
  content: {
    documentNumber: NUMBER,
    facts: text,
    penaltyKinds: ['警告'],
    ...(known.representative === null ? {} : { legalRepresentativeName: known.representative }),
    ...content,
  },
  ...changes,
});

let minute = 0;
async function take(step: Step, one: Case, id: Identifier): Promise<void> {
  minute += 1;
  const [own] = (await readAs(id, subject(id))).filter(({ documentNumber }) => documentNumber === NUMBER);
  const record = one.about === 'COMPANY' ? own?.id : ownIdOf(world, MARKET_REGULATION, own?.id ?? '');
  const correct = async (input: object) => {
    const { errors } = await world.ask(MARKET_REGULATION, CORRECT, {
      input: { record, reason: '有误', ...input },
    });
    expect(errors?.filter(({ extensions }) => extensions.reason !== 'UNCHANGED') ?? []).toEqual([]);
  };
  const bare = { documentNumber: NUMBER, facts: `另查：${one.text}`, penaltyKinds: ['警告'] };
  if (step === 'CORRECT_OTHER') await correct({ content: { content: `警告${minute}次` } });
  if (step === 'CORRECT_NAME') await correct({ subjectName: '改测试' });
  if (step === 'CORRECT_AWAY')
    await correct({ subjectAddress: null, subjectPhone: null, content: { legalRepresentativeName: null } });
  if (step === 'CORRECT_TEXT') await correct({ content: { facts: `${one.text}特此更正。` } });
  if (step === 'REDELIVER_LESS')
    await again(
      world,
      'PENALTY-GENERAL',
      delivery(one, id, { subjectName: '改测试', subjectAddress: null, subjectPhone: null, content: bare }),
    );
  if (step === 'ANOTHER_RECORD')
    await again(
      world,
      'PENALTY-GENERAL',
      delivery(one, id, {
        basisDocument: `${NUMBER}之${minute}`,
        subjectName: '改测试',
        content: { ...bare, documentNumber: `${NUMBER}之${minute}` },
      }),
    );
  if (step === 'MADE_ANEW') {
    await world.server
      .requestAs({ role: 'OPERATOR' })
      .write('due', (em) =>
        sql`update public_credit.known_values set redaction = 1 where subject_id = ${world.server.platform.secrets.subjectId(id.type, id.value)}::uuid`.execute(
          em.getKysely(),
        ),
      );
    await remakeAll(world.server.requestAs, 100);
  }
}

/** What stays readable of what was not readable before. */
async function wider(one: Case, id: Identifier, before: readonly string[]): Promise<string[]> {
  const hidden = one.secrets.filter((secret) => !before.includes(secret));
  return readable(hidden, JSON.stringify(await readAs(id, null)));
}

const STEPS: readonly Step[] = [
  'CORRECT_OTHER',
  'CORRECT_NAME',
  'CORRECT_AWAY',
  'CORRECT_TEXT',
  'REDELIVER_LESS',
  'ANOTHER_RECORD',
  'MADE_ANEW',
];
const delivered: { readonly one: Case; readonly id: Identifier; readonly before: readonly string[] }[] = [];

it(
  'A23.4 A38.1 adversarial 76: a text that was masked never comes out wider, by any row of corrections, deliveries and forms made anew',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...CASES),
        fc.array(fc.constantFrom(...STEPS), { minLength: 1, maxLength: 5 }),
        async (one, steps) => {
          const id = newSubject(one.about);
          await submit(world, 'PENALTY-GENERAL', delivery(one, id));
          const before = readable(one.secrets, JSON.stringify(await readAs(id, null)));
          for (const step of steps) {
            await take(step, one, id);
            expect([one.id, steps, step, await wider(one, id, before)]).toEqual([one.id, steps, step, []]);
          }
          delivered.push({ one, id, before });
        },
      ),
      budget(12),
    );
  },
  TIMEOUT,
);

it('A23.4 A18.2 nor by an edition of the catalog that forgets what is personal', async () => {
  const { data } = await world.ask(null, '{ catalogItems(first: 200) { nodes { code } } }');
  expect(data.catalogItems.nodes.length).toBeGreaterThan(0);
  const request = world.server.requestAs({ role: 'OPERATOR' });
  const { directory } = await request.snapshot();
  await request.abandon();
  const item = directory.items.get('PENALTY-GENERAL');
  if (item === undefined) throw new Error('PENALTY-GENERAL is not in force.');
  const input = {
    code: item.code,
    edition: '2026-forgetful',
    category: item.category,
    name: item.name,
    nameEn: item.nameEn,
    conduct: item.conduct,
    nature: item.nature,
    recordType: item.recordType,
    subjectKinds: item.subjectKinds,
    providingUnit: item.providingUnit,
    dataSource: item.dataSource,
    sharing: item.sharing,
    openness: item.openness,
    displayPeriod: { minimumMonths: item.displayMinimumMonths, maximumMonths: item.displayMaximumMonths },
    updateWithinWorkingDays: item.updateWithinWorkingDays,
    legalBasis: item.legalBasis,
    displayRequiredBy: item.displayRequiredBy,
    publication: { reference: '例公告〔2026〕9号', publishedOn: '2026-11-20' },
    effectiveFrom: '2026-11-20',
    elements: item.elements.map(({ name, title, openness }) => ({ name, title, openness })),
  };
  const { errors } = await world.ask(
    AUTHORITY,
    'mutation ($input: CatalogItemInput!) { publishCatalogItem(input: $input) { edition } }',
    { input },
  );
  expect(errors).toBeUndefined();
  for (const { one, id, before } of delivered) {
    await again(world, 'PENALTY-GENERAL', delivery(one, id, { occurredOn: '2026-11-20' }, { content: '再次交付' }));
    expect([one.id, await wider(one, id, before)]).toEqual([one.id, []]);
  }
});
