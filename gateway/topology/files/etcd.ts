/** etcd.yaml: where Patroni keeps who is primary. */
import { stringify } from 'yaml';
import { HOST, type Layout } from '../layout.ts';

/** One process here. In production three, each on a machine of its own: with one, nobody is elected while it is away. */
export function etcdFile({ folder, etcd }: Layout): string {
  const [client, peer] = [`http://${HOST}:${etcd.client}`, `http://${HOST}:${etcd.peer}`];
  return stringify({
    name: 'etcd',
    'data-dir': `${folder}/etcd`,
    'listen-client-urls': client,
    'advertise-client-urls': client,
    'listen-peer-urls': peer,
    'initial-advertise-peer-urls': peer,
    'initial-cluster': `etcd=${peer}`,
    // The API that Patroni is told to speak: patroni.ts says why.
    'enable-v2': true,
    'log-level': 'warn',
  });
}
