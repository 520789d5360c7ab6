/** Side (a): this gateway, as `npm start` runs it, its log on. */
import { readConfig } from '../../gateway/config.ts';
import { startServer } from '../../gateway/server.ts';
import { serveChild, usage } from './child.ts';
import { NOW } from './settings.ts';

let stopping: (() => Promise<void>) | undefined;

serveChild<{ environment: NodeJS.ProcessEnv }>(
  async ({ environment }) => {
    const server = await startServer(readConfig(environment), { now: () => NOW });
    stopping = server.stop;
    return { ready: server.url, answer: usage };
  },
  async () => stopping?.(),
);
