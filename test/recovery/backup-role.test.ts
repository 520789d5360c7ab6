/** The role of backups reads every table, sequence and row, and does nothing else: whatever is added to the database later, this finds what it lacks. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkReadable } from '../../gateway/recovery/backup/readable.ts';
import { connect } from '../../gateway/recovery/connection.ts';
import { type Reader, TABLES } from '../../gateway/recovery/facts.ts';
import { openCopy } from '../../subgraphs/database/embedded.ts';
import { onDatabaseOfStep, sharedWorld, type World } from '../kit.ts';

onDatabaseOfStep('the role of backups', (kind) => {
  let world: World;
  /** As superuser: of the world, or of a copy of it. */
  let reader: Reader & { run?(statements: string): Promise<void>; end(): Promise<void> };
  let backup: string;
  beforeAll(async () => {
    world = await sharedWorld(kind);
    backup = world.server.platform.database.roleName('backup');
    const copy = await world.server.platform.database.dump?.();
    if (copy === undefined) reader = await connect(world.ownerUrl ?? '', 'the test');
    else {
      const opened = await openCopy(copy);
      reader = { query: opened.query, end: opened.close };
    }
  });
  afterAll(() => reader.end());

  it('adversarial 98 A17.1 may select from every table and sequence, and a policy of its own shows it every row', async () => {
    await expect(checkReadable(reader, backup)).resolves.toBeUndefined();
    const tables = await reader.query<{ name: string }>(TABLES);
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['public.access', 'ledger.disclosure', 'control.key_mark']),
    );
    expect(tables.length).toBeGreaterThan(55);
    // A check that could not fail would find nothing of a role that reads little either.
    await expect(checkReadable(reader, world.server.platform.database.roleName('analyst'))).rejects.toThrow(
      /has no grant on control\.agreement, .* and \d+ more: no row policy shows it every row of /,
    );
  });

  it('A17.1 has no other right, and none of the database is in it', async () => {
    const rights = await reader.query<{ what: string }>(
      `select distinct a.privilege_type as what from pg_class c, aclexplode(c.relacl) a, pg_roles r where r.oid = a.grantee and r.rolname = $1
        union select 'execute ' || p.proname from pg_proc p, aclexplode(p.proacl) a, pg_roles r where r.oid = a.grantee and r.rolname = $1
        union select 'policy for ' || p.polcmd::text from pg_policy p, pg_roles r where r.oid = any (p.polroles) and r.rolname = $1
        union select 'owns ' || c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = $1
        union select 'with ' || m.rolname from pg_auth_members x join pg_roles r on r.oid = x.roleid join pg_roles m on m.oid = x.member where r.rolname = $1
        union select 'in ' || m.rolname from pg_auth_members x join pg_roles r on r.oid = x.member join pg_roles m on m.oid = x.roleid where r.rolname = $1
        union select 'strong' from pg_roles r where r.rolname = $1 and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolcanlogin or rolinherit)`,
      [backup],
    );
    expect(rights.map(({ what }) => what).sort()).toEqual(['SELECT', 'policy for r']);
  });
});
