import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, type Rule } from '../../schema/law/decision.ts';
import { RULES } from '../../schema/law/rules/rules.ts';
import { factsOf, scopeOf, visible } from '../../schema/law/scope.ts';
import { entitlementsOfCallers, items, rows } from './worlds.ts';

describe('scope and decision', () => {
  it('A23.5 filtering by scope and deciding one by one never differ', () => {
    let seen = 0;
    let hidden = 0;
    fc.assert(
      fc.property(
        items,
        entitlementsOfCallers,
        fc.array(rows, { minLength: 1, maxLength: 12 }),
        (list, entitlements, held) => {
          const scope = scopeOf(entitlements, list);
          for (const row of held) {
            const item = list.find((one) => one.code === row.item) ?? {
              code: row.item,
              published: false,
              openness: 'SELF_ONLY' as const,
              sharing: 'NOT_SHARED' as const,
            };
            const verdict = decide(RULES, factsOf(entitlements, item, row));
            expect(visible(scope, row)).toBe(verdict.effect === 'allow');
            if (verdict.effect === 'allow') seen += 1;
            else hidden += 1;
          }
        },
      ),
      { numRuns: 3_000 },
    );
    // The worlds are worth something only if both sides occur.
    expect(seen).toBeGreaterThan(500);
    expect(hidden).toBeGreaterThan(500);
  });

  it('the order of the rules never changes effect, reason or rule', () => {
    const shuffled = fc.shuffledSubarray([...RULES], { minLength: RULES.length, maxLength: RULES.length });
    fc.assert(
      fc.property(items, entitlementsOfCallers, rows, shuffled, (list, entitlements, row, order) => {
        const [item] = list;
        if (item === undefined) return;
        const facts = factsOf(entitlements, item, row);
        expect(decide(order, facts)).toEqual(decide(RULES, facts));
      }),
      { numRuns: 2_000 },
    );
  });

  it('denies where no rule speaks, and one refusal outweighs any number of allowances', () => {
    fc.assert(
      fc.property(items, entitlementsOfCallers, rows, fc.nat(5), (list, entitlements, row, allowances) => {
        const [item] = list;
        if (item === undefined) return;
        const facts = factsOf(entitlements, item, { ...row, subjectId: null });
        expect(decide([], facts).effect).toBe('refuse');
        const allow: Rule = { name: 'allow', articles: [], check: () => ({ effect: 'allow', article: '23' }) };
        const refuse: Rule = {
          name: 'refuse',
          articles: [],
          check: () => ({ effect: 'refuse', reason: 'ROLE', article: '23' }),
        };
        const hide: Rule = { name: 'hide', articles: [], check: () => ({ effect: 'hide', article: '37' }) };
        const many = Array.from({ length: allowances + 1 }, () => allow);
        expect(decide([...many, refuse], facts).effect).toBe('refuse');
        expect(decide([refuse, hide, ...many], facts).effect).toBe('hide');
        expect(decide(many, facts).effect).toBe('allow');
      }),
    );
  });

  it('A23.3 an element that is narrower than its item needs its own basis', () => {
    const entitlements = {
      role: 'PARTY',
      self: null,
      purposeStated: true,
      caseStated: false,
      agreementInForce: true,
      purposeAgreed: true,
      agreedItems: new Set(['P']),
      dutyRegistered: false,
      matterStated: false,
      dutyItems: new Set<string>(),
      identifiedItems: new Set<string>(),
    } as const;
    const item = {
      code: 'P',
      published: true,
      openness: 'UNCONDITIONAL',
      sharing: 'SHARED',
      tightened: { licence: 'AGREEMENT' },
    } as const;
    const party = scopeOf(entitlements, [item]).elements.get('P')?.get('licence');
    expect(party?.organization.effect).toBe('allow');
    // The row of a person came without an authorization, since the item needs none: the element does.
    expect(party?.person).toMatchObject({ effect: 'refuse', reason: 'AUTHORIZATION_REQUIRED' });
    const anyone = scopeOf({ ...entitlements, role: 'PUBLIC', purposeStated: false }, [item])
      .elements.get('P')
      ?.get('licence');
    expect(anyone?.organization).toMatchObject({ effect: 'refuse', reason: 'IDENTITY_REQUIRED', article: '23(2)' });
  });
});
