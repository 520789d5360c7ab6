/**
 * Case 81: `disclosure(id)` opened to the operator and the authority every record version that anybody was ever shown, without a trace. Now it shows them
 * what they could ask for themselves (Article 23), and each reading is an entry that the subject finds (Articles 17 and 35).
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  AUTHORITY,
  BANK_A,
  COMPANY,
  type Holder,
  MEI,
  OPERATOR,
  onDatabaseOfStep,
  openWorld,
  subject,
  TODAY,
  type World,
} from '../../kit.ts';
import { storedId } from '../../own-ids.ts';

const LOOK = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name
  records(first: 100) { nodes { id item { code openness } } } nonPublicRecords(first: 100) { nodes { id } } designations { id } } }`;
const READ = `query ($id: ID!) { disclosure(id: $id) { at purpose recipient { code kind } items { code }
  shownRecords { recordId version item { code } content } shownNonPublicRecords { recordId } shownDesignations { recordId } } }`;
const HEAD = 'query ($id: ID!) { disclosure(id: $id) { at purpose recipient { code } } }';
const MINE = `{ me { disclosures(first: 200) { nodes { id at recipient { code kind } items { code } records { recordId version } seen
  basis { article } bases { article items } } } } }`;
const LOAN = { purpose: 'LOAN_ORIGINATION' };

onDatabaseOfStep('an entry that somebody else reads', (kind) => {
  let world: World;
  let minute = 0;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  /** Asks at a minute of its own and returns the answer with the entries that it left about a subject. */
  const noted = async (
    id: typeof MEI | typeof COMPANY,
    holder: Holder,
    query: string,
    variables: object,
    headers = {},
  ) => {
    minute += 1;
    const at = `${TODAY}T12:${String(minute).padStart(2, '0')}:00+08:00`;
    world.setNow(at);
    const { data, errors } = await world.ask(holder, query, variables as never, headers);
    expect(errors).toBeUndefined();
    const { data: own } = await world.ask(subject(id), MINE);
    const instant = new Date(at).toISOString();
    const entries = own.me.disclosures.nodes.filter(
      (one: { at: string; recipient: { kind: string } }) => one.at === instant && one.recipient.kind !== 'SELF',
    );
    return { data, entries };
  };
  const asked = async (id: typeof MEI | typeof COMPANY) => {
    const { data, entries } = await noted(id, BANK_A, LOOK, { id }, LOAN);
    expect(entries).toHaveLength(1);
    return { answer: data.subject, entry: entries[0] };
  };

  it.each([
    ['operator', OPERATOR],
    ['authority', AUTHORITY],
  ] as const)(
    'A23.1 A17.1 adversarial 81: the %s reads of it what it could ask for, and that is an entry',
    async (_who, reader) => {
      const { answer, entry } = await asked(MEI);
      const open = answer.records.nodes.filter(
        (row: { item: { openness: string } }) => row.item.openness === 'UNCONDITIONAL',
      );
      // The bank saw more than what is open to anyone.
      expect(open.length).toBeGreaterThan(0);
      expect(answer.records.nodes.length + answer.nonPublicRecords.nodes.length).toBeGreaterThan(open.length);
      const { data, entries } = await noted(MEI, reader, READ, { id: entry.id });
      const ids = (rows: readonly { id?: string; recordId?: string }[]) =>
        rows.map((row) => storedId(world, BANK_A, row.id ?? row.recordId ?? '')).sort();
      expect(ids(data.disclosure.shownRecords)).toEqual(ids(open));
      expect(data.disclosure.shownNonPublicRecords).toEqual([]);
      expect(JSON.stringify(data)).not.toContain('张小梅');
      // The head stays: who, when, for what, which items.
      expect(data.disclosure).toMatchObject({ purpose: 'LOAN_ORIGINATION', recipient: { code: 'BANK-A' } });
      expect(data.disclosure.items.length).toBeGreaterThan(0);
      expect(entries).toMatchObject([{ recipient: { code: reader.unit }, seen: 'DESENSITIZED' }]);
      expect(ids(entries[0].records)).toEqual(ids([...open, ...data.disclosure.shownDesignations]));
      expect(entries[0].bases.every(({ article }: { article: string }) => article === '23(1)')).toBe(true);
      // She reads her own entry whole, and that is none.
      const own = await noted(MEI, subject(MEI), READ, { id: entry.id });
      expect(ids(own.data.disclosure.shownRecords)).toEqual(ids(answer.records.nodes));
      expect(ids(own.data.disclosure.shownNonPublicRecords)).toEqual(ids(answer.nonPublicRecords.nodes));
    },
  );

  it('A35.1 adversarial 81: the head alone is an entry of its own, which says that the ledger was read and names no item', async () => {
    const { entry } = await asked(COMPANY);
    const { entries } = await noted(COMPANY, OPERATOR, HEAD, { id: entry.id });
    expect(entries).toMatchObject([
      { recipient: { code: 'HLJ-CREDIT' }, items: [], records: [], bases: [{ article: '35', items: [] }] },
    ]);
  });

  it('A37.2 what is displayed no more is shown to the subject alone', async () => {
    const { answer, entry } = await asked(MEI);
    world.setNow('2032-11-20T10:00:00+08:00');
    const read = async (holder: Holder) => (await world.ask(holder, READ, { id: entry.id })).data.disclosure;
    expect((await read(subject(MEI))).shownRecords).toHaveLength(answer.records.nodes.length);
    const { data } = await world.ask(OPERATOR, LOOK.replace('nonPublicRecords(first: 100) { nodes { id } }', ''), {
      id: MEI,
    });
    const visible = data.subject?.records.nodes.map(({ id }: { id: string }) => id) ?? [];
    expect(
      (await read(OPERATOR)).shownRecords
        .map((row: { recordId: string }) => row.recordId)
        .filter((id: string) => !visible.includes(id)),
    ).toEqual([]);
    world.setNow(`${TODAY}T13:00:00+08:00`);
  });

  it('A23.5 the database lets nobody but the subject open an entry', async () => {
    const { entry } = await asked(MEI);
    const rows = async (role: 'OPERATOR' | 'AUTHORITY', unit: string) => {
      const reading = await world.server.platform.database.read({
        role,
        unit,
        purpose: null,
        caseReference: null,
        subjectId: null,
        today: TODAY,
      });
      try {
        await reading.query({ name: 'open-entry', text: `select set_config('credit.disclosure', $1, true)` }, [
          entry.id,
        ]);
        return await reading.query(
          {
            name: 'rows-of-entry',
            text: `select r.id from public_credit.record r join control.item i on i.code = r.item and i.openness <> 'UNCONDITIONAL'`,
          },
          [],
        );
      } finally {
        await reading.close();
      }
    };
    expect(await rows('OPERATOR', 'HLJ-CREDIT')).toEqual([]);
    expect(await rows('AUTHORITY', 'HLJ-BIZENV')).toEqual([]);
  });

  it('A35.1 an entry names the items that were shown or asked for: a list of public records asks for no non-public one', async () => {
    const of = async (query: string) => {
      const { entries } = await noted(MEI, BANK_A, query, { id: MEI }, LOAN);
      return (entries[0]?.bases ?? []).flatMap(({ items }: { items: string[] }) => items);
    };
    const AGREED = { public: ['ARREARS-FUND', 'UTILITY-HEAT'], other: ['NP-LOAN', 'NP-UTILITY-BILL'] };
    const list = (fields: string) => `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { ${fields} } }`;
    // Her authorization covers two of each kind.
    const records = await of(list('records(first: 50) { totalCount }'));
    for (const code of AGREED.public) expect(records).toContain(code);
    for (const code of AGREED.other) expect(records).not.toContain(code);
    const others = await of(list('nonPublicRecords(first: 50) { totalCount }'));
    for (const code of AGREED.other) expect(others).toContain(code);
    for (const code of AGREED.public) expect(others).not.toContain(code);
    // One item asked for is one item, found or not.
    expect(await of(list('records(items: ["ARREARS-FUND"]) { totalCount }'))).toEqual(['ARREARS-FUND']);
    // A look at designations asks for no list: it tells that she is held, under the one item that tells it.
    const held = await of(list('designations { id }'));
    expect(
      held.filter((code: string) => [...AGREED.public, ...AGREED.other].includes(code)).length,
    ).toBeLessThanOrEqual(1);
  });
});
