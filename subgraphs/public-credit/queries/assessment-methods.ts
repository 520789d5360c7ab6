/** The published assessment methods (Articles 7 and 48). */
import type { Statement } from '../../database/database.ts';
import type { Context } from '../../request/context.ts';
import type { MethodRow } from '../rows.ts';

const METHODS: Statement = {
  name: 'assessment-methods',
  text: `select edition, basis, classes, publication_reference as "publicationReference", published_on as "publishedOn",
    effective_from as "effectiveFrom" from control.assessment_method order by effective_from desc, edition desc`,
};

/** All published methods, newest first. */
export const assessmentMethods = (context: Context): Promise<MethodRow[]> => context.query<MethodRow>(METHODS, []);
