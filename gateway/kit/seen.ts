/** What a target wrote, as it is shown: nothing of it steers a terminal, and nothing of it fills one. */

/** Most characters that are shown of an answer. */
const SHOWN_MAX = 2_000;

/** Controls (C0, C1), what is not seen or turns the direction of writing, ends of lines, halves of a pair. */
const STEERS = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

const escaped = (sign: string): string => {
  const code = (sign.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
};

/** A text of the target, with `\u…` for each character that is no sign on paper. */
export function seen(text: string): string {
  const points = text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text;
  return points.replace(STEERS, escaped);
}
