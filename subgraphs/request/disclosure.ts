/** What resolvers note of an answer for the ledger. */

/** What one connection of an answer shows about one subject. */
export interface Disclosure {
  readonly subjectId: string;
  readonly personal: boolean;
  /** Catalog items that were shown. */
  readonly items: readonly string[];
  /** Records with their versions, so that what was seen can be told again. */
  readonly records: readonly { readonly id: string; readonly version: number }[];
  /** Whether personal information was whole. */
  readonly seen: 'WHOLE' | 'DESENSITIZED';
  /** Whether nothing but her authorization lets the recipient know that she is held. */
  readonly authorized?: boolean;
  /** The purpose of the watch that told it, where it was no question of the recipient's. */
  readonly watched?: string;
  /** The answer to a permit desk that showed it, kept with the entry. */
  readonly answer?: KeptAnswer;
}

/** An answer that the same case is given again while nothing changed (Article 43). */
export interface KeptAnswer {
  readonly id: string;
  /** Keyed hash of the case reference, in hex. */
  readonly caseMark: string;
  readonly matter: string;
  /** Which answer of the case it is, from 1. */
  readonly number: number;
  /** SHA-256 of what it says, in hex. */
  readonly digest: string;
  readonly answeredAt: string;
  /** Id of the answer that it replaces. */
  readonly supersedes: string | null;
}

/** A list that was asked about some subjects: "there is nothing" is told on a basis too. Null asks for every item. */
export interface Asked {
  readonly subjectIds: readonly string[];
  readonly items: readonly string[] | null;
}
