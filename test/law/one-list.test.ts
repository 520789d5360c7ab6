/** A list stands once: what the SDL offers is what the law's own list says, in each subgraph that names it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { CLOCK_STATES } from '../../schema/law/clocks/clocks.ts';
import {
  ACTIVITIES,
  CATALOG_CATEGORIES,
  IDENTIFIER_TYPES,
  INFORMATION_KINDS,
  NATURES,
  OPENNESS,
  PERSONAL_KINDS,
  RECORD_TYPES,
  SHARING,
  SUBJECT_KINDS,
  UNIT_KINDS,
} from '../../schema/law/facts.ts';
import { FINDING_KINDS, SUPERVISION_CLASSES } from '../../schema/law/matter/matter.ts';
import { PLEDGE_BARS, PLEDGE_PERFORMANCES } from '../../schema/law/matter/pledges.ts';
import { GROUNDS, ORGAN_KINDS, RESPONSIBLE_ROLES } from '../../schema/law/measures/designations.ts';
import { MAY_NOT_REASONS, MEASURE_KINDS, MEASURE_SCOPES, MEASURE_SOURCES } from '../../schema/law/measures/measures.ts';
import { STATISTICS_KEYS, STATISTICS_TABLES } from '../../schema/law/statistics/statistics.ts';

const SUBGRAPHS = ['catalog', 'public-credit', 'non-public-credit', 'sanctions'];

const documents = SUBGRAPHS.map((name) =>
  parse(readFileSync(join(import.meta.dirname, `../../schema/${name}.graphql`), 'utf8')),
);

const definitions = documents.flatMap((document) => document.definitions);

/** An enum as each subgraph that has it says it. */
const saidOf = (name: string): string[][] =>
  definitions.flatMap((definition) =>
    definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === name
      ? [(definition.values ?? []).map((value) => value.name.value)]
      : [],
  );

const LISTS: Readonly<Record<string, readonly string[]>> = {
  Openness: OPENNESS,
  Sharing: SHARING,
  PersonalKind: PERSONAL_KINDS,
  CatalogCategory: CATALOG_CATEGORIES,
  InformationKind: INFORMATION_KINDS,
  Nature: NATURES,
  SubjectKind: SUBJECT_KINDS,
  IdentifierType: IDENTIFIER_TYPES,
  UnitKind: UNIT_KINDS,
  Activity: ACTIVITIES,
  DeadlineStatus: CLOCK_STATES,
  FindingKind: FINDING_KINDS,
  SupervisionClass: SUPERVISION_CLASSES,
  PledgeBar: PLEDGE_BARS,
  PledgePerformance: PLEDGE_PERFORMANCES,
  Ground: GROUNDS,
  OrganKind: ORGAN_KINDS,
  ResponsibleRole: RESPONSIBLE_ROLES,
  MeasureKind: MEASURE_KINDS,
  MeasureSource: MEASURE_SOURCES,
  MeasureScope: Object.keys(MEASURE_SCOPES),
  MayNotReason: MAY_NOT_REASONS,
  StatisticsKey: STATISTICS_KEYS,
  StatisticsTable: STATISTICS_TABLES,
};

describe('a list stands once', () => {
  it.each(Object.entries(LISTS))('%s of the SDL is the list of the law', (name, list) => {
    const said = saidOf(name);
    expect(said.length).toBeGreaterThan(0);
    for (const values of said) expect([...values].sort()).toEqual([...list].sort());
  });

  it('an enum of several subgraphs says the same in each', () => {
    const names = new Set(
      definitions.flatMap((one) => (one.kind === Kind.ENUM_TYPE_DEFINITION ? [one.name.value] : [])),
    );
    for (const name of names) expect(new Set(saidOf(name).map((values) => values.join(' '))).size, name).toBe(1);
  });

  it('the types of records are the object types of the one interface', () => {
    const types = definitions.flatMap((one) =>
      one.kind === Kind.OBJECT_TYPE_DEFINITION && one.interfaces?.some(({ name }) => name.value === 'CreditRecord')
        ? [one.name.value]
        : [],
    );
    expect(types.sort()).toEqual([...RECORD_TYPES].sort());
  });
});
