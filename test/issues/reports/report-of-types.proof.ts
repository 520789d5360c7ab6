/** A report said of a field that is empty that it was withheld, where another type's field of the same name was. A proof: it opens a world of its own for what one test shows. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BANK_A, COMPANY, OPERATOR, openWorld, soonest, type World } from '../../kit.ts';
import { make, payload } from '../../stories/report-kit.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld(soonest());
});
afterAll(() => world.close());

interface Entry {
  readonly item: { readonly code: string };
  readonly values: Readonly<Record<string, string>>;
  readonly withheld: readonly string[];
}

const entries = async (): Promise<Entry[]> => {
  const made = await make(world, BANK_A, { subject: COMPANY }, { purpose: 'LOAN_ORIGINATION' });
  expect(made.status).toBe(201);
  return payload(made.body.token).sections.flatMap((section: { entries: Entry[] }) => section.entries);
};

/** The next edition of an item, in which one element is closed. */
async function close(code: string, element: string): Promise<void> {
  const { data } = await world.ask(
    null,
    '{ catalogItems(first: 200) { nodes { code name nameEn category conduct nature subjectKinds providingUnit { code } dataSource sharing openness displayPeriod { minimumMonths maximumMonths } updateWithinWorkingDays legalBasis { article title } elements { name title personal openness } } } }',
  );
  const item = data.catalogItems.nodes.find((one: { code: string }) => one.code === code);
  expect(item.elements.map(({ name }: { name: string }) => name)).toContain(element);
  const input = {
    ...item,
    providingUnit: item.providingUnit.code,
    edition: '2026-11-20',
    elements: item.elements.map((one: { name: string }) =>
      one.name === element ? { ...one, openness: 'SELF_ONLY' } : one,
    ),
    publication: { reference: '示例公告〔2026〕3号', publishedOn: '2026-11-20' },
    effectiveFrom: '2026-11-20',
  };
  const mutation = 'mutation ($input: CatalogItemInput!) { publishCatalogItem(input: $input) { edition } }';
  expect((await world.ask(OPERATOR, mutation, { input })).errors).toBeUndefined();
}

it('A36.3 A23.2 only what is closed of a type is told as withheld of it', async () => {
  const empty = (await entries()).filter(
    ({ item, values }) => item.code.startsWith('PERMIT') && !('validUntil' in values),
  );
  const penalties = (await entries()).filter(({ item }) => item.code === 'PENALTY-GENERAL');
  expect([empty.length > 0, penalties.length > 0]).toEqual([true, true]);
  await close('PENALTY-GENERAL', 'validUntil');
  const after = await entries();
  for (const one of after.filter(({ item }) => item.code === 'PENALTY-GENERAL'))
    expect(one.withheld).toContain('validUntil');
  for (const one of after.filter(({ item }) => item.code.startsWith('PERMIT'))) expect(one.withheld).toEqual([]);
});
