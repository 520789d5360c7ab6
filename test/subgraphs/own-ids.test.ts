/**
 * Ids of persons are each recipient's own, over the whole server: what two recipients hold of one person has no id in common, and an id in another's
 * hand is answered, byte for byte, as one that does not exist.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Thing } from '../../subgraphs/keys/recipient-ids.ts';
import { schemaOf } from '../gateway/root-fields.ts';
import {
  AUTHORITY,
  BANK_A,
  BANK_B,
  COMPANY,
  type Headers,
  type Holder,
  type Identifier,
  LISTED,
  MARKET_REGULATION,
  MEI,
  OPERATOR,
  onDatabaseOfStep,
  openWorld,
  PERMIT_OFFICE,
  subject,
  type World,
} from '../kit.ts';
import { ownIdOf, storedId } from '../own-ids.ts';
import { holdBack } from '../stories/comeback/delivering.ts';
import { STRANGER } from '../stories/listing.ts';
import { DESK, type Held, hold, LOAN } from './held-of-persons.ts';
import { takingIds } from './id-places.ts';
import { casesOf } from './own-ids-cases.ts';

const IDS = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { id pseudonym
  records(first: 50) { nodes { id } } designations { id onAccountOf } incentives { id } pledges { id } nonPublicRecords(first: 50) { nodes { id } } } }`;
onDatabaseOfStep('the ids that a recipient is told', (kind) => {
  let world: World;
  let held: Held;
  /** A record about her that fell at one unit, and waits from another. */
  let heldBack: string;

  const seen = async (holder: Holder | null, headers: Headers = {}, id: Identifier = MEI) =>
    (await world.ask(holder, IDS, { id }, headers)).data.subject;
  const idsOf = (answer: unknown): string[] =>
    [...JSON.stringify(answer).matchAll(/"(?:id|onAccountOf)":"([^"]+)"/g)].map(([, id]) => id ?? '');
  const stored = (holder: Holder | null, ids: readonly string[]): string[] =>
    ids.map((id) => storedId(world, holder, id, 'SUBJECT')).map((id) => storedId(world, holder, id));

  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
    held = await hold(world);
    heldBack = await holdBack(world, MEI, '张小梅');
  });
  afterAll(() => world.close());

  it('A24.3 A23.5 adversarial 85: two parties hold no id in common of a person whom both may see, and the same of an organization', async () => {
    const [one, two] = [await seen(BANK_A, LOAN), await seen(BANK_B, LOAN)];
    expect(one.nonPublicRecords.nodes.length).toBeGreaterThan(0);
    expect(two.nonPublicRecords.nodes.length).toBeGreaterThan(0);
    for (const ids of [idsOf(one), idsOf(two)]) for (const id of ids) expect(id).toMatch(/^p_[\w-]{43}$/);
    expect(idsOf(one).filter((id) => idsOf(two).includes(id))).toEqual([]);
    expect(one.pseudonym).not.toBe(two.pseudonym);
    // The same things stand behind them, and each keeps what it was told.
    const behind = stored(BANK_A, idsOf(one));
    for (const id of stored(BANK_B, idsOf(two))) expect(behind).toContain(id);
    expect(await seen(BANK_A, LOAN)).toEqual(one);
    const anyone = await seen(null);
    for (const id of idsOf(anyone)) expect([...idsOf(one), ...idsOf(two)]).not.toContain(id);
    expect(await seen(null)).toEqual(anyone);
    for (const id of [COMPANY, LISTED]) {
      const known = new Set(idsOf(await seen(BANK_A, LOAN, id)));
      expect(known.size).toBeGreaterThan(3);
      for (const told of idsOf(await seen(null, {}, id))) expect(known).toContain(told);
    }
  });

  it('A24.1 A22.1 a unit has one id of a thing, whatever role it asks in; what the entities of other subgraphs hold is found by it', async () => {
    const office = await seen(PERMIT_OFFICE, DESK, STRANGER);
    expect(office.designations).toHaveLength(1);
    expect(office.incentives).toHaveLength(1);
    const provider = await seen({ role: 'provider', unit: PERMIT_OFFICE.unit }, {}, STRANGER);
    expect([provider.id, provider.designations]).toEqual([office.id, office.designations]);
    expect((await seen(null, {}, STRANGER)).designations).toHaveLength(1);
  });

  it('A35.1 A36.3 the subject, the operator and the authority see the stored ids, which the proofs hold', async () => {
    const { subjectId } = world.server.platform.secrets;
    for (const holder of [subject(MEI), OPERATOR, AUTHORITY]) {
      const own = await seen(holder);
      expect(own.id).toBe(subjectId(MEI.type, MEI.value));
      expect(idsOf(own)).toContain(held.penalty);
    }
    // She is a recipient like others where she looks at somebody else.
    const other = await seen(subject(MEI), {}, STRANGER);
    expect(other.id).toMatch(/^p_/);
    expect(other.id).not.toBe((await seen(null, {}, STRANGER)).id);
  });

  /** An id of what is about a person, as its unit, the person itself or the authority knows it. */
  const knownTo = (holder: Holder, id: string, thing: Thing): string =>
    ['subject', 'operator', 'authority'].includes(holder.role) ? id : ownIdOf(world, holder, id, thing);
  /** Their ids are of agreements, duties, periods, authorizations and gaps, and of entries that the ledger shows to their subject and the overseers. */
  const ABOUT_NOBODY =
    /^(activate|suspend|resume|end)Agreement$|^endDuty$|^(pause|resume)Clock$|^revokeAuthorization$|^disclosure$|^acknowledgeGap$|^fileComplaint$|^registerMandate$/;
  /** An id filters what the caller reads of its own asking; another's finds nothing (who-asked-what.test.ts). */
  const FILTERED = /^disclosures$|^disclosureCounts$/;

  it('A23.5 adversarial 51 and 85: an id in another’s hand, a stored one, one of another kind and one of no form are answered as one that does not exist', async () => {
    const all = casesOf(held, heldBack);
    expect(takingIds(await schemaOf(world)).filter((name) => !ABOUT_NOBODY.test(name) && !FILTERED.test(name))).toEqual(
      Object.keys(all).sort(),
    );
    for (const [name, { holder, thing, id, ask }] of Object.entries(all)) {
      const bytes = async (told: string) => {
        const [query, variables] = ask(told);
        const response = await fetch(`${world.server.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${await world.token(holder)}` },
          body: JSON.stringify({ query, variables }),
        });
        return `${response.status} ${await response.text()}`;
      };
      const absent = await bytes(randomUUID());
      // What is read is null where it is not there.
      expect(absent).toMatch(/NOT_FOUND|"objection":null|"archive":\[\]/);
      const own = knownTo(holder, id, thing);
      const wrong = [
        ownIdOf(world, BANK_A, id, thing),
        ownIdOf(world, BANK_B, id, thing),
        ownIdOf(world, null, id, thing),
        ownIdOf(world, MARKET_REGULATION, id, 'SUBJECT'),
        ownIdOf(world, subject(COMPANY), id, thing),
        ...(own === id ? [] : [id, id.toUpperCase()]),
        `${own.slice(0, -1)}${/a$/i.test(own) ? 'B' : 'A'}`,
        own.replaceAll('-', '').slice(0, 20),
        'x',
        '',
      ].filter((one) => one !== own);
      for (const one of wrong) expect([name, one, await bytes(one)]).toEqual([name, one, absent]);
    }
    // Each does what it is asked with the id that its unit was told; a re-examination runs already.
    for (const [name, { holder, thing, id, ask }] of Object.entries(all)) {
      const own = knownTo(holder, id, thing);
      const { data, errors } = await world.ask(holder, ...ask(own));
      const { id: told } = data?.[name] ?? {};
      const reasons = errors?.map(({ extensions }) => extensions.reason) ?? [];
      // It tells nothing that has an id.
      if (name === 'restorationConditions') expect([data?.[name], reasons]).toEqual([{ article: '40' }, []]);
      else if (name === 'requestReexamination') expect(reasons).toEqual(['PENDING']);
      // They answer the id of what they made.
      else if (['orderOrganCorrection', 'addStatement'].includes(name))
        expect([told !== undefined, reasons]).toEqual([true, []]);
      // What is displayed is not in it.
      else if (name === 'archive') expect([data.archive, reasons]).toEqual([[], []]);
      else if (name === 'verifyPledge')
        expect([told ?? own, reasons.filter((reason) => reason === 'NOT_FOUND')]).toEqual([own, []]);
      else expect([name, told, reasons]).toEqual([name, own, []]);
    }
  });
});
