/** Side (w): one subgraph as `npm run subgraph` runs it, in a process and under a login of its own. */
import { pino } from 'pino';
import { readSubgraphConfig } from '../../../gateway/settings/config.ts';
import { startSubgraph } from '../../../gateway/subgraph/serve.ts';
import type { SubgraphName } from '../../../subgraphs/names.ts';
import { NOW } from '../settings.ts';
import { serveChild, usage } from './child.ts';

let stopping: (() => Promise<unknown>) | undefined;

serveChild<{ name: SubgraphName; environment: NodeJS.ProcessEnv }>(
  async ({ name, environment }) => {
    const log = pino({ level: 'silent' });
    const server = await startSubgraph(readSubgraphConfig(environment), name, { now: () => NOW, log });
    stopping = server.stop;
    return { ready: server.url, answer: usage };
  },
  async () => {
    await stopping?.();
  },
);
