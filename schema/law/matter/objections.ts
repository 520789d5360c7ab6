/** Objections (Article 39): what they may be about, and which unit decides. */

export const OBJECTION_SUBJECTS = [
  'RECORD',
  'DESIGNATION',
  'STATEMENT',
  'OMISSION',
  'DISPLAY',
  'ASSESSMENT',
  'NON_PUBLIC',
] as const;
export type ObjectionSubject = (typeof OBJECTION_SUBJECTS)[number];

export type ObjectionStatus = 'OPEN' | 'UPHELD' | 'REFUSED' | 'WITHDRAWN' | 'LAPSED';

/** What remains where it was refused (Article 41). */
export type NextRemedy = 'RECONSIDERATION' | 'LITIGATION' | 'COMPLAINT';

/** What takes time that does not count (Article 39 §3). */
export type PauseCause = 'EXAMINATION' | 'TESTING' | 'QUARANTINE' | 'EVALUATION' | 'APPRAISAL';

/** What names the thing in question. */
export const OBJECTION_FIELDS = ['record', 'designation', 'statement', 'item'] as const;
export type ObjectionField = (typeof OBJECTION_FIELDS)[number];

/** Of each objection one of these, and nothing else. */
export const FIELDS_OF: Readonly<Record<ObjectionSubject, readonly ObjectionField[]>> = {
  RECORD: ['record'],
  DESIGNATION: ['designation'],
  STATEMENT: ['statement'],
  OMISSION: ['item'],
  DISPLAY: ['record', 'designation'],
  ASSESSMENT: ['record'],
  NON_PUBLIC: ['record'],
};

/** The one field that names the thing in question; undefined where none does, or more than one, or one that does not belong to it. */
export function namedBy(
  about: ObjectionSubject,
  sent: Readonly<Partial<Record<ObjectionField, string | null | undefined>>>,
): ObjectionField | undefined {
  const given = OBJECTION_FIELDS.filter((field) => sent[field] != null);
  const [only] = given;
  return given.length === 1 && only !== undefined && FIELDS_OF[about].includes(only) ? only : undefined;
}

/** Where things in question stand, and what they are. */
export type ThingKind = 'RECORD' | 'ASSESSMENT' | 'NON_PUBLIC' | 'DESIGNATION' | 'INCENTIVE';

/** Which things an objection may be about. An omission has none. */
const THINGS_OF: Readonly<Record<ObjectionSubject, readonly ThingKind[]>> = {
  RECORD: ['RECORD'],
  DESIGNATION: ['DESIGNATION', 'INCENTIVE'],
  STATEMENT: ['RECORD', 'ASSESSMENT', 'DESIGNATION', 'INCENTIVE'],
  OMISSION: [],
  DISPLAY: ['RECORD', 'ASSESSMENT', 'NON_PUBLIC', 'DESIGNATION', 'INCENTIVE'],
  ASSESSMENT: ['ASSESSMENT'],
  NON_PUBLIC: ['NON_PUBLIC'],
};

/** Fields that name a thing. */
const FIELD_OF: Readonly<Record<ThingKind, ObjectionField>> = {
  RECORD: 'record',
  ASSESSMENT: 'record',
  NON_PUBLIC: 'record',
  DESIGNATION: 'designation',
  INCENTIVE: 'designation',
};

/** Whether an objection may be about a thing that is named so. */
export const isAbout = (about: ObjectionSubject, kind: ThingKind, field: ObjectionField): boolean =>
  THINGS_OF[about].includes(kind) && (field === 'statement' || field === FIELD_OF[kind]);

/** What an objection about a thing is about: what its subject is told where it named another. */
export const aboutThing = (kind: ThingKind): ObjectionSubject => (kind === 'INCENTIVE' ? 'DESIGNATION' : kind);
