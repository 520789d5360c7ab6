/** The label of an open objection (Article 39), wherever the row in question is shown: that there is one, and to the subject by when it is decided. */
import { type Marked, open, selfOnly } from '../../authorization/policy.ts';

/** A row that may be objected to. */
export interface Labelled extends Marked {
  readonly objectionRaisedOn: string | null;
  readonly objectionDecideBy: string | null;
}

/** Columns of a row with this alias. */
export const labelColumns = (alias: string): string =>
  `${alias}.objection_raised_on as "objectionRaisedOn", ${alias}.objection_decide_by as "objectionDecideBy"`;

/** Of a row that was stored a moment ago. */
export const UNLABELLED = { objectionRaisedOn: null, objectionDecideBy: null } as const;

/** Resolver of the field `objection`. */
export const labelOf = <Row extends Labelled>(row: Row): Row | null => (row.objectionRaisedOn === null ? null : row);

export const labelResolvers = {
  raisedOn: ({ objectionRaisedOn }: Labelled): string => objectionRaisedOn ?? '',
  decideBy: ({ objectionDecideBy }: Labelled): string | null => objectionDecideBy,
};

export const labelGuards = { raisedOn: open, decideBy: selfOnly };
