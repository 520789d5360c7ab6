/** When two spellings of a document number name one document (Articles 19 and 36). */
import { halfWidth } from './identifiers.ts';

/** Signs that are left as they are: the usual spelling has no others. */
const USUAL = /^[\u4e00-\u9fff0-9A-Za-z〔〕-]*$/u;

/**
 * A document number as it is compared, never as it is shown: half width, without blanks and characters that cannot be seen, every bracket as 〔〕, every
 * dash as -. The usual spelling, 哈市监罚〔2026〕1号, is left as it is. Digits, letters and their case tell documents apart, and stay.
 */
export const documentKey = (written: string): string => (USUAL.test(written) ? written : compared(written));

const compared = (written: string): string =>
  halfWidth(written.normalize('NFC'))
    .replace(/[\s\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/[([{【〖［｛〈《<﹝〘]/gu, '〔')
    .replace(/[)\]}】〗］｝〉》>﹞〙]/gu, '〕')
    .replace(/[\p{Pd}\u2212]/gu, '-');
