/** A proof: it opens a world of its own for what one test shows. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { joinSubjects } from '../../../subgraphs/index.ts';
import { openWorld, soonest, subject, type World } from '../../kit.ts';
import { plantAuthorization, plantRecord } from '../../subgraphs/planted-subjects.ts';

/** Hyphens are left out of a document's number. What was held with one, and what its holder granted, is out of her reach under every spelling. */
let world: World;
beforeAll(async () => {
  world = await openWorld(soonest());
});
afterAll(() => world.close());

it('A19.1 A24.1 what was held under a number with a hyphen is its holder’s still: records, and authorizations to revoke', async () => {
  const HELD = ['OTHER_DOCUMENT', 'E-12345678'] as const;
  await plantRecord(world, HELD, '伊测试', '旧〔2026〕6号');
  await plantAuthorization(world, HELD, 'BANK-B');
  await joinSubjects(world.server.requestAs);
  for (const value of ['E-12345678', 'E12345678']) {
    const { data } = await world.ask(
      subject({ type: 'OTHER_DOCUMENT', value }),
      '{ me { records { totalCount } authorizations { party { code } } } }',
    );
    expect(data.me).toEqual({ records: { totalCount: 1 }, authorizations: [{ party: { code: 'BANK-B' } }] });
  }
});
