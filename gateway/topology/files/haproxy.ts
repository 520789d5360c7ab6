/** haproxy.cfg: one address of the primary, one of the replica, one of the gateways. */
import { GATEWAYS, HOST, type Layout } from '../layout.ts';

/**
 * Patroni's REST API says which node is primary: a node that stops being it, or does not answer, has its connections cut at once, so that nobody goes on
 * talking to it. Gateways are asked at /readyz. A request is sent to another gateway only where the first was not reached: one that was read is never repeated.
 */
export function haproxyFile({ nodes, balanced, gateways }: Layout): string {
  const databases = (port: number, role: 'primary' | 'replica'): string[] => [
    `listen ${role}`,
    `  bind ${HOST}:${port}`,
    '  mode tcp',
    `  option httpchk GET /${role}`,
    '  http-check expect status 200',
    '  default-server inter 1s fastinter 500ms fall 2 rise 1 on-marked-down shutdown-sessions',
    ...nodes.map((node) => `  server ${node.name} ${HOST}:${node.port} check port ${node.rest}`),
  ];
  return `${[
    'global',
    '  maxconn 2000',
    'defaults',
    '  timeout connect 2s',
    '  timeout check 2s',
    '  timeout client 1h',
    '  timeout server 1h',
    ...databases(balanced.primary, 'primary'),
    ...databases(balanced.replica, 'replica'),
    'listen gateways',
    `  bind ${HOST}:${balanced.gateways}`,
    '  mode http',
    '  balance roundrobin',
    '  option forwardfor',
    '  option redispatch 1',
    '  retries 2',
    '  retry-on conn-failure',
    '  timeout client 60s',
    '  timeout server 60s',
    '  option httpchk GET /readyz',
    '  http-check expect status 200',
    '  default-server inter 1s fall 2 rise 1',
    ...GATEWAYS.map((name) => `  server ${name} ${HOST}:${gateways[name].port} check`),
  ].join('\n')}\n`;
}
