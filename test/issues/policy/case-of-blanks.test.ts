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
    { purpose: 'PERMIT', matter: 'SPECIAL-OPERATION-PERMIT', case: reference },
  );
  return [data.subject?.name ?? null, ...(errors ?? []).map(({ extensions }) => extensions.reason)];
};

it.each([' ', '\u3000', ' \u00a0 '])('A22.1 a case reference of blanks only (%j) is none', async (blank) => {
  expect(await seen(blank)).toEqual([null, 'CASE_REQUIRED']);
});

/** Hangul fillers, variation selectors, joiners, tags, the blank of braille: what a reader does not see (Unicode, Default_Ignorable_Code_Point). */
const INVISIBLE = [
  '\u3164',
  '\u115f',
  '\uffa0',
  '\ufe0f',
  '\u{e0100}',
  '\u200b',
  '\u2060',
  '\u034f',
  '\u180e',
  '\u17b4',
  '\u00ad',
  '\ufeff',
  '\u{e0041}',
  '\u2800',
  ' \u3164\u3000\ufe0f ',
];

it.each(INVISIBLE)('A22.1 adversarial 91: a case reference that nobody can see (%j) is none', async (unseen) => {
  expect(await seen(unseen)).toEqual([null, 'CASE_REQUIRED']);
});

it('A22.1 a case reference that is seen is one, and what is not seen in it makes no other of it', async () => {
  const check = `query ($id: SubjectIdentifierInput!) { matterCheck(subject: $id, matter: "SPECIAL-OPERATION-PERMIT") { id } }`;
  const ask = async (reference: string) =>
    (await world.ask(PERMIT_OFFICE, check, { id: MEI }, { purpose: 'PERMIT', case: reference })).data.matterCheck.id;
  expect(await ask('哈政许〔2026〕91号')).toBe(await ask('哈政许\ufe0f〔2026〕91号\u3164'));
});

it('A22.1 a case reference between blanks is one', async () => {
  expect(await seen(' 哈政许〔2026〕7号 ')).toEqual(['张小梅']);
});
