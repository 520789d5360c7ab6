/** Objections as pure law: what each may be about, and which unit decides (Article 39). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { operatorOf } from '../../schema/law/asking/unit-roles.ts';
import { competentUnits } from '../../schema/law/matter/competent-unit.ts';
import { isAbout, namedBy, OBJECTION_SUBJECTS } from '../../schema/law/matter/objections.ts';

const standing = () => false;
const about = (one: (typeof OBJECTION_SUBJECTS)[number], providers: readonly string[] = []) => ({
  about: one,
  source: 'PROVIDER',
  providers,
  operator: 'OPERATOR',
});

describe('which unit decides an objection', () => {
  it('A39.3 the one that answers for what is in question; the operator, who runs the display, for a display beyond its time', () => {
    for (const one of OBJECTION_SUBJECTS)
      expect([one, competentUnits(about(one), standing)]).toEqual([one, [one === 'DISPLAY' ? 'OPERATOR' : 'PROVIDER']]);
  });

  it('A39.3 an omission by any unit that the catalog lets provide the item, each once, the one that it names first', () => {
    expect(competentUnits(about('OMISSION', ['CITY', 'PROVIDER']), standing)).toEqual(['PROVIDER', 'CITY']);
    // Of a record that is held, the others did not provide it.
    expect(competentUnits(about('RECORD', ['CITY']), standing)).toEqual(['PROVIDER']);
    expect(competentUnits(about('OMISSION', ['CITY']), (unit) => unit === 'PROVIDER')).toEqual(['CITY']);
  });

  it('A39.3 somebody always decides: where the unit has ended, the operator', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...OBJECTION_SUBJECTS),
        fc.uniqueArray(fc.constantFrom('PROVIDER', 'CITY', 'TOWN')),
        fc.uniqueArray(fc.constantFrom('PROVIDER', 'CITY', 'TOWN')),
        (one, providers, over: readonly string[]) => {
          const competent = competentUnits(about(one, providers), (unit) => over.includes(unit));
          expect(competent.length).toBeGreaterThan(0);
          expect(competent.filter((unit) => over.includes(unit))).toEqual([]);
          expect(competent.includes('OPERATOR')).toBe(
            one === 'DISPLAY' ||
              ['PROVIDER', ...(one === 'OMISSION' ? providers : [])].every((unit) => over.includes(unit)),
          );
        },
      ),
    );
  });

  it('A39.3 the operator is the one that has not ended', () => {
    const ended = { kinds: ['OPERATOR'], endedOn: '2026-01-01' } as const;
    const running = { kinds: ['OPERATOR'], endedOn: null } as const;
    const other = { kinds: ['PROVIDER'], endedOn: null } as const;
    expect(operatorOf([other, ended, running], '2026-11-20')).toBe(running);
    expect(operatorOf([ended, running], '2025-11-20')).toBe(ended);
    expect(operatorOf([other, ended], '2026-11-20')).toBeUndefined();
  });
});

describe('what an objection names', () => {
  it('A39.2 one thing, in a field that belongs to it', () => {
    expect(namedBy('RECORD', { record: 'r' })).toBe('record');
    expect(namedBy('DISPLAY', { record: 'r' })).toBe('record');
    expect(namedBy('DISPLAY', { designation: 'd' })).toBe('designation');
    expect(namedBy('OMISSION', { item: 'I', record: null })).toBe('item');
    for (const [one, sent] of [
      ['RECORD', {}],
      ['RECORD', { designation: 'd' }],
      ['RECORD', { record: 'r', item: 'I' }],
      ['DISPLAY', { record: 'r', designation: 'd' }],
      ['OMISSION', { record: 'r' }],
    ] as const)
      expect([one, sent, namedBy(one, sent)]).toEqual([one, sent, undefined]);
  });

  it('A39.2 of the kind that it is about, by the field of that kind; a statement is made by records and lists', () => {
    expect(isAbout('RECORD', 'RECORD', 'record')).toBe(true);
    expect(isAbout('RECORD', 'ASSESSMENT', 'record')).toBe(false);
    expect(isAbout('ASSESSMENT', 'ASSESSMENT', 'record')).toBe(true);
    expect(isAbout('DESIGNATION', 'INCENTIVE', 'designation')).toBe(true);
    expect(isAbout('DISPLAY', 'DESIGNATION', 'record')).toBe(false);
    expect(isAbout('STATEMENT', 'DESIGNATION', 'statement')).toBe(true);
    expect(isAbout('STATEMENT', 'NON_PUBLIC', 'statement')).toBe(false);
  });
});
