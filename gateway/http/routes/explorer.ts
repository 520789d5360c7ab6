/** The query page of development: GraphiQL with one tab of an example query for each role. It is served from a package and needs no internet. */
import type { IncomingMessage } from 'node:http';
import type { DevelopmentIssuer } from '../../identity/development-issuer.ts';
import type { Exchange, HttpContext, Outcome } from '../context.ts';

interface Tab {
  readonly claims: Readonly<Record<string, string>> | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query: string;
}

const MEI = 'identifier: { type: CITIZEN_ID, value: "239999199003070016" }';

/** GraphiQL labels each tab with the name of its operation. */
const TABS: readonly Tab[] = [
  {
    claims: null,
    query: `# Anyone: what the law displays, desensitized (Article 23).
# The rest is refused with its article.
query Anyone {
  subject(${MEI}) {
    name
    identifier { value }
    records {
      totalCount
      nodes { item { name openness } occurredOn displayedUntil }
    }
    nonPublicRecords { totalCount }
  }
}`,
  },
  {
    claims: { role: 'subject', subject: 'CITIZEN_ID:239999199003070016' },
    query: `# 张小梅 herself: everything, whole,
# and who looked at it (Articles 17, 24 and 35).
query Herself {
  me {
    name
    birthDate
    records {
      nodes { item { name openness } occurredOn source { unit { name } receivedAt } }
    }
    disclosures(first: 10) {
      nodes { at recipient { name } purpose items { name } basis { article } }
    }
  }
}`,
  },
  {
    claims: { role: 'party', unit: 'BANK-A' },
    headers: { 'Credit-Purpose': 'LOAN_ORIGINATION' },
    query: `# A bank, within its agreement
# and her authorization (Articles 23 and 36).
query Bank {
  subject(${MEI}) {
    name
    pseudonym
    records {
      totalCount
      nodes { item { name openness } occurredOn }
    }
  }
  access(subject: { type: CITIZEN_ID, value: "239999199003070016" }) {
    item { name } granted reason article desensitized
  }
}`,
  },
  {
    claims: { role: 'department', unit: 'HRB-PERMIT' },
    headers: { 'Credit-Purpose': 'PERMIT', 'Credit-Case': encodeURIComponent('哈审批受〔2026〕1号') },
    query: `# A permit desk: one question
# before it decides (Articles 43 and 44).
# It names the matter; whatever else this desk asks, which has
# duties in two, takes it from the header Credit-Matter.
query PermitDesk {
  matterCheck(
    subject: { type: USCC, value: "91239999MA2ABC029U" }
    matter: "FOOD-PERMIT"
  ) {
    findings { kind summary article }
    measures { name kind article from until }
    pledge { eligible reasons }
    supervision { class assessmentEdition }
    complete
    token
  }
}`,
  },
  {
    claims: { role: 'analyst', unit: 'HLJ-CREDIT' },
    query: `# An analyst: noisy counts of groups, with the width of their error,
# and no row about anybody (Articles 17 and 23).
query Analyst {
  statistics(groupBy: [NATURE]) {
    asOf threshold roundedTo
    privacy { unit greatestContribution epsilonOfRelease epsilonOfYear left nextRelease }
    rows { keys labels { en } count error suppressed of { count error } }
  }
  operationFigures(from: "2026-11", until: "2026-11") {
    units(limit: 5) { unit { code } submissions daysLate }
    refusals { role reason count }
  }
}`,
  },
  {
    claims: { role: 'operator', unit: 'HLJ-CREDIT' },
    query: `# The operator: statutory periods
# and the ledger (Articles 17 and 39).
query Operator {
  deadlines(first: 10) { nodes { obligation dueOn status } }
  ledgerCheckpoint { size rootHash }
}`,
  },
];

/** Lifetime of the tokens on the page: a day's work. */
const TOKENS_FOR = '12h';

/** Content security policy of the page: its scripts and styles are inline. */
const POLICY =
  "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' blob:; style-src 'unsafe-inline'; img-src data:; font-src data:; " +
  "worker-src blob: data:; connect-src 'self' blob: data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;
const OWN_NAMES = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * Whether the request comes from this machine and its Host header names this machine. Only then the page holds tokens: through a DNS name
 * that points here (DNS rebinding) another site's page could read them.
 */
const isLocal = ({ socket, headers }: IncomingMessage): boolean =>
  LOOPBACK.test(socket.remoteAddress ?? '') && OWN_NAMES.test(headers.host ?? '');

async function tabOf({ claims, headers, query }: Tab, issuer: DevelopmentIssuer, local: boolean, now: Date) {
  const token =
    claims !== null && local
      ? await issuer.signAt({ sub: claims.unit ?? 'subject', ...claims }, TOKENS_FOR, now)
      : null;
  const all = { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...headers };
  return { query, ...(Object.keys(all).length === 0 ? {} : { headers: JSON.stringify(all, null, 2) }) };
}

const PACKAGE = '@graphql-yoga/render-graphiql';

/** Whether the package of the page is installed: `npm ci --omit=dev` leaves it out. */
export function hasExplorer(): boolean {
  try {
    import.meta.resolve(PACKAGE);
    return true;
  } catch {
    return false;
  }
}

/** The page where the package is not installed. */
const WITHOUT = `Credit gateway, in development mode.

POST /graphql takes queries; npm start says one to try.
The query page is not installed here: npm install brings it.
`;

export const offersExplorer = ({ issuer }: HttpContext): boolean => issuer !== undefined;

/** GET /: the query page, or a few lines that say why there is none. */
export async function explorer({ issuer, platform }: HttpContext, { message }: Exchange): Promise<Outcome> {
  if (issuer === undefined) throw new Error('Only development has a query page.');
  if (!hasExplorer())
    return { status: 200, body: Buffer.from(WITHOUT), headers: { 'content-type': 'text/plain; charset=utf-8' } };
  const { renderGraphiQL: render } = await import('@graphql-yoga/render-graphiql');
  const local = isLocal(message);
  const html = render({
    endpoint: '/graphql',
    title: 'Credit gateway: development',
    defaultTabs: await Promise.all(TABS.map((tab) => tabOf(tab, issuer, local, platform.now()))),
    defaultEditorToolsVisibility: 'headers',
    shouldPersistHeaders: false,
    credentials: 'omit',
  });
  return {
    status: 200,
    body: Buffer.from(html),
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY },
  };
}
