/** The examples of the pages: every operation has one, and what is shown is what is asked and what was answered. */
import { readFileSync } from 'node:fs';
import { buildSchema, Kind, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { bodyOf } from '../../gateway/docs/operations/example.ts';
import { EXAMPLES } from '../../gateway/docs/operations/examples.ts';
import { answers } from '../../gateway/docs/pages/operations.ts';
import { supergraphSdl } from '../../gateway/federation/supergraph.ts';
import { codeOf, shown } from './render.ts';

const schema = buildSchema(supergraphSdl(), { assumeValidSDL: true });
const ANSWERS = new URL('../../gateway/docs/operations/answers.json', import.meta.url);

/** Names that are promised to callers, of what the server offers. */
const PROMISED = [
  'PublicLookup',
  'PublishedCatalog',
  'PublishedMeasures',
  'VerifyReport',
  'MyRecord',
  'MyDisclosures',
  'GrantAuthorization',
  'RevokeAuthorization',
  'RequestReexamination',
  'PartyCheck',
  'PartyBatch',
  'ExplainAccess',
  'Changes',
  'AcknowledgeChanges',
  'Watch',
  'MatterCheck',
  'MayApply',
  'Designate',
  'RemoveDesignation',
  'SubmitRecords',
  'CorrectRecord',
  'RevokeBasis',
  'PublishCatalogItem',
  'ConcludeAgreement',
  'EndAgreement',
  'RegisterDuty',
  'DecideReexamination',
  'Deadlines',
  'Ledger',
  'RegisterUnit',
  'EndUnit',
  'PublishPurpose',
  'Units',
  'Duties',
  'Disclosures',
  'MyAccess',
  'Statistics',
];

describe('the page of operations', () => {
  it('A36.3 has an example of every query and mutation that the schema offers', () => {
    const asked = new Set(
      EXAMPLES.flatMap(({ document }) =>
        parse(document).definitions.flatMap((definition) =>
          definition.kind === Kind.OPERATION_DEFINITION
            ? definition.selectionSet.selections.flatMap((one) => (one.kind === Kind.FIELD ? [one.name.value] : []))
            : [],
        ),
      ),
    );
    const offered = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
      Object.keys(type?.getFields() ?? {}),
    );
    expect(offered.length).toBeGreaterThan(60);
    const missing = offered
      .filter((field) => !field.startsWith('_') && !asked.has(field))
      .map((field) => `${field}: add an example to gateway/docs/operations/examples/, and npm run docs:record`);
    expect(missing).toEqual([]);
  });

  it('the promised operations are there under their names, each name once, each document valid', () => {
    const names = EXAMPLES.map(({ name }) => name);
    expect(PROMISED.filter((name) => !names.includes(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, document } of EXAMPLES) {
      const parsed = parse(document);
      expect([name, validate(schema, parsed)]).toEqual([name, []]);
      const [operation] = parsed.definitions;
      expect([name, operation?.kind === Kind.OPERATION_DEFINITION && operation.name?.value]).toEqual([name, name]);
    }
  });

  it('every example has its recorded answer, and every answer its example', () => {
    expect(Object.keys(answers()).filter((name) => name !== 'POST /reports')).toEqual(EXAMPLES.map(({ name }) => name));
    expect(readFileSync(ANSWERS).length).toBeLessThan(300_000);
  });

  it.each(['en', 'zh'] as const)(
    '%s shows of each the request that is asked and the answer that was given',
    (language) => {
      const code = codeOf(shown('operations', language));
      const bodies = code.flatMap(
        (block) => (/ -d '([\s\S]*)'$/.exec(block)?.[1] ?? '').replaceAll("'\\''", "'") || [],
      );
      expect(bodies.map((body) => JSON.parse(body))).toEqual(
        expect.arrayContaining(EXAMPLES.map((example) => JSON.parse(JSON.stringify(bodyOf(example, answers()))))),
      );
      expect(bodies.length).toBe(EXAMPLES.length);
      for (const { name } of EXAMPLES) expect(code).toContain(JSON.stringify(answers()[name], null, 2));
      for (const { name, title } of EXAMPLES) {
        expect(shown('operations', language)).toContain(`<code>${name}</code>`);
        expect([name, title.en.length > 0, /\p{Script=Han}/u.test(title.zh)]).toEqual([name, true, true]);
      }
    },
  );

  it('A23.1 no answer of anybody but herself shows the person whole', () => {
    for (const { name, role } of EXAMPLES.filter((one) => one.role !== 'SUBJECT'))
      expect([name, role, /张小梅|花园街|13800138000|1990-03-07/.test(JSON.stringify(answers()[name]))]).toEqual([
        name,
        role,
        false,
      ]);
  });
});
