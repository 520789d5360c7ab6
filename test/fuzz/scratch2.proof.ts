import { expect, it } from 'vitest';
import { MEI } from '../kit.ts';
import { TwoWorlds } from './two-worlds/pairs.ts';
import { CALLERS } from './two-worlds/callers.ts';
import { tell } from './two-worlds/told.ts';
it('x', async () => {
  const two = await TwoWorlds.open('pglite');
  for (const c of CALLERS) {
    const r = await tell(two.worlds[0], c, two.questions.about, { id: MEI, other: MEI, matter: c.headers.matter ?? 'FOOD-PERMIT', after: null, thing: '00000000-0000-4000-8000-000000000000' });
    console.log(c.name, r.status, r.body.length, r.body.slice(0, 300), (await tell(two.worlds[0], c, two.questions.standing, {})).body.slice(0, 200));
  }
  console.log((await tell(two.worlds[0], CALLERS[1]!, two.questions.own, {})).body.slice(0, 400));
  console.log(two.questions.about.length, two.questions.about);
  expect(1).toBe(1); await two.close();
}, 100000);
