/** patroni-NAME.yaml: one PostgreSQL of the pair, and what the pair is. */
import { stringify } from 'yaml';
import { type DatabaseNode, HOST, type Layout } from '../layout.ts';

/**
 * Of the whole pair; the first node writes it to etcd. Synchronous: what was acknowledged stands on both, and only a node that has all of it becomes primary.
 * Not strict: alone the primary goes on, and the metric `credit_database_synchronous_replicas` says so.
 */
const PAIR = {
  // Seconds. A primary that is frozen or cut off loses its place after `ttl`; 20 is the least that Patroni takes.
  ttl: 20,
  loop_wait: 2,
  retry_timeout: 5,
  // A primary that crashed is not waited for: the other one has everything.
  primary_start_timeout: 0,
  synchronous_mode: true,
  synchronous_mode_strict: false,
  postgresql: {
    use_pg_rewind: true,
    use_slots: true,
    parameters: {
      max_connections: 200,
      // A node that is frozen or cut off holds back every answer for so long: by default it would be a minute.
      wal_sender_timeout: '5s',
      wal_receiver_timeout: '5s',
      wal_keep_size: '256MB',
    },
  },
};

export function patroniFile(
  { folder, etcd, passwords }: Layout,
  { name, port, rest, reachedAt }: DatabaseNode,
  bin: string,
): string {
  return stringify({
    scope: 'credit',
    name,
    restapi: { listen: `${HOST}:${rest}`, connect_address: `${HOST}:${rest}` },
    // Not `etcd3`: over that API Patroni 3.0 renews the leader's key without looking whose it is. A primary that was frozen and wakes takes the key back from
    // the one that replaced it, and what that one answered meanwhile is lost. Over this one the key is compared.
    etcd: { hosts: [`${HOST}:${etcd.client}`] },
    bootstrap: { dcs: PAIR, initdb: [{ encoding: 'UTF8' }, { locale: 'C.UTF-8' }, 'data-checksums'] },
    postgresql: {
      listen: `${HOST}:${port}`,
      connect_address: `${HOST}:${reachedAt}`,
      data_dir: `${folder}/${name}`,
      bin_dir: bin,
      pgpass: `${folder}/pgpass-${name}`,
      authentication: {
        superuser: { username: 'postgres', password: passwords.superuser },
        replication: { username: 'replicator', password: passwords.replication },
      },
      // The copy that the second node begins with waits for no checkpoint of the next minutes.
      basebackup: { checkpoint: 'fast' },
      parameters: { unix_socket_directories: '', shared_buffers: '128MB' },
      pg_hba: [`host replication replicator ${HOST}/32 scram-sha-256`, `host all all ${HOST}/32 scram-sha-256`],
    },
    watchdog: { mode: 'off' },
  });
}
