/** What each statutory period is about. A new figure of `terms.ts` that has no line here does not compile. */
import type { TermKey } from '../../../schema/law/articles/terms.ts';
import type { Thing } from '../../keys/recipient-ids.ts';

/**
 * What the reference of a clock names: the id of a thing, with a version behind it or without; `MARK`: a mark that is no id, of a document that fell; `NONE`:
 * no clock runs of it, because the figure is no period of a unit.
 */
type Referred = Thing | 'MARK' | 'NONE';

const REFERRED: Readonly<Record<TermKey, Referred>> = {
  'platform.forward': 'NONE',
  'error.correct': 'RECORD',
  'basis.tell': 'MARK',
  'basis.amend': 'MARK',
  'objection.label': 'OBJECTION',
  'objection.decide': 'OBJECTION',
  'objection.decide-with-help': 'OBJECTION',
  'objection.help': 'VERIFICATION',
  'objection.deliver': 'OBJECTION',
  'correction.act': 'RECORD',
  'reexamination.decide': 'REEXAMINATION',
  'restoration.decide': 'RESTORATION',
  'complaint.answer': 'COMPLAINT',
  'organ.correct': 'NOTICE',
  'pledge.correct': 'RECORD',
  'pledge.verify': 'RECORD',
  'non-public.free-inquiries': 'NONE',
  'held.decide': 'RECORD',
  'new-facts.tell': 'RECORD',
  'authorization.remind': 'NONE',
  'authorization.ends': 'NONE',
};

/** The thing whose id stands in a clock's reference; undefined where none does. A kind of a later release is a record's until it is known. */
export function referredBy(kind: string): Thing | undefined {
  const referred = (REFERRED as Readonly<Record<string, Referred>>)[kind] ?? 'RECORD';
  return referred === 'MARK' || referred === 'NONE' ? undefined : referred;
}
