/** What a reference page consists of, and what it reads of the server that shows it. */
import type { Language, Localized } from '../../schema/localized.ts';

/** A sentence in every language, or what reads the same in all: a code, a number, a path. In both, `…` marks code and [text](address) a link. */
export type Text = Localized | string;

export type Block =
  | { readonly kind: 'text'; readonly text: Text }
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  | { readonly kind: 'table'; readonly head: readonly Text[]; readonly rows: readonly (readonly Text[])[] }
  /** Commands that are run word for word, in the order of the page, by test/docs/commands.proof.ts. */
  | { readonly kind: 'commands'; readonly text: string }
  /** What is read or copied, and not run by itself: a file that a command of the page saves, a form. */
  | { readonly kind: 'code'; readonly text: string }
  /** Shown on demand, so that a page can be taken in at a glance. */
  | { readonly kind: 'more'; readonly title: Text; readonly blocks: readonly Block[] };

export interface Section {
  /** Its anchor, the same in every language. */
  readonly id: string;
  readonly title: Text;
  readonly blocks: readonly Block[];
}

/** What a page is made from, beside what is imported: the settings of this server. */
export interface Facts {
  /** Base URL under which callers reach this server. */
  readonly url: string;
  /** Whether there are development tokens. */
  readonly development: boolean;
  /** Whether it begins with the synthetic sample. */
  readonly sample: boolean;
  /** Requests a minute: of a network without token, of a subject, of a unit in a role. */
  readonly rates: { readonly public: number; readonly subject: number; readonly unit: number };
  /** What one request counts against them, where it is more than one. */
  readonly weights: { readonly report: number; readonly verification: number; readonly opening: number };
  readonly requestTimeoutMs: number;
  /** Roles whose tokens must be bound to their holder. */
  readonly boundRoles: readonly string[];
  /** Whether parties may send only operations that the operator keeps. */
  readonly onlyKeptForParties: boolean;
  /** HTTP status by the code of an error that is the whole answer outside of GraphQL. */
  readonly statusOf: Readonly<Record<string, number>>;
  /** Every route of this server, as `METHOD /path/{parameter}`. */
  readonly routes: readonly string[];
}

export interface Page {
  /** The last segment of its address. */
  readonly name: string;
  readonly title: Localized;
  /** What it is for, in a sentence. */
  readonly lead: Localized;
  readonly sections: (facts: Facts) => readonly Section[];
}

export const textIn = (text: Text, language: Language): string => (typeof text === 'string' ? text : text[language]);

/** Short forms for the pages. */
export const say = (en: string, zh: string): Block => ({ kind: 'text', text: { en, zh } });
export const run = (text: string): Block => ({ kind: 'commands', text });
export const show = (text: string): Block => ({ kind: 'code', text });
export const table = (head: readonly Text[], rows: readonly (readonly Text[])[]): Block => ({
  kind: 'table',
  head,
  rows,
});
export const both = (en: string, zh: string): Localized => ({ en, zh });
