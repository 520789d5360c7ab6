/** A province file applied to a database: the first, the same again, what needs a token, what needs a yes, and nothing half. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sampleFile } from '../../subgraphs/province/sample.ts';
import { onEachDatabase, openWorld, sharedWorld, type World } from '../kit.ts';
import { BASE, fileOf, item, lineOf } from './file.ts';
import { exported, give, saidIn } from './giving.ts';
import { rowsOf } from './rows.ts';

const AUTHORITY = { role: 'authority', unit: 'AUTH' } as const;
const NEXT = { ...item('ARREARS-A', '2', 'SELF_ONLY', { effectiveFrom: '2026-12-01' }) };
const [agreement = {}] = BASE.agreements ?? [];
const [duty = {}] = BASE.duties ?? [];

onEachDatabase('A07.1 A17.1 A22.1 a province by its file', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, { sample: false });
  });
  afterAll(() => world.close());
  const rows = () => rowsOf(world.server.requestAs);
  const text = fileOf(BASE);

  it('begins: a dry run stores nothing, the first file needs no token, and a running server has it at once', async () => {
    const planned = await give(world, text, { trial: true });
    expect(planned).toMatchObject({ outcome: 'PLANNED', plan: { first: true, taking: 0 } });
    expect((await rows()).units).toEqual([]);
    expect(saidIn(await give(world, text))).toEqual(['APPLIED']);
    const asked = await world.ask(null, '{ catalogItems(first: 5) { nodes { code edition providingUnit { name } } } }');
    expect(asked.data.catalogItems.nodes.map(({ code }: { code: string }) => code)).toEqual(['ARREARS-A', 'ARREARS-B']);
  });

  it('is the same a second time: nothing changes, and the entry of who ran it stays the only one', async () => {
    const held = await rows();
    expect(held.runs).toMatchObject([{ ran_by: 'li.na', host: 'gateway-1', signed_by: null }]);
    expect(held.runs[0]?.file_hash).toMatch(/^[0-9a-f]{64}$/);
    expect(saidIn(await give(world, text))).toEqual(['APPLIED']);
    expect(await rows()).toEqual(held);
  });

  it('A23.2 takes a basis from nobody without a yes', async () => {
    const held = await rows();
    const narrower = fileOf({ agreements: [{ ...agreement, items: ['ARREARS-A'] }] });
    expect(saidIn(await give(world, narrower))).toEqual([
      '1 change takes a basis from somebody, and nothing was applied. Look at the plan, and say --yes if it is right.',
    ]);
    expect(await rows()).toEqual(held);
    expect(saidIn(await give(world, narrower, { confirmed: true }))).toEqual(['APPLIED']);
    const { agreements } = await rows();
    const [first, second] = agreements.sort((one, other) => String(one.state).localeCompare(String(other.state)));
    expect(first).toMatchObject({ reference: 'BANK-2026-1', items: ['ARREARS-A', 'ARREARS-B'], state: 'ENDED' });
    expect(second).toMatchObject({ reference: 'BANK-2026-1', items: ['ARREARS-A'], state: 'IN_FORCE' });
    expect(first?.end_reason).toMatch(/^按省域文件变更（sha256:[0-9a-f]{12}）$/);
  });

  it('applies the plan that was shown, and no other that somebody made of it meanwhile', async () => {
    const later = fileOf({ duties: [{ ...duty, matter: 'ALCOHOL-PERMIT' }] });
    const shown = await give(world, later, { trial: true });
    const planned = 'plan' in shown ? shown.plan.digest : '';
    const ends = fileOf({ duties: [{ ...duty, ended: { on: '2026-11-20', reason: '职责划转' } }] });
    expect(saidIn(await give(world, ends, { confirmed: true }))).toEqual(['APPLIED']);
    const again = fileOf({
      duties: [
        { ...duty, matter: 'ALCOHOL-PERMIT' },
        { ...duty, matter: 'TOBACCO-PERMIT' },
      ],
    });
    expect(saidIn(await give(world, again, { planned }))[0]).toMatch(/^The province was changed by somebody else/);
    expect(saidIn(await give(world, later, { planned }))).toEqual(['APPLIED']);
  });

  it('A07.1 publishes only with the token of the authority, checked as at the door, and keeps none of it', async () => {
    const next = fileOf({ items: [NEXT], duties: [{ ...duty, matter: 'LODGING-PERMIT' }] });
    const token = await world.token(AUTHORITY);
    const early = new Date('2026-11-20T09:00:00+08:00');
    const expired = await world.server.issuer?.signAt({ sub: 'AUTH', ...AUTHORITY }, '15m', early);
    const refusals: readonly (readonly [string | undefined, string])[] = [
      [expired, 'has expired'],
      [await world.token({ role: 'operator', unit: 'OP' }), 'of role operator'],
      [await world.token({ role: 'authority', unit: 'OP' }), 'The token is refused'],
      [await world.token({ role: 'authority', unit: 'NOBODY' }), 'The token is refused'],
      [`${token}x`, 'is not valid'],
    ];
    const before = await rows();
    expect(saidIn(await give(world, next, { confirmed: true }))).toEqual([
      expect.stringMatching(/^3:5: What is published is signed by the authority. Give its token/),
    ]);
    for (const [refused = '', why] of refusals)
      expect(saidIn(await give(world, next, { confirmed: true, token: refused })).join(), why).toContain(why);
    expect(await rows()).toEqual(before);
    expect(saidIn(await give(world, next, { confirmed: true, token }))).toEqual(['APPLIED']);
    const { runs, items } = await rows();
    expect(runs.filter(({ signed_by }) => signed_by === 'AUTH')).toMatchObject([
      { changes: [{ what: 'ARREARS-A 2' }, {}] },
    ]);
    expect(JSON.stringify(runs)).not.toContain(token.split('.')[2]);
    expect(items.map(({ code, edition }) => `${code} ${edition}`)).toContain('ARREARS-A 2');
  });

  it('stores none of many changes where the law refuses the last, and says in which line', async () => {
    const last = {
      units: [{ ...BASE.units?.[3], code: 'BANK-2' }],
      agreements: [{ ...agreement, reference: 'BANK-2026-2', party: 'BANK-2' }],
      duties: [{ ...duty, matter: '张三（身份证号230103199003070016）的许可' }],
    };
    const bad = fileOf(last);
    const stood = await rows();
    expect(saidIn(await give(world, bad))).toEqual([
      `${lineOf(bad, '张三')}:5: The matter holds personal information. Name the kind of matter, and no case.`,
    ]);
    // One that has ended is read as the others are.
    const over = { ...last.duties[0], ended: { on: '2026-11-01', reason: '取消' } };
    expect(saidIn(await give(world, fileOf({ duties: [over] })))).toEqual([
      '3:5: The matter holds personal information. Name the kind of matter, and no case.',
    ]);
    expect(await rows()).toEqual(stood);
    expect(saidIn(await give(world, fileOf({ ...last, duties: [] })))).toEqual(['APPLIED']);
  });

  it('ends a unit with what it held, by the authority, and never earlier than now', async () => {
    const gone = fileOf({ units: [{ ...BASE.units?.[3], ended: { on: '2026-11-19', reason: '注销' } }] });
    const order = { confirmed: true, token: await world.token(AUTHORITY) };
    expect(saidIn(await give(world, gone, { confirmed: true }))[0]).toMatch(/^3:5: What is published/);
    expect(saidIn(await give(world, gone, order))).toEqual(['APPLIED']);
    const after = await rows();
    expect(after.units.find(({ code }) => code === 'BANK')).toMatchObject({ ended_on: '2026-11-20' });
    expect(after.agreements.filter(({ party, state }) => party === 'BANK' && state !== 'ENDED')).toEqual([]);
    expect(saidIn(await give(world, gone, order))).toEqual(['APPLIED']);
    expect(await rows()).toEqual(after);
  });
});

onEachDatabase('A07.1 the sample province', (kind) => {
  it('is such a file: what is exported is the file that it began with, byte by byte', async () => {
    const world = await sharedWorld(kind);
    const file = await exported(world);
    expect(file).toBe(sampleFile().toString('utf8'));
    expect(await give(world, file, { trial: true })).toMatchObject({ outcome: 'PLANNED', plan: { changes: [] } });
  });
});
