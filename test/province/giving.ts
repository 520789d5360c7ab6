/** Gives a province file to a server as a command does, and says what came of it. */
import { openIdentity } from '../../gateway/identity/open.ts';
import { carryOut, type ProvinceHands, type ProvinceResult } from '../../gateway/process/province-order.ts';
import { readConfig } from '../../gateway/settings/config.ts';
import type { World } from '../kit.ts';
import { told } from './file.ts';

interface Order {
  readonly trial?: boolean;
  readonly confirmed?: boolean;
  readonly planned?: string;
  readonly token?: string;
}

const handsOf = ({ server, folder }: World): ProvinceHands => {
  const config = readConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent' });
  const readCaller = openIdentity({
    platform: server.platform,
    config,
    development: server.issuer,
    proxies: config.trustedProxies,
    publicUrls: () => [server.url],
    onFault: () => undefined,
  });
  return { platform: server.platform, requestAs: server.requestAs, readCaller };
};

export const give = (world: World, content: string | Uint8Array, order: Order = {}): Promise<ProvinceResult> =>
  carryOut(
    handsOf(world),
    {
      what: 'apply',
      content: Buffer.from(content).toString('base64'),
      ranBy: 'li.na',
      host: 'gateway-1',
      trial: false,
      confirmed: false,
      ...order,
    },
    () => undefined,
  );

export const saidIn = (result: ProvinceResult): string[] => {
  if ('exported' in result) return [];
  if (result.outcome === 'FAULTY') return told(result.faults);
  return result.outcome === 'REFUSED' ? [result.said.en] : [result.outcome];
};

export async function exported(world: World): Promise<string> {
  const result = await carryOut(handsOf(world), { what: 'export' }, () => undefined);
  return 'exported' in result ? result.exported : '';
}
