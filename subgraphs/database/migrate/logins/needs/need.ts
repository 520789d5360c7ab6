/** How the files beside this one say what a process needs. */
import type { DatabaseRole } from '../../../roles.ts';

type Privilege = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';

export interface Need {
  /** Tables and functions by name; `schema.*` for all of a schema. The first line that names an object for a role counts. */
  readonly objects: readonly string[];
  /** Under these roles; under each that the subgraph takes on where it is absent. */
  readonly roles?: readonly DatabaseRole[];
  /** Of a table these privileges alone. */
  readonly may?: readonly Privilege[];
  /** Columns that may be read; all that the role may where it is absent. */
  readonly columns?: readonly string[];
  /** Row policies that let rows through, by name; all of the role's where it is absent. */
  readonly policies?: readonly string[];
}

export interface OfPlace {
  readonly roles: readonly DatabaseRole[];
  readonly needs: readonly Need[];
}

/** By what a row about a subject is found, and whether it may be seen: no content. */
export const MARKS = ['subject_id', 'id', 'personal', 'item', 'display', 'displayed_until', 'displayed_key'] as const;
