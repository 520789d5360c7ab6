/** What a unit must be to be registered (Articles 6 and 21), and that those whom a command names have not ended meanwhile. */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { badInput, conflict, repeated } from '../../../../schema/errors.ts';
import { regionFault } from '../../../../schema/law/asking/unit-region.ts';
import { KEEPING_KINDS, kindsFit } from '../../../../schema/law/asking/unit-roles.ts';
import type { Role, UnitKind, UnitLevel } from '../../../../schema/law/facts.ts';
import { checkIdentifier } from '../../../../schema/law/records/identifiers.ts';
import { isSeenLine } from '../../../../schema/law/records/seen-text.ts';
import { unitMessages } from '../../../../schema/messages/acts/units.ts';
import type { Directory } from '../../../request/directory.ts';

export interface UnitInput {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly kinds: readonly UnitKind[];
  readonly level: UnitLevel;
  readonly region?: string | null | undefined;
  readonly line?: string | null | undefined;
  readonly uscc?: string | null | undefined;
}

/** A unit before it is stored. */
export interface NewUnit {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly kinds: readonly UnitKind[];
  readonly level: UnitLevel;
  readonly region: string | null;
  readonly line: string | null;
  readonly uscc: string | null;
}

const UNIT_CODE = /^[A-Z0-9][A-Z0-9_-]{1,63}$/;
/** Codes of lines, purposes and services. */
export const WORD_CODE = /^[A-Z][A-Z0-9_-]{1,63}$/;
const NAME_MAX = 200;
/** Of a telephone or an identity card. Anybody reads the names of units and purposes. */
const PERSONS_NUMBER = /\d{11}/;

export function nameOf(field: string, sent: string): string {
  const name = sent.normalize('NFC').trim();
  if (name === '' || name.length > NAME_MAX) throw badInput('NAME', unitMessages.name(field), '21');
  if (!isSeenLine(name)) throw badInput('NAME', unitMessages.nameUnseen(field), '21');
  if (PERSONS_NUMBER.test(name.normalize('NFKC'))) throw badInput('NAME', unitMessages.namePersonal(field), '23');
  return name;
}

const REFERENCE_MAX = 500;

/** Number or title of a document, which anybody reads: of a publication, of a contract. */
export function referenceOf(field: string, sent: string): string {
  const reference = sent.normalize('NFC').trim();
  if (reference === '' || reference.length > REFERENCE_MAX)
    throw badInput('REFERENCE', unitMessages.reference(field, REFERENCE_MAX), '7');
  if (!isSeenLine(reference)) throw badInput('REFERENCE', unitMessages.nameUnseen(field), '7');
  if (PERSONS_NUMBER.test(reference.normalize('NFKC')))
    throw badInput('REFERENCE', unitMessages.namePersonal(field), '23');
  return reference;
}

/** Absent and empty are the same. */
const stated = (text: string | null | undefined): string | null => text?.trim() || null;

export interface UnitSettings {
  readonly unassignedRegions: 'allow' | 'refuse';
  /** Role of who registers; only the authority makes operators and authorities. Null: the first province file of an empty database. */
  readonly by: Role | null;
}

/** The unit that is registered. Throws BAD_USER_INPUT or CONFLICT with what is wrong. */
export function checkedUnit(directory: Directory, input: UnitInput, { unassignedRegions, by }: UnitSettings): NewUnit {
  const { code, kinds, level } = input;
  if (!UNIT_CODE.test(code)) throw badInput('CODE', unitMessages.code());
  const held = directory.units.get(code);
  if (held !== undefined) throw conflict('UNIT_REGISTERED', unitMessages.taken(code, held.endedOn));
  if (!kindsFit(kinds)) throw badInput('KINDS', unitMessages.kinds(), '21');
  if (by === 'OPERATOR' && kinds.some((kind) => KEEPING_KINDS.includes(kind)))
    throw badInput('KINDS', unitMessages.keeper(), '7');
  const region = stated(input.region);
  const fault = regionFault(level, region);
  if (fault !== undefined) throw badInput('REGION', unitMessages.region(fault, level, repeated(region ?? '')), '21');
  const line = stated(input.line);
  if (line !== null && !WORD_CODE.test(line)) throw badInput('LINE', unitMessages.line(), '21');
  const uscc = stated(input.uscc);
  const checked = uscc === null ? null : checkIdentifier('USCC', uscc, { unassignedRegions });
  if (checked?.ok === false)
    throw badInput(`IDENTIFIER_${checked.reason}`, unitMessages.uscc(checked.message, checked.zh), '19');
  return {
    code,
    name: nameOf('name', input.name),
    nameEn: nameOf('nameEn', input.nameEn),
    kinds: [...kinds],
    level,
    region,
    line,
    uscc: checked?.ok === true ? checked.value : null,
  };
}

/**
 * Throws where one of these units has ended. Until the transaction is over none of them can end: an agreement, a duty or an edition that is stored here
 * ends with its unit, and is not left behind.
 */
export async function holdUnits(em: EntityManager, codes: readonly string[]): Promise<void> {
  const { rows } = await sql<{ code: string }>`select code from control.ended_units(array(
    select jsonb_array_elements_text(${JSON.stringify(codes)}::jsonb)))`.execute(em.getKysely());
  if (rows.length > 0) throw conflict('UNIT_ENDED', unitMessages.endedMeanwhile(rows.map(({ code }) => code)));
}
