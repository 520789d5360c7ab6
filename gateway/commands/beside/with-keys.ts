/** Where commands about keys carry out their orders: in the server that has the embedded database open, else here. */
import type { Language } from '../../../schema/localized.ts';
import { KeyFault } from '../../../subgraphs/keys/key-fault.ts';
import { carryOutKeys, KEYS, type KeyOrder, type KeyResult, type Standing } from '../../keys/key-order.ts';
import type { ResealProgress } from '../../keys/reseal.ts';
import { openPlatform } from '../../platform.ts';
import { handTo } from '../../process/hand-over.ts';
import type { Config } from '../../settings/config.ts';

const STOPPED = {
  en: 'The server stopped meanwhile. Start the command again: it goes on where it was.',
  zh: '其间服务器停止运行。请重新执行本命令，将从中断处继续。',
} as const;

/** Carries out one order. Throws KeyFault where it is refused. */
export async function carryOut(
  config: Config,
  language: Language,
  order: KeyOrder,
  onProgress: (progress: ResealProgress) => void = () => undefined,
  goesOn: () => boolean = () => true,
): Promise<Exclude<KeyResult, { readonly refused: unknown }>> {
  const result =
    (config.databaseUrl === undefined
      ? await handTo<ResealProgress, KeyResult>(config.folder, {
          path: KEYS,
          order,
          stopped: STOPPED[language],
          onProgress,
        })
      : undefined) ?? (await carriedOutHere(config, order, onProgress, goesOn));
  if ('refused' in result) throw new KeyFault(result.refused);
  return result;
}

async function carriedOutHere(
  config: Config,
  order: KeyOrder,
  onProgress: (progress: ResealProgress) => void,
  goesOn: () => boolean,
): Promise<KeyResult> {
  const opened = await openPlatform(config);
  try {
    return await carryOutKeys(opened, order, true, onProgress, goesOn);
  } finally {
    await opened.close();
  }
}

export async function standingOf(config: Config, language: Language, counted: boolean): Promise<Standing> {
  const result = await carryOut(config, language, { what: 'standing', counted });
  if ('standing' in result) return result.standing;
  throw new Error('The server answered something else than what stands.');
}
