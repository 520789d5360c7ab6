/**
 * The register of obligations: what the Regulations require of the software, in our own words. A test that proves an obligation carries its
 * id in its name. `npm run conformance` prints the tests of each obligation and whether they pass.
 */

/** `now`: the software claims to carry the obligation out, and a test must prove it. `later`: it makes no such claim yet. */
export type Due = 'now' | 'later';

export interface Obligation {
  readonly id: string;
  /** Article of the Regulations. */
  readonly article: string;
  readonly title: string;
  readonly due: Due;
}

const now = <Id extends string>(id: Id, article: string, title: string) =>
  ({ id, article, title, due: 'now' }) as const;
const later = <Id extends string>(id: Id, article: string, title: string) =>
  ({ id, article, title, due: 'later' }) as const;

const ROWS = [
  now('A07.1', '7, 30', 'catalogs and lists are versioned; what is not published has no effect'),
  now('A18.1', '18', 'a catalog item states all that Article 18 asks, or is refused'),
  now('A18.2', '18', 'a record falls under an item in force on its date, the item in one of ten categories'),
  now('A18.3', '18', 'penalties by simplified procedure stay out'),
  now('A19.1', '19', 'persons are matched by citizen number, else another valid document'),
  now('A19.2', '19', 'organizations are matched by their credit code alone'),
  now('A20.1', '20', 'information about a person needs a recorded consent, unless law requires its display'),
  later('A20.2', '20', 'income, savings, securities, insurance, real estate and tax need more than consent'),
  now('A20.3', '20', 'faith, blood, illness, fingerprints and genes are never taken'),
  later('A21.1', '21', 'items have routes and time limits; what is late is reported'),
  later('A21.2', '21', 'cities pass records on to the province in 3 working days'),
  later('A21.3', '21', 'a subject may declare information and authorize its use'),
  now('A21.4', '21', 'a record names its unit, when it came and with which submission'),
  now('A22.1', '22', 'departments share for a registered duty, with a case, and for nothing else'),
  now('A23.1', '23 (1)', 'unconditionally open items: anyone, without identity'),
  now('A23.2', '23 (2), 24', 'agreement items: a party with an agreement that covers item and purpose'),
  now('A23.3', '23, 24', 'items that are not open: the subject alone'),
  now('A23.4', '23', 'personal information of natural persons leaves desensitized'),
  now('A23.5', '23, 36', 'what is withheld leaks through no count, order, filter, cursor, error or difference'),
  now('A24.1', '24', 'one policy through every channel, and the channel is recorded'),
  now('A24.2', '24', "a subject's own inquiries are unlimited and free"),
  now('A24.3', '24', "a party sees a person's agreement items within that person's authorization"),
  later('A24.4', '24', 'two free inquiries a year with each collecting unit'),
  now('A25.1', '25', 'designation as target of incentives under a published standard'),
  now('A26.1', '26', 'reward measures from the published list only'),
  now('A27.1', '27', 'untrustworthy conduct is recorded on an effective document'),
  now('A28.1', '28', 'a designation carries a written decision of five parts'),
  now('A28.2', '28', 'judgment defaulters are on the list'),
  now('A29.1', '29', 'a designation names one of eight grounds'),
  now('A30.1', '30, 51', 'no measure off the published list, none heavier than it allows'),
  now('A30.2', '30', 'minor conduct that was corrected is waived'),
  now('A31.1', '31', 'restraints and punishments stay within their kinds and end by themselves'),
  now('A32.1', '32', 'state organs on the list: superiors and audit are told'),
  now('A33.1', '33', 'persons answerable for a listed entity are linked with evidence'),
  now('A43.1', '43, 44', 'a permit desk asks one question and files one answer'),
  now('A45.1', '45', 'the pledge system is closed to the untrustworthy until restored'),
  now('A46.1', '46', 'pledge-based permits are verified within two months'),
  now('A47.1', '47, 48', 'assessments of enterprises in three supervision classes; no person is scored'),
  now('A50.1', '50', 'pledges are displayed to the public'),
  now('A17.1', '17', 'no disclosure to an identified recipient before it is on the ledger'),
  now('A17.2', '17', 'the ledger shows tampering'),
  now('A06.1', '6', 'lenders watch their borrowers through a change feed'),
  now('A36.1', '36 (1), 52', 'authorizations are free, unbundled and end'),
  now('A36.2', '36 (3)', 'records are append-only; a correction is a new version'),
  now('A36.3', '36 (4)', 'a report can be verified'),
  now('A35.1', '35', 'a subject sees source, change and every use of what is held about it'),
  now('A35.2', '35', 're-examination of a designation in 3 working days'),
  now('A37.1', '37', 'information on trustworthiness is hidden on request'),
  now(
    'A37.2',
    '37',
    'at the end of its period information on untrustworthiness is no longer displayed, shared or used',
  ),
  now('A38.1', '38', 'errors are corrected in 3 working days'),
  now('A38.2', '38', 'a basis that falls is told in 2 and amended in 1 working day'),
  now('A39.1', '39', 'an objection labels the record everywhere'),
  now('A39.2', '39', 'an objection is decided in 3, with help in 7 working days'),
  now('A39.3', '39', 'an objection to the wrong unit is shown the right one'),
  now('A39.4', '39', 'a correction reaches everyone who received the record'),
  now('A40.1', '40', 'restoration stops display, sharing and use'),
  now('A41.1', '41', 'a complaint is answered in 20 working days'),
];

export const OBLIGATIONS: readonly Obligation[] = ROWS;

/** Ids of the register: a clock names the obligation that it runs for, and no other text. */
export type ObligationId = (typeof ROWS)[number]['id'];
