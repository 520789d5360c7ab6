/** Forms of a version that was declared unsafe: its texts are withheld at once, until they are made anew (Article 23). */
import { desensitize } from '../../schema/law/desensitize/desensitize.ts';
import type { RecordType } from '../../schema/law/facts.ts';
import { formOf } from '../../schema/law/records/element-forms.ts';
import { WITHHELD_TEXT } from '../../schema/law/redact/redact.ts';
import type { Directory } from '../request/directory.ts';
import { isMasked } from './open-form.ts';

interface Stored {
  readonly item: string;
  readonly type: RecordType;
  /** Version of the function that made the form. */
  readonly redaction: number;
}

type Content = Readonly<Record<string, unknown>>;

/** The content of a stored form as it may leave: unchanged, unless its version is unsafe. */
export function safeContent(
  { unsafe, editions }: Directory,
  { item, type, redaction }: Stored,
  content: Content,
): Content {
  if (!unsafe.has(redaction)) return content;
  const masked = new Set(
    editions
      .filter(({ code }) => code === item)
      .flatMap(({ elements }) => elements.filter(({ personal }) => personal !== null))
      .map(({ name }) => name),
  );
  return Object.fromEntries(
    Object.entries(content).map(([name, value]) => [
      name,
      masked.has(name) || formOf(type, name) !== undefined
        ? value
        : Array.isArray(value)
          ? [WITHHELD_TEXT]
          : WITHHELD_TEXT,
    ]),
  );
}

/** A text beside records as it may leave: unchanged, unless its version is unsafe. */
export const safeText = <Held extends string | null>(
  { unsafe }: Pick<Directory, 'unsafe'>,
  redaction: number,
  text: Held,
): Held | typeof WITHHELD_TEXT => (text !== null && unsafe.has(redaction) ? WITHHELD_TEXT : text);

/**
 * A stored form by the edition in force: content was desensitized when it was delivered, and an edition that came later may declare more elements personal.
 * In a company's record too, where everything but its own name is about somebody else.
 */
export function desensitizedAnew(
  { personalElements }: Pick<Directory, 'personalElements'>,
  { item, personal }: { readonly item: string; readonly personal: boolean },
  content: Content,
): Content {
  const masked = (personalElements.get(item) ?? []).flatMap(([name, kind]) => {
    const value = content[name];
    return typeof value === 'string' && value !== WITHHELD_TEXT && isMasked({ personal }, name)
      ? [[name, desensitize(kind, value)] as const]
      : [];
  });
  return masked.length === 0 ? content : { ...content, ...Object.fromEntries(masked) };
}

const isWithheld = (value: unknown): boolean =>
  value === WITHHELD_TEXT || (Array.isArray(value) && value.includes(WITHHELD_TEXT));

/** Names of the texts that are withheld whole. */
export const withheldTexts = (content: Content): string[] =>
  Object.entries(content).flatMap(([name, value]) => (isWithheld(value) ? [name] : []));
