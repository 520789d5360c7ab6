/** What credit-hop.ts says of errors, beside which it is copied: what of one leaves, in one language, and what it says itself. It needs nothing. */
import type { Fault } from './credit-wire.ts';

/** What of an error leaves. A subgraph says more than a caller may know: how open the item is that was asked for. */
const TOLD = ['code', 'reason', 'article', 'renewsAt', 'competentUnit', 'help', 'id'];

type Words = Readonly<Record<'en' | 'zh', string>>;
const away = (message: Words, help: Words): Fault => ({
  message: message.en,
  extensions: { code: 'UNAVAILABLE', reason: 'UNAVAILABLE', said: { message, help } },
});
const AGAIN: Words = { en: 'Try again in a little while.', zh: '请稍后重试。' };
export const SILENT = away({ en: 'A part does not answer.', zh: '有子系统没有应答。' }, AGAIN);
const NO_ANSWER = 'A change was begun and no answer came; whether it was made is not known.';
/** Of a change that may have been read: whoever sends it again may make it twice. */
export const UNKNOWN = away(
  { en: NO_ANSWER, zh: '变更已经开始，但没有收到结果，尚不清楚是否完成。' },
  { en: 'Look whether it stands before you send it again.', zh: '请先核对是否生效，再决定是否重新提交。' },
);

/** Of a change that a subgraph did not take, because it was not signed for it: it looks before it does anything. */
export const notDone = (part: string): Fault =>
  away(
    { en: `The part ${part} refused the change; nothing was done.`, zh: `子系统${part}拒绝了变更，没有作任何更改。` },
    AGAIN,
  );

/** `zh` where the client would rather have it. */
export function languageOf(header = ''): 'en' | 'zh' {
  const weights = { en: 0, zh: 0, '*': 0 };
  for (const [, name = '', weight = '1'] of header.matchAll(
    /(?:^|,)\s*(en|zh|\*)(?:-[\w-]+)?\s*(?:;\s*q=([\d.]+))?/gi,
  )) {
    const primary = name.toLowerCase() as keyof typeof weights;
    weights[primary] = Math.max(weights[primary], Number(weight));
  }
  return weights.zh > Math.max(weights.en, weights['*']) ? 'zh' : 'en';
}

/** An error in one language, with what may leave of it. */
export function spoken({ message, path, extensions = {} }: Fault, language: 'en' | 'zh'): Fault {
  const said = extensions.said as Readonly<Record<'message' | 'help', Readonly<Record<string, string>>>> | undefined;
  const kept = Object.fromEntries(TOLD.flatMap((name) => (name in extensions ? [[name, extensions[name]]] : [])));
  return {
    message: said?.message[language] ?? message,
    ...(path === undefined ? {} : { path }),
    extensions: { ...kept, ...(said === undefined ? {} : { help: said.help[language] }) },
  };
}
