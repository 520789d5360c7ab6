/** A proof: it opens a world of its own for what one test shows. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importProviderFile } from '../../../subgraphs/import.ts';
import { COMPANY, type Identifier, MEI, openWorld, soonest, subject, type World } from '../../kit.ts';

/** Any unit that sent an address with a record renamed the subject for everybody, and replaced what the register said of it. */
let world: World;
beforeAll(async () => {
  world = await openWorld(soonest());
});
afterAll(() => world.close());

const WHO = 'query { me { name address phone } }';

const deliver = async (unit: string, line: object): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'credit-renamed-'));
  const file = join(folder, 'records.ndjson');
  writeFileSync(file, JSON.stringify(line));
  const open = () => world.server.requestAs({ role: 'PROVIDER', unit });
  const { accepted, corrected, rejected } = await importProviderFile({ file, layout: 'records', unit, open });
  rmSync(folder, { recursive: true });
  expect([accepted + corrected, rejected]).toEqual([1, 0]);
};

const heat = (about: Identifier, subjectName: string, contact: object) =>
  deliver('HLJ-HEAT', {
    item: 'UTILITY-HEAT',
    subject: about,
    subjectName,
    occurredOn: '2026-11-18',
    basisDocument: '供热〔2026〕1号',
    consent: '同意书〔2026〕1号',
    content: { service: '供热' },
    ...contact,
  });
const register = (subjectName: string, subjectAddress: string) =>
  deliver('HLJ-AMR', {
    item: 'REG-ENTERPRISE',
    subject: COMPANY,
    subjectName,
    subjectAddress,
    occurredOn: '2020-01-01',
    content: { legalName: subjectName },
  });
const who = async (about: Identifier) => (await world.ask(subject(about), WHO)).data.me;

it('A21.4 A39.4 a unit that does not register a company neither renames nor moves it; the register does', async () => {
  const name = '哈尔滨示例冰雪设备有限公司';
  await register(name, '甲路1号');
  await heat(COMPANY, '别的公司', { subjectAddress: '乙路2号', subjectPhone: '0451-10000000' });
  // The register goes first. It says no telephone, so that the newest record that says one counts.
  expect(await who(COMPANY)).toMatchObject({ name, address: '甲路1号', phone: '0451-10000000' });
  await register('哈尔滨示例新名有限公司', '丙路3号');
  expect(await who(COMPANY)).toMatchObject({ name: '哈尔滨示例新名有限公司', address: '丙路3号' });
});

it('A35.1 A39.4 of two names of a person each is told with its source; others see the newest that they may see', async () => {
  const before = await who(MEI);
  await heat(MEI, '李四', { subjectPhone: '13900139000' });
  // Her heating record is open to herself alone.
  expect(await who(MEI)).toEqual({ ...before, name: '李四', phone: '13900139000' });
  const { data: own } = await world.ask(
    subject(MEI),
    '{ me { statements(kinds: [NAME]) { kind value unit { code } item { code } statedOn } } }',
  );
  expect(own.me.statements[0]).toEqual({
    kind: 'NAME',
    value: '李四',
    unit: { code: 'HLJ-HEAT' },
    item: { code: 'UTILITY-HEAT' },
    statedOn: '2026-11-18',
  });
  const said: { value: string; unit: { code: string } }[] = own.me.statements;
  expect(said.slice(1).length).toBeGreaterThan(3);
  expect(new Set(said.slice(1).map(({ value }) => value))).toEqual(new Set(['张小梅']));
  const { data } = await world.ask(
    null,
    'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name phone statements { kind value unit { code } } } }',
    { id: MEI },
  );
  expect([data.subject.name, data.subject.phone]).toEqual(['张**', '138********']);
  expect(data.subject.statements.map(({ kind, value }: { kind: string; value: string }) => [kind, value])).toEqual([
    ['NAME', '张**'],
    ['ADDRESS', '黑龙江省哈尔滨市南岗区****'],
    ['PHONE', '138********'],
  ]);
});
