/** What the desk filed, and the measures that begin and end during its day. */
import { decodeJwt } from 'jose';
import type { Identifier } from '../kit.ts';
import { DECISION } from '../stories/listing.ts';

export interface Filed {
  readonly case: string;
  readonly subject: Identifier;
  readonly began: number;
  readonly ended: number;
  readonly attempts: number;
  readonly token: string;
}

export interface Told {
  readonly findings: readonly { readonly designationId: string | null }[];
  readonly measures: readonly { readonly code: string; readonly kind: string }[];
}

export const answerOf = ({ token }: Filed): Told => decodeJwt<{ answer: Told }>(token).answer;

export const measure = (code: string, effectiveFrom: string, effectiveUntil: string | null) => ({
  code,
  edition: '2026-2',
  name: `暂停便利服务（${code}）`,
  nameEn: `Facilitation suspended (${code})`,
  kind: 'RESTRAINT',
  scope: 'FACILITATION_WITHHELD',
  source: 'PROVINCIAL',
  legalBasis: '黑龙江省社会信用条例第三十一条',
  grounds: [DECISION.ground],
  activities: ['ADMINISTRATIVE_MANAGEMENT'],
  effectiveFrom,
  effectiveUntil,
  publication: { reference: '示例公告2026年第9号', publishedOn: '2026-11-20' },
});
