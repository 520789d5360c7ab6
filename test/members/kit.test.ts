/** The kit for members without a server: what its files hold, that this release agrees with them, and that a wrong release would be found. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { baseOf, KitFault } from '../../gateway/kit/exchange.ts';
import { type Case, filesOf, type Group } from '../../gateway/kit/files.ts';
import { runOffline } from '../../gateway/kit/offline.ts';
import { holds } from '../../gateway/kit/requests.ts';
import { kitMessages } from '../../schema/messages/kit.ts';

const readme = readFileSync(join(import.meta.dirname, '../../gateway/kit/cases/README.md'), 'utf8');

/** Whether a case expects that something is taken; undefined where its kind has no such two sides. */
const taken = ({ expected }: Case, kind: string): boolean | undefined => {
  if (kind === 'identifiers' || kind === 'regions') return expected.ok;
  if (kind === 'entries' || kind === 'merkle') return expected;
  if (kind === 'checkpoints' || kind === 'webhooks') return expected === null;
  if (kind === 'reports' || kind === 'matters') return expected !== null;
  if (kind === 'refusals') return expected.do.startsWith('USE');
  return undefined;
};

describe('the case files', () => {
  it('A17.1 A36.3 A22.1 A23.2 this release says of every case what the standards and the Regulations say', async () => {
    const groups: Group[] = [];
    await runOffline((group) => groups.push(group));
    expect(groups.map(({ kind }) => kind)).toEqual([
      'checkpoints',
      'entries',
      'feeds',
      'identifiers',
      'masks',
      'matters',
      'merkle',
      'refusals',
      'regions',
      'reports',
      'webhooks',
    ]);
    const outcomes = groups.flatMap((group) => group.outcomes);
    expect(outcomes.length).toBeGreaterThan(250);
    expect(outcomes.filter(({ state }) => state !== 'RIGHT')).toEqual([]);
  });

  it('each is of form 1, is described, names the source of every case, and has right and wrong ones', () => {
    for (const { form, kind, about, sources, cases } of filesOf('cases')) {
      expect([kind, form, sources.length > 0]).toEqual([kind, 1, true]);
      expect(readme).toMatch(new RegExp(`^## .*\\b${kind}\\b`, 'm'));
      expect(about.zh).toMatch(/\p{Script=Han}/u);
      expect(cases.filter(({ name, source }) => name === '' || source === '')).toEqual([]);
      expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
      const sides = new Set(cases.map((one) => taken(one, kind)).filter((side) => side !== undefined));
      if (kind !== 'masks' && kind !== 'feeds') expect([kind, [...sides].sort()]).toEqual([kind, [false, true]]);
    }
  });

  it('every property of a case is described', () => {
    const undescribed = filesOf('cases').flatMap(({ kind, cases }) =>
      [...new Set(cases.flatMap((one) => Object.keys(one)))]
        .filter((name) => !new RegExp(`\`${name}\`|\\b${name}\\b`).test(readme))
        .map((name) => `${kind} ${name}`),
    );
    expect(undescribed).toEqual([]);
  });
});

describe('a server is judged', () => {
  it('by every property that is named, whatever else stands beside it', () => {
    const answer = { data: { me: null }, errors: [{ extensions: { code: 'FORBIDDEN' } }] };
    expect(holds(answer, { data: { me: null } })).toBe(true);
    expect(holds(answer, { data: { me: { name: '张**' } } })).toBe(false);
    expect(holds(answer, { errors: [{ extensions: { code: 'NOT_FOUND' } }] })).toBe(false);
    expect(holds({ data: {} }, { data: { me: null } })).toBe(false);
    expect(holds(undefined, { data: {} })).toBe(false);
  });

  it('at an address, in both languages where it is none', () => {
    expect(baseOf('https://credit.example')).toBe('https://credit.example');
    expect(baseOf('https://credit.example:8443/graphql')).toBe('https://credit.example:8443');
    expect(baseOf('https://credit.example/gateway/')).toBe('https://credit.example/gateway');
    const refused = (target: string) => {
      try {
        return baseOf(target);
      } catch (error) {
        return error instanceof KitFault ? error.localized : error;
      }
    };
    for (const target of ['credit.example', 'ftp://credit.example', '', '4000'])
      expect(refused(target)).toEqual(kitMessages.noAddress(target));
    for (const target of ['https://me:secret@credit.example', 'https://credit.example/graphql?query={a}'])
      expect(refused(target)).toEqual(kitMessages.addressParts);
  });
});
