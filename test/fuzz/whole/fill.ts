/** Writes one record of each item of the catalog about a company, with a value in every element, so that no type of record is empty. */
import { LISTS } from '../../../schema/law/records/element-forms.ts';
import { COMPANY, type World } from '../../kit.ts';
import { ORGAN } from '../../stories/listing.ts';

interface Item {
  readonly code: string;
  readonly information: string;
  readonly providingUnit: { readonly code: string };
  readonly elements: readonly { readonly name: string }[];
}

/** Values by the name of an element; every other one is a text. */
const VALUES: readonly (readonly [names: RegExp, value: string])[] = [
  [/(On|From)$/, '2026-11-01'],
  [/Until$/, '2027-11-01'],
  [/Yuan$/, '10.00'],
  [/^authorityCode$/, ORGAN.value],
  [/^regionCode$/, '239999'],
  [/^legalRepresentativeIdType$/, '10'],
  [/^performance$/, 'PENDING'],
];

const contentOf = (name: string): unknown =>
  LISTS.has(name) ? ['示例'] : (VALUES.find(([names]) => names.test(name))?.[1] ?? '示例');

/** Returns the items of which a record was taken in. */
export async function fill(world: World): Promise<string[]> {
  const { data } = await world.ask(
    null,
    '{ catalogItems(first: 200) { nodes { code information providingUnit { code } elements { name } } } }',
  );
  const taken: string[] = [];
  for (const { code, providingUnit, elements } of (data.catalogItems.nodes as readonly Item[]).filter(
    ({ information }) => information === 'PUBLIC',
  )) {
    const record = {
      subject: COMPANY,
      subjectName: '哈尔滨示例冰雪设备有限公司',
      occurredOn: '2026-11-01',
      basisDocument: `示例〔2026〕${code}号`,
      content: Object.fromEntries(elements.map(({ name }) => [name, contentOf(name)])),
    };
    const answer = await world.ask(
      { role: 'provider', unit: providingUnit.code },
      'mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { accepted } }',
      { input: { item: code, records: [record] } },
    );
    if (answer.data?.submitRecords?.accepted === 1) taken.push(code);
  }
  return taken;
}
