/** Data loader of a subject's own authorizations. */
import DataLoader from 'dataloader';
import type { Statement } from '../database/database.ts';
import type { Context } from '../request/context.ts';
import type { AuthorizationRow } from './rows.ts';

/** The row policies let a subject read its own authorizations only; the condition repeats it. */
const AUTHORIZATIONS: Statement = {
  name: 'authorizations',
  text: `select id, subject_id as "subjectId", party, items, purposes, valid_from as "validFrom", valid_until as "validUntil",
      maximum_uses as "maximumUses", uses, granted_at as "grantedAt", revoked_at as "revokedAt"
    from control.authorization_grant where subject_id = any ($1::uuid[]) and subject_id = $2::uuid
    order by granted_at desc, id`,
};

export const authorizationLoader = (context: Context): DataLoader<string, AuthorizationRow[]> =>
  context.once(
    'authorizations',
    () =>
      new DataLoader<string, AuthorizationRow[]>(async (ids) => {
        const rows = await context.query<AuthorizationRow & { subjectId: string }>(AUTHORIZATIONS, [
          ids,
          context.snapshot.scope.self,
        ]);
        return ids.map((id) => rows.filter((row) => row.subjectId === id));
      }),
  );
