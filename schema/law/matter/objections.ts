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

export type ObjectionStatus = 'OPEN' | 'UPHELD' | 'REFUSED' | 'WITHDRAWN';

/** What remains where it was refused (Article 41). */
export type NextRemedy = 'RECONSIDERATION' | 'LITIGATION' | 'COMPLAINT';

/** What takes time that does not count (Article 39 §3). */
export type PauseCause = 'EXAMINATION' | 'TESTING' | 'QUARANTINE' | 'EVALUATION' | 'APPRAISAL';
