/** What the stories of complaints share: the questions, and the twenty working days counted by hand. */
import type { Holder } from '../../kit.ts';

const COMPLAINT = `id collector { code } answeringUnit { code } status filedOn answerBy provisional text answer answeredOn late
  evidence { id kind keptUntil }`;
export const FILE = `mutation ($input: FileComplaintInput!) { fileComplaint(input: $input) { ${COMPLAINT} } }`;
export const ANSWER = `mutation ($input: AnswerComplaintInput!) { answerComplaint(input: $input) { ${COMPLAINT} } }`;
export const WITHDRAW = `mutation ($id: ID!) { withdrawComplaint(id: $id) { ${COMPLAINT} } }`;
export const LIST = `query ($status: ComplaintStatus) { complaints(status: $status) { totalCount nodes { ${COMPLAINT} } } }`;
export const OWN = `{ me { complaints { ${COMPLAINT} } messages(first: 20) { nodes { kind text recordId } } } }`;

/**
 * Received on Friday 18 September 2026, which does not count. By the holidays of 2026: Sunday 20 is worked (1), 21 to 24 (2 to 5), 25 to 27 are the Mid-Autumn
 * Festival, 28 to 30 (6 to 8), 1 to 7 October are National Day, 8 and 9 (9, 10), Saturday 10 is worked (11), 12 to 16 (12 to 16), 19 to 22 (17 to 20).
 */
export const FILED = { at: '2026-09-18T10:00:00+08:00', on: '2026-09-18', answerBy: '2026-10-22' } as const;

export const COLLECTOR_A: Holder = { role: 'collector', unit: 'COLLECTOR-A' };
export const COLLECTOR_B: Holder = { role: 'collector', unit: 'COLLECTOR-B' };
