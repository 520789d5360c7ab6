/** The types of a report as data: the signed payload, from which page and PDF are rendered. */
import type { Language, SectionKey, Template } from './templates.ts';

export interface Named {
  readonly code: string;
  readonly name: string | null;
  readonly nameEn: string | null;
}

export interface ReportEntry {
  readonly id: string;
  readonly version: number;
  readonly item: Named;
  /** Name of the list, for a designation. */
  readonly list: Named | null;
  readonly occurredOn: string;
  readonly displayedUntil: string | null;
  /** Who provided or designated it (Article 35). */
  readonly source: Named;
  /** When the platform received it; null for every recipient but the subject. */
  readonly receivedAt: string | null;
  readonly objected: boolean;
  /** What the subject itself states beside it (Article 35); absent where it states nothing, and in reports of before 0.3.0. */
  readonly ownStatement?: string;
  /** Its content: field name to text, in the order of display. */
  readonly values: Readonly<Record<string, string>>;
  /** Fields that are not open to the recipient. */
  readonly withheld: readonly string[];
}

export interface ReportSection {
  readonly key: SectionKey;
  /** Whether the recipient's basis covers any item of the section. Only then does an empty section mean that no record is held. */
  readonly asked: boolean;
  readonly entries: readonly ReportEntry[];
}

/** Payload of the signed report (JWS). */
export interface Report {
  readonly iss: string;
  readonly jti: string;
  readonly iat: number;
  /** Opaque id of the subject. */
  readonly sub: string;
  readonly template: Template;
  readonly language: Language;
  readonly issuedAt: string;
  readonly recipient: { readonly role: string; readonly unit: Named | null };
  /** Code of the purpose. */
  readonly purpose: string | null;
  /** The purpose by its name; absent in reports of before 0.2.0. */
  readonly purposeNamed?: Named | null;
  readonly case: string | null;
  readonly subject: {
    readonly name: string | null;
    readonly kind: string | null;
    readonly identifier: { readonly type: string; readonly value: string } | null;
  };
  readonly sections: readonly ReportSection[];
  /** The public credit work body (公共信用工作机构), which takes objections too (Article 39); absent in reports of before 0.2.0. */
  readonly workBody?: Named | null;
  readonly verify: string;
  /** What a certificate of restoration certifies (Article 40); absent in every other report. */
  readonly restoration?: Restored;
}

/** One restoration, without anything of what the decision said. */
export interface Restored {
  /** Id of the application. */
  readonly reference: string;
  readonly item: Named;
  /** The list, for a designation. */
  readonly list: Named | null;
  readonly decidedOn: string;
  readonly decidedBy: Named;
  /** The document, what is personal in it masked; null where the decision names none. */
  readonly document: string | null;
  readonly restoredOn: string;
  readonly restoredBy: Named;
}

/** The name in the report's language. */
export const nameIn = (named: Named, language: Language): string =>
  (language === 'en' ? named.nameEn : named.name) ?? named.name ?? named.code;
