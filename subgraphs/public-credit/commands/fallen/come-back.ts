/**
 * What becomes of records of a delivery that fell before (Articles 37 to 40): the unit whose record fell is told so; from any other they are taken as new
 * ones, and held. The statements are the same whatever fell, so that neither answer nor time tells a unit what fell elsewhere.
 */
import type { EntityManager } from '@mikro-orm/sql';
import { correctedMessage, fellMessage } from '../../../../schema/messages/acts/rights/fallen.ts';
import type { Secrets } from '../../../keys/secrets.ts';
import { basisMark, unfoldedMark } from '../../../redaction/basis.ts';
import { namedMark, STATES, stateMark, valueMark, valuesOf } from '../../../rights/fallen/marks.ts';
import { type Fall, type Holding, isForGood, recognize, type Sent } from '../../../rights/fallen/register.ts';
import type { CheckedRecord, Rejection } from '../../intake/check.ts';
import { fellAgain } from '../../intake/refused.ts';
import { keyedAnew, keyedAs, type NamedRecord } from '../../intake/same-record.ts';

/** Whether a record says a value that was wrong. Its values are marked when one is asked for. */
function saying(secrets: Secrets, record: CheckedRecord): (mark: string) => boolean {
  let marks: ReadonlySet<string> | undefined;
  return (mark) => {
    if (marks === undefined) {
      const values = valuesOf(record);
      const unsaid = record.item.elements
        .map(({ name }) => `content.${name}`)
        .concat('subjectAddress', 'subjectPhone')
        .filter((name) => (values[name] ?? '') === '');
      marks = new Set([
        ...Object.entries(values).map(([name, value]) => valueMark(secrets, name, value)),
        ...unsaid.map((name) => valueMark(secrets, name, '')),
      ]);
    }
    return marks.has(mark);
  };
}

function sentOf(secrets: Secrets, one: NamedRecord): Sent {
  const { record, subjectId, fall, key, before, unfolded } = one;
  const number = record.basisDocument ?? (record.content.documentNumber as string | undefined) ?? null;
  const hasPermits = record.item.elements.some(({ name }) => name === 'permitNumber');
  return {
    ...fall,
    subjectId,
    kind: record.item.recordType,
    keys: [key, before, ...(unfolded === null ? [] : [unfolded])],
    // Those of a penalty are made already.
    bases:
      number === null
        ? []
        : [
            one.mark ?? basisMark(secrets, number).toString('hex'),
            one.unfoldedMark ?? unfoldedMark(secrets, number).toString('hex'),
          ],
    bare: hasPermits && (record.content.permitNumber ?? '') === '',
    says: saying(secrets, record),
  };
}

/** What else a record is asked for by: the decision that its content names beside its basis, and the day of a state. */
function besideOf(secrets: Secrets, { record, subjectId }: NamedRecord): Sent[] {
  const kind = record.item.recordType;
  const named = namedMark(secrets, { ...record, type: kind });
  const state = stateMark(secrets, { ...record, type: kind });
  const one = { subjectId, kind, keys: [], bases: [] };
  return [
    ...(named === null ? [] : [{ ...one, ...named, says: () => false }]),
    ...(state === null
      ? []
      : [{ ...one, mark: state, authorityCode: null, authorityName: null, says: saying(secrets, record) }]),
  ];
}

export interface Sorted {
  /** What is stored, each under the key that it stands under. */
  readonly kept: readonly NamedRecord[];
  readonly refused: readonly Rejection[];
  /** Of what is kept, what another unit's fall holds. */
  readonly held: ReadonlyMap<CheckedRecord, Fall>;
  /** Of what is kept, what new facts bring back. */
  readonly anew: ReadonlyMap<CheckedRecord, Fall>;
}

function refusedAs(row: number, fall: Fall, stands: boolean): Rejection {
  const said = stands ? correctedMessage(fall.fellOn) : fellMessage(fall.cause, fall.fellOn, isForGood(fall));
  const { code, message, faults } = fellAgain(said);
  return { row, code, message, faults };
}

/** The fall that is told: one that nothing answers before others, the newest of those. */
const told = (falls: readonly Fall[]): Fall | undefined =>
  falls.toSorted(
    (one, other) => Number(isForGood(other)) - Number(isForGood(one)) || other.fellOn.localeCompare(one.fellOn),
  )[0];

export async function sortFallen(
  em: EntityManager,
  secrets: Secrets,
  named: readonly NamedRecord[],
  hasNewFacts: boolean,
): Promise<Sorted> {
  const beside = named.map((one) => besideOf(secrets, one));
  const found = await recognize(em, [...named.map((one) => sentOf(secrets, one)), ...beside.flat()]);
  let next = named.length;
  const kept: NamedRecord[] = [];
  const refused: Rejection[] = [];
  const held = new Map<CheckedRecord, Fall>();
  const anew = new Map<CheckedRecord, Fall>();
  // One decision that several rows say is one record.
  const back = new Map<string, string>();
  named.forEach((one, row) => {
    const { own = [], other = [], another = false, standing = null } = found.get(row) ?? {};
    const more = (beside[row] ?? []).flatMap(() => found.get(next++) ?? []);
    const ownFall = told([...own, ...more.flatMap((each) => each.own)]);
    const otherFall = told([...other, ...more.flatMap((each) => each.other)]);
    // Of a state that stands values alone fell.
    const stands = standing !== null || STATES.has(one.record.item.recordType);
    if (ownFall !== undefined && (!hasNewFacts || isForGood(ownFall) || stands))
      refused.push(refusedAs(one.record.row, ownFall, stands));
    else if (ownFall !== undefined) {
      anew.set(one.record, ownFall);
      // What was restored or expired elsewhere, the unit's own new facts do not bring back.
      if (otherFall !== undefined && isForGood(otherFall)) held.set(one.record, otherFall);
      const place = `${one.subjectId}/${one.fall.mark}`;
      const key = back.get(place);
      const keyed = key === undefined ? keyedAnew(secrets, one) : keyedAs(one, key);
      back.set(place, keyed.key);
      kept.push(keyed);
    } else {
      if (otherFall !== undefined && standing === null) held.set(one.record, otherFall);
      const fresh = another ? keyedAnew(secrets, one) : one;
      kept.push(standing === null ? fresh : keyedAs(one, standing));
    }
  });
  return { kept, refused, held, anew };
}

/** What is held, by the ids that it was stored under. */
export const holdingsOf = ({ kept, held }: Sorted, ids: ReadonlyMap<CheckedRecord, string>): readonly Holding[] =>
  kept.flatMap(({ record, subjectId }) => {
    const fall = held.get(record);
    const id = ids.get(record);
    return fall === undefined || id === undefined
      ? []
      : [
          {
            subject: subjectId,
            id,
            heldIn: 'public_credit.record' as const,
            personal: record.subject.personal,
            item: record.item.code,
            ...fall,
          },
        ];
  });
