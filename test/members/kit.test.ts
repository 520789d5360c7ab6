/** The kit for members without a server: what its files hold, that this release agrees with them, and that a wrong release would be found. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { runDocuments } from '../../gateway/kit/documents.ts';
import { baseOf, exchange, KitFault, probe } from '../../gateway/kit/exchange.ts';
import { type Case, filesOf, type Group } from '../../gateway/kit/files.ts';
import { checkEncrypted, type Members } from '../../gateway/kit/members.ts';
import { runOffline } from '../../gateway/kit/offline.ts';
import { holds, runRequests } from '../../gateway/kit/requests.ts';
import { seen } from '../../gateway/kit/seen.ts';
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

describe('a target that is not what it says', () => {
  afterEach(() => void vi.unstubAllGlobals());
  const base = 'https://credit.example';
  /** Answers every request so; a party is known by its token. */
  const answering = (answer: (party: boolean) => readonly [status: number, body: unknown]): void =>
    void vi.stubGlobal('fetch', async (_url: string, { headers }: { headers: Record<string, string> }) => {
      const [status, body] = answer(headers.authorization === 'Bearer party');
      return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
    });
  const as = (name: string) => ({
    headers: async () => ({ authorization: `Bearer ${name}` }),
    purpose: 'PERMIT',
    case: 'KIT-1',
    matter: 'FOOD-PERMIT',
  });
  const named = { type: 'USCC', value: '91350100M000100Y43' };
  const members: Members = {
    members: { party: as('party'), department: as('department') },
    person: named,
    company: named,
  };

  it('has a sentence where its errors are no list of objects (GraphQL, section 7.1)', async () => {
    for (const errors of [{}, 'x', null, [null], ['x'], 7]) {
      answering(() => [400, { errors }]);
      const sentence = { localized: kitMessages.errorsForm(`${base}/graphql`, 400) };
      await expect(exchange(base, {})).rejects.toMatchObject(sentence);
      await expect(probe(base)).rejects.toMatchObject(sentence);
    }
    answering(() => [200, { data: null, errors: [] }]);
    expect((await exchange(base, {})).json).toEqual({ data: null, errors: [] });
    answering(() => [200, { data: 'x' }]);
    await expect(probe(base)).rejects.toMatchObject({ localized: kitMessages.otherKind(base) });
  });

  it('is wrong, and ends nothing, where its answers are of another form than the schema', async () => {
    answering(() => [
      200,
      { data: { a: 1, subject: { name: 7 }, me: { disclosures: { nodes: 7 } }, changes: {} }, keys: [null] },
    ]);
    const { outcomes } = await runDocuments(base, { ...members, members: { ...members.members, subject: as('me') } });
    expect(outcomes.filter(({ state }) => state === 'RIGHT')).toEqual([]);
  });

  it('A23.1 OPERATION_ONLY of a party is not run, with its reason; of all others it is wrong', async () => {
    const refusal = {
      errors: [{ message: '…', extensions: { code: 'BAD_USER_INPUT', reason: 'OPERATION_ONLY', help: '…' } }],
    };
    answering((party) => (party ? [400, refusal] : [500, {}]));
    const groups: Group[] = [];
    await runRequests(base, members, (group) => groups.push(group));
    const asked = groups.flatMap(({ outcomes }) => outcomes);
    const signed = (await runDocuments(base, members)).outcomes;
    const cases = filesOf('requests').flatMap((file) => file.cases ?? []);
    const partys = new Set(cases.filter((one) => one.as === 'party').map(({ name }) => name));
    expect(partys.size).toBeGreaterThan(2);
    expect(asked.filter(({ name }) => partys.has(name)).map(({ state, because }) => [state, because])).toEqual(
      [...partys].map(() => ['NOT_RUN', kitMessages.onlyKept]),
    );
    expect(signed.filter(({ because }) => because !== undefined)).toHaveLength(2);
    answering(() => [400, refusal]);
    const again: Group[] = [];
    await runRequests(base, members, (group) => again.push(group));
    const departments = new Set(cases.filter((one) => one.as === 'department').map(({ name }) => name));
    const told = again.flatMap(({ outcomes }) => outcomes).filter(({ name }) => departments.has(name));
    expect(told.map(({ state }) => state)).toEqual([...departments].map(() => 'WRONG'));
  });

  it('what it wrote is shown without what steers a terminal, and not without end', () => {
    expect(seen('\u001b[2J\u009b31m\u202e\n\u2028\u200b\u{e0001}\ud800')).toBe(
      '\\u001b[2J\\u009b31m\\u202e\\u000a\\u2028\\u200b\\u{e0001}\\ud800',
    );
    expect(seen('张梅 O’Neill 𠮷 "é" — ok')).toBe('张梅 O’Neill 𠮷 "é" — ok');
    expect(seen('x'.repeat(5_000)).length).toBeLessThan(2_100);
  });

  it('A23.5 RFC 6750, section 5.3: tokens and numbers go to https or to this machine alone', () => {
    for (const here of ['http://localhost:4000', 'http://127.0.0.1:4000', 'http://[::1]:4000', base])
      expect(() => checkEncrypted(here)).not.toThrow();
    for (const open of ['http://credit.example', 'http://10.0.0.7:4000', 'http://127.0.0.1.example'])
      expect(() => checkEncrypted(open)).toThrow(kitMessages.openAddress(open).en);
  });
});
