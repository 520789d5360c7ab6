import { beforeAll, expect, it } from 'vitest';
import { MEI, PERMIT_OFFICE, sharedWorld, type World } from '../../kit.ts';

const QUESTION = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name } }';

/** A case of blanks only was taken for a case: a department saw a person whole without naming any. */
let world: World;
beforeAll(async () => {
  world = await sharedWorld('pglite');
});

const seen = async (reference: string) => {
  const { data, errors } = await world.ask(
    PERMIT_OFFICE,
    QUESTION,
    { id: MEI },
    { purpose: 'PERMIT', case: reference },
  );
  return [data.subject?.name ?? null, ...(errors ?? []).map(({ extensions }) => extensions.reason)];
};

it.each([' ', '\u3000', ' \u00a0 '])('A22.1 a case reference of blanks only (%j) is none', async (blank) => {
  expect(await seen(blank)).toEqual([null, 'CASE_REQUIRED']);
});

it('A22.1 a case reference between blanks is one', async () => {
  expect(await seen(' 哈政许〔2026〕7号 ')).toEqual(['张小梅']);
});
