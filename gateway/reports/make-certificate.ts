/**
 * Makes a certificate of restoration (Article 40): for the subject alone, of one restoration that was granted. A restoration is never taken back, so that
 * its certificate stays current whatever else changes about the subject.
 */
import { randomUUID } from 'node:crypto';
import { badInput, conflict, forbidden, notFoundAs } from '../../schema/errors.ts';
import { reportMessages } from '../../schema/messages/door/reports.ts';
import { keepReport } from '../../subgraphs/reports/reports.ts';
import type { Caller } from '../../subgraphs/request/context.ts';
import { answered, headOfReport, isPersonal, type Made, type Open, type ReportMaking, type Wanted } from './make.ts';
import type { Report } from './report.ts';
import { type Answer, named } from './sections.ts';

const UNIT = '{ code name nameEn }';

const QUERY = `query Certificate { subject: me { id kind name identifier { type value } restorations { id status item ${UNIT} sourceUnit ${UNIT} decidedOn
  decidedBy ${UNIT} decision { on document list listName listNameEn subjectName } } } }`;

export async function makeCertificate(making: ReportMaking, caller: Caller, open: Open, wanted: Wanted): Promise<Made> {
  if (caller.role !== 'SUBJECT' || caller.subject === null) throw forbidden('ROLE', '40');
  if (wanted.subject !== null) throw badInput('SUBJECT', reportMessages.ownAlone);
  if (wanted.restoration === null) throw badInput('RESTORATION', reportMessages.restorationMissing, '40');
  const subject: Answer = await answered(making, open, QUERY, {});
  const found = subject.restorations.find((one: Answer) => one.id === wanted.restoration);
  if (found === undefined) throw notFoundAs(reportMessages.noRestoration);
  if (found.status !== 'GRANTED') throw conflict('NOT_RESTORED', reportMessages.notRestored);
  const { decision, item } = found;
  // A decision of before a database was restored from an older backup is not held any more: nothing is certified that cannot be named.
  if (decision === null) throw conflict('NOT_HELD', reportMessages.decisionNotHeld);
  const id = randomUUID();
  const now = making.platform.now();
  const report: Report = {
    ...headOfReport(making, caller, { id, now, wanted, subject }),
    subject: {
      name: subject.name ?? decision.subjectName ?? null,
      kind: subject.kind ?? null,
      identifier: subject.identifier ?? null,
    },
    sections: [],
    restoration: {
      reference: found.id,
      item: named(item),
      list:
        decision.list === null ? null : { code: decision.list, name: decision.listName, nameEn: decision.listNameEn },
      decidedOn: decision.on,
      decidedBy: named(found.sourceUnit),
      document: decision.document,
      restoredOn: found.decidedOn,
      restoredBy: named(found.decidedBy),
    },
  };
  const token = await making.platform.signer.token('credit-report+jwt', report);
  const request = open.request();
  await keepReport(request, {
    id,
    subjectId: caller.subject.id,
    personal: isPersonal(caller.subject),
    template: wanted.template,
    issuedAt: report.issuedAt,
    expiresOn: null,
    items: [item.code],
    whole: [],
    records: [],
    token,
  }).finally(() => request.abandon());
  return { id, token, issuedAt: report.issuedAt, verify: report.verify };
}
