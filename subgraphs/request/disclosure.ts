/** What resolvers record of an answer, for its ledger entries. */
import type { InformationKind } from '../../schema/law/facts.ts';

/** The grants that carry a watch: what is told by it is charged to them (Articles 23 (2) and 24). */
export interface Grant {
  readonly agreement: string;
  /** Null for an organization. */
  readonly authorization: string | null;
}

/** Purpose of a watch, and what carries it. */
export interface Watched {
  readonly purpose: string;
  readonly grant: Grant;
}

/** What one connection field of an answer shows about one subject. */
export interface Disclosure {
  readonly subjectId: string;
  readonly personal: boolean;
  /** Catalog items that were shown. */
  readonly items: readonly string[];
  /** Records with their versions, so that the disclosure can be reconstructed later. */
  readonly records: readonly { readonly id: string; readonly version: number }[];
  /** WHOLE where personal information was not masked. */
  readonly seen: 'WHOLE' | 'DESENSITIZED';
  /** Item of the row that tells that the subject is held. It counts where the answer shows nothing else of the subject. */
  readonly heldBy?: string;
  /** The watch, where a notice of the feed showed this and not a query of the recipient. */
  readonly watched?: Watched;
  /** The duty that opened it, where a query named the matter itself: the items of this duty stand under it, whatever the header says. */
  readonly duty?: { readonly id: string; readonly items: readonly string[] };
  /** The article under which the caller learns this, where neither an agreement nor a duty opens it. Absent where it is open to anyone (Article 23). */
  readonly article?: string;
  /** The open objection that opened it to who decides or verifies (Article 39), or the application for restoration (Article 40). It has an entry of its own, with the objection as its case. */
  readonly objection?: string;
  /** What is decided is its own case, whatever the header says: an entry of its own. */
  readonly caseReference?: string;
  /** An entry of its own, whatever else the answer shows of the subject: a look into the archive (Article 37). */
  readonly alone?: boolean;
  /** The answer to a permit desk, stored with the entry. */
  readonly answer?: KeptAnswer;
}

/** An answer to a permit desk. The same case is given it again while nothing has changed (Article 43). */
export interface KeptAnswer {
  readonly id: string;
  /** Keyed hash of the case reference, in hex. */
  readonly caseMark: string;
  readonly matter: string;
  /** Position among the answers of the case, from 1. */
  readonly number: number;
  /** SHA-256 of the answer's content, in hex. */
  readonly digest: string;
  readonly answeredAt: string;
  /** Id of the answer that it replaces. */
  readonly supersedes: string | null;
}

/**
 * A list that was requested for some subjects. An empty list discloses something too, and needs a basis. Null means every item of the list's kind of
 * information: a list of public records says nothing about a non-public one.
 */
export interface Asked {
  readonly information: InformationKind;
  readonly subjectIds: readonly string[];
  readonly items: readonly string[] | null;
}

/** A subject that was asked for and of which the answer shows nothing. */
export interface Unseen {
  readonly subjectId: string;
  readonly personal: boolean;
}
