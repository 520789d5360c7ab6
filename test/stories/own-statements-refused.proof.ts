/** Statements of subjects that cannot be meant (Article 35): each with its sentence and article, and nothing is shown. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  BANK_A,
  COMPANY,
  type Identifier,
  MEI,
  NO_JOBS,
  OPERATOR,
  onDatabaseOfStep,
  openWorld,
  subject,
  type World,
} from '../kit.ts';

const mei = subject(MEI);
const STATE = 'mutation ($record: ID!, $text: String!) { addStatement(record: $record, text: $text) { id } }';
const WITHDRAW = 'mutation ($id: ID!) { withdrawStatement(id: $id) { id } }';

onDatabaseOfStep('own statements that are refused', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, { environment: NO_JOBS });
  });
  afterAll(() => world.close());

  interface Row {
    readonly id: string;
    readonly item: { readonly openness: string };
    readonly ownStatement: object | null;
  }
  /** Id of its first record that is open to anyone. */
  const recordOf = async (who: Identifier): Promise<string> => {
    const { data } = await world.ask(subject(who), '{ me { records(first: 50) { nodes { id item { openness } } } } }');
    return data.me.records.nodes.find(({ item }: Row) => item.openness === 'UNCONDITIONAL').id;
  };
  const read = async (): Promise<readonly object[]> => {
    const { data } = await world.ask(mei, '{ me { records(first: 50) { nodes { ownStatement { id } } } } }');
    return data.me.records.nodes.flatMap(({ ownStatement }: Row) => (ownStatement === null ? [] : [ownStatement]));
  };

  it.each([
    ['no text', '  \n ', 'EMPTY'],
    ['501 characters', '说'.repeat(501), 'TOO_LONG'],
    ['what cannot be seen', '说\u200b明', 'UNSEEN'],
    ['a filler', '说\u3164明', 'UNSEEN'],
  ])('A35.1 %s is refused with its article', async (_what, text, reason) => {
    const { errors } = await world.ask(mei, STATE, { record: await recordOf(MEI), text });
    expect([errors?.[0]?.extensions.reason, errors?.[0]?.extensions.article]).toEqual([reason, '35']);
    expect(await read()).toEqual([]);
  });

  it('A35.1 500 characters fit, however many units each takes', async () => {
    const { data } = await world.ask(mei, STATE, { record: await recordOf(MEI), text: '𠮷'.repeat(500) });
    await world.ask(mei, WITHDRAW, { id: data.addStatement.id });
  });

  it('A35.1 beside what is another’s, or withdrawing what is: as of what does not exist; no other role states anything', async () => {
    const record = await recordOf(COMPANY);
    const nothing = await world.ask(mei, STATE, { record: crypto.randomUUID(), text: '说明' });
    const others = await world.ask(mei, STATE, { record, text: '说明' });
    expect(others.errors).toEqual(nothing.errors);
    expect(others.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const { id } = (await world.ask(subject(COMPANY), STATE, { record, text: '说明。' })).data.addStatement;
    expect((await world.ask(mei, WITHDRAW, { id })).errors).toEqual(
      (await world.ask(mei, WITHDRAW, { id: crypto.randomUUID() })).errors,
    );
    await world.ask(subject(COMPANY), WITHDRAW, { id });
    for (const by of [null, BANK_A, OPERATOR])
      expect((await world.ask(by, STATE, { record, text: '说明' })).errors?.[0]?.extensions).toMatchObject({
        code: 'FORBIDDEN',
        article: '35',
      });
  });
});
