/** Comprehensive public credit assessment (Articles 47 and 48): of enterprises alone, by a published method, in three supervision classes. */
import type { SubjectKind } from '../facts.ts';
import { SUPERVISION_CLASSES, type SupervisionClass } from './matter.ts';

export interface AssessmentLevel {
  /** As the method calls it, such as 优 or A. */
  readonly level: string;
  readonly supervision: SupervisionClass;
}

/** A published method: its levels, from the best to the worst, and the class that each gives. */
export interface AssessmentMethod {
  readonly edition: string;
  readonly publishedOn: string;
  readonly effectiveFrom: string;
  readonly classes: readonly AssessmentLevel[];
}

/** Whether a subject may be assessed. Natural persons may not, nor sole traders, who are natural persons in business: no person is scored. */
export const mayBeAssessed = (subject: { readonly kind: SubjectKind; readonly personal: boolean }): boolean =>
  subject.kind !== 'NATURAL_PERSON' && !subject.personal;

/** The newest method that is published and in force on the day. Assessments by an older method no longer have effect. */
export function methodOn<Method extends AssessmentMethod>(methods: readonly Method[], day: string): Method | undefined {
  return methods
    .filter(({ publishedOn, effectiveFrom }) => publishedOn <= day && effectiveFrom <= day)
    .sort((left, right) =>
      left.effectiveFrom === right.effectiveFrom
        ? right.edition.localeCompare(left.edition)
        : right.effectiveFrom.localeCompare(left.effectiveFrom),
    )[0];
}

export type MethodFault = 'NO_LEVEL' | 'LEVEL_TWICE' | 'ORDER';

/** The fault of a method's levels; null where there is none. A better level must not lead to a stricter class. */
export function methodFault(classes: readonly AssessmentLevel[]): MethodFault | null {
  if (classes.length === 0 || classes.some(({ level }) => level.trim() === '')) return 'NO_LEVEL';
  if (new Set(classes.map(({ level }) => level)).size < classes.length) return 'LEVEL_TWICE';
  const ranks = classes.map(({ supervision }) => SUPERVISION_CLASSES.indexOf(supervision));
  return ranks.every((rank, index) => index === 0 || rank >= (ranks[index - 1] ?? 0)) ? null : 'ORDER';
}
