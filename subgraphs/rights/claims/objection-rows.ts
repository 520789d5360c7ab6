/** Rows of objections, of what was asked to be verified for them, and of time that does not count (Article 39). */

import type {
  NextRemedy,
  ObjectionStatus,
  ObjectionSubject,
  PauseCause,
} from '../../../schema/law/matter/objections.ts';
import type { Marked } from '../../authorization/policy.ts';
import type { Page } from '../../request/paging.ts';

/** An objection as the caller may read it: its texts whole for the subject, in their open form for others. */
export interface ObjectionRow extends Marked {
  readonly id: string;
  readonly subjectId: string;
  readonly personal: boolean;
  readonly about: ObjectionSubject;
  readonly status: ObjectionStatus;
  readonly recordId: string | null;
  readonly itemCode: string | null;
  readonly statement: 'NAME' | 'ADDRESS' | 'PHONE' | 'BIRTH_DATE' | null;
  readonly unit: string;
  readonly raisedOn: string;
  readonly labelBy: string;
  readonly labelledOn: string | null;
  readonly decideBy: string;
  readonly provisional: boolean;
  /** Id of the clock that runs for the decision. */
  readonly deadline: string;
  readonly application: string;
  readonly decision: string | null;
  readonly decidedOn: string | null;
  readonly nextRemedy: NextRemedy | null;
  readonly recipients: number | null;
}

export type ObjectionPage = Page<ObjectionRow>;

export interface VerificationRow extends Marked {
  readonly id: string;
  readonly personal: boolean;
  readonly objection: string;
  readonly unit: string;
  readonly question: string;
  readonly askedOn: string;
  readonly answerBy: string;
  readonly decideBy: string;
  readonly provisional: boolean;
  readonly answeredOn: string | null;
  readonly confirms: boolean | null;
  readonly answer: string | null;
}

export interface PauseRow {
  readonly cause: PauseCause;
  readonly document: string;
  readonly from: string;
  readonly until: string | null;
  readonly untilDocument: string | null;
}
