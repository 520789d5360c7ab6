import { describe, expect, test } from 'vitest';
import { CATALOG_CATEGORIES, OPENNESS } from '../../schema/law/facts.ts';
import { GROUNDS } from '../../schema/law/measures/designations.ts';
import { SAMPLE_AUTHORIZATIONS } from '../../subgraphs/catalog/sample/authorizations.ts';
import { SAMPLE_NON_PUBLIC } from '../../subgraphs/non-public-credit/sample/records.ts';
import { SAMPLE_DESIGNATIONS, SAMPLE_INCENTIVES } from '../../subgraphs/sanctions/sample/designations.ts';
import { SAMPLE_AGREEMENTS, SAMPLE_DUTIES, SAMPLE_ITEMS, SAMPLE_LISTS, SAMPLE_PURPOSES } from '../sample-province.ts';
import { items, records, TODAY, units } from './sample-on-disk.ts';

describe('the sample catalog', () => {
  test('A18.1 states of every item all that Article 18 asks', () => {
    expect(items.size).toBe(SAMPLE_ITEMS.length);
    for (const item of SAMPLE_ITEMS) {
      const { conduct, name, nameEn, dataSource, publication } = item;
      for (const text of [conduct, name, nameEn, dataSource, publication.reference])
        expect(text, item.code).toMatch(/\S/);
      expect(units.has(item.providingUnit), item.code).toBe(true);
      expect(item.subjectKinds.length, item.code).toBeGreaterThan(0);
      expect(item.updateWithinWorkingDays, item.code).toBeGreaterThan(0);
      expect(item.legalBasis.length, item.code).toBeGreaterThan(0);
      expect(item.elements.length, item.code).toBeGreaterThan(0);
      expect(item.effectiveFrom >= '2022-07-01' && publication.publishedOn <= item.effectiveFrom, item.code).toBe(true);
      expect(publication.reference, item.code).toContain('非正式版本');
      expect(item.nature === 'UNTRUSTWORTHY', item.code).toBe(
        item.displayPeriod.maximumMonths !== null || item.displayClass !== null,
      );
      expect(item.category === null, item.code).toBe(item.information === 'NON_PUBLIC');
    }
  });

  test('A18.2 covers the ten categories, and the three degrees of openness', () => {
    expect(new Set(SAMPLE_ITEMS.map(({ category }) => category))).toEqual(new Set([...CATALOG_CATEGORIES, null]));
    expect(new Set(SAMPLE_ITEMS.map(({ openness }) => openness))).toEqual(new Set(OPENNESS));
    expect(SAMPLE_ITEMS).toHaveLength(46);
  });

  test('opens no element wider than its item, and some less', () => {
    const narrower = SAMPLE_ITEMS.flatMap((item) =>
      item.elements.map(({ openness }) => OPENNESS.indexOf(openness) - OPENNESS.indexOf(item.openness)),
    );
    expect(Math.min(...narrower)).toBe(0);
    expect(Math.max(...narrower)).toBe(1);
  });

  test('has an item, with these very elements, for every record', () => {
    for (const { item, content } of [...records, ...SAMPLE_NON_PUBLIC]) {
      const names = items.get(item)?.elements.map(({ name }) => name) ?? [];
      const known = Object.keys(content).filter((key) => names.includes(key));
      expect(known, item).toEqual(Object.keys(content));
    }
    const lists = SAMPLE_LISTS.map(({ item }) => item);
    const imported = SAMPLE_ITEMS.filter(({ recordType }) =>
      ['Registration', 'AdministrativePermit', 'AdministrativePenalty', 'AssessmentRecord'].includes(recordType),
    ).map(({ code }) => code);
    const used = new Set([...records, ...SAMPLE_NON_PUBLIC].map(({ item }) => item));
    expect(SAMPLE_ITEMS.filter(({ code }) => ![...lists, ...imported, ...used].includes(code))).toEqual([]);
  });

  test('A20.1 every record of a natural person has consent, unless its item cites a law that requires display', () => {
    for (const { item, subject, consent } of [...records, ...SAMPLE_NON_PUBLIC])
      if (subject.type === 'CITIZEN_ID' && !items.get(item)?.displayRequiredBy)
        expect(consent, item).toMatch(/目的.*用途.*权利和义务/);
  });

  test('A20.1 a record is of a kind of subject that its item is about', () => {
    for (const { item, subject } of [...records, ...SAMPLE_NON_PUBLIC]) {
      const natural = subject.type === 'CITIZEN_ID';
      expect(
        items.get(item)?.subjectKinds.some((kind) => (kind === 'NATURAL_PERSON') === natural),
        item,
      ).toBe(true);
    }
  });

  test('A27.1 every record of untrustworthy conduct rests on a judgment, a ruling or a decision', () => {
    for (const { item, basisDocument, simplifiedProcedure } of records) {
      if (items.get(item)?.nature === 'UNTRUSTWORTHY') expect(basisDocument).toMatch(/(判决书|裁定书|裁决书|决定书)$/);
      expect(simplifiedProcedure).toBe(false);
    }
  });

  test('A18.2 every record falls in the time of its item and before today', () => {
    for (const { item, occurredOn } of [...records, ...SAMPLE_NON_PUBLIC])
      expect(
        occurredOn >= (items.get(item)?.effectiveFrom ?? '9999') && occurredOn <= TODAY,
        `${item} ${occurredOn}`,
      ).toBe(true);
  });
});

describe('agreements, duties and authorizations', () => {
  const purposes = new Map(SAMPLE_PURPOSES.map((purpose) => [purpose.code, purpose]));

  test('name units, items and purposes that exist', () => {
    for (const { party, items: codes, purposes: reasons } of [...SAMPLE_AGREEMENTS, ...SAMPLE_AUTHORIZATIONS]) {
      expect(units.get(party)?.kinds).toEqual(['PARTY']);
      expect(codes.filter((code) => !items.has(code))).toEqual([]);
      expect(reasons.filter((reason) => purposes.get(reason)?.activity !== null)).toEqual([]);
    }
    for (const { department, items: codes, activity } of SAMPLE_DUTIES) {
      expect(units.get(department)?.kinds).toContain('DEPARTMENT');
      expect(codes.filter((code) => (items.get(code)?.sharing ?? 'NOT_SHARED') === 'NOT_SHARED')).toEqual([]);
      expect([...purposes.values()].filter((purpose) => purpose.activity === activity)).toHaveLength(1);
    }
    for (const { collector } of SAMPLE_NON_PUBLIC)
      expect(['COLLECTOR', 'OPERATOR']).toContain(units.get(collector)?.kinds[0]);
  });

  test('A36.1 no authorization is longer than its purpose allows', () => {
    for (const { purposes: reasons, validFrom, validUntil } of SAMPLE_AUTHORIZATIONS) {
      const cap = Math.min(...reasons.map((reason) => purposes.get(reason)?.authorizationMaximumMonths ?? 0));
      const last = new Date(`${validFrom}T00:00:00Z`);
      last.setUTCMonth(last.getUTCMonth() + cap);
      expect(validUntil < last.toISOString().slice(0, 10)).toBe(true);
    }
  });

  test('A29.1 every designation names a list, one of eight grounds, and all five parts of its decision', () => {
    expect(GROUNDS).toHaveLength(8);
    for (const it of SAMPLE_DESIGNATIONS) {
      expect(SAMPLE_LISTS.find(({ code }) => code === it.list)?.kind).toBe('SERIOUS_UNTRUSTWORTHINESS');
      expect(GROUNDS).toContain(it.ground);
      for (const part of [it.reasons, it.basisDocument, it.until, it.removalConditions, it.remedies])
        expect(part).toMatch(/\S/);
      expect(it.designatedOn < it.until && it.designatedOn <= TODAY).toBe(true);
    }
    for (const { item, standards } of SAMPLE_LISTS)
      for (const { designatingUnits } of standards)
        expect(items.has(item) && designatingUnits.every((unit) => units.has(unit))).toBe(true);
    // Each designation is of the unit, within the months and on the item that its list says.
    for (const { list, designatingUnit, designatedOn, until } of SAMPLE_DESIGNATIONS) {
      const { item, standards } = SAMPLE_LISTS.find(({ code }) => code === list) ?? { item: '', standards: [] };
      expect([item, standards[0]?.edition, standards[0]?.designatingUnits]).toEqual([
        `LIST-${list}`,
        '2026-1',
        [designatingUnit],
      ]);
      const last = new Date(`${designatedOn}T00:00:00Z`);
      last.setUTCMonth(last.getUTCMonth() + (standards[0]?.maximumMonths ?? 0));
      expect(until <= last.toISOString().slice(0, 10)).toBe(true);
    }
    for (const { list } of SAMPLE_INCENTIVES)
      expect(SAMPLE_LISTS.find(({ code }) => code === list)?.kind).toBe('INCENTIVE');
  });
});
