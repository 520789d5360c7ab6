/** A text that stands alone: nothing is known beside it, as beside the reference of a case or an error. */

import { NOTHING_SAID, type TextForm } from '../../schema/law/redact/facts.ts';
import { redactorOf } from '../../schema/law/redact/redact.ts';
import { JIEBA } from './jieba.ts';

const redact = redactorOf(NOTHING_SAID, JIEBA);

/** The text without what is personal in it; withheld whole where that is not sure. */
export const redactAlone = (text: string, form: TextForm = 'TEXT'): string => redact(text, form).text;
