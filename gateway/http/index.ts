/** Every route of the server, with the checks that a request passes before the route runs, in their order. Each check is a file. */
import { accepted } from './checks/accepted.ts';
import { authenticated, authenticatedIfSent } from './checks/authenticate.ts';
import { countOpening, countVerification } from './checks/count-verification.ts';
import { headersOnce } from './checks/headers-once.ts';
import { mayAct } from './checks/may-act.ts';
import { mayBringEvidence } from './checks/may-bring-evidence.ts';
import { operationNamed } from './checks/operation-named.ts';
import { queryCost } from './checks/query-cost.ts';
import { queryLimits } from './checks/query-limits.ts';
import { readBody } from './checks/read-body.ts';
import { readFile } from './checks/read-file.ts';
import { readQuery } from './checks/read-query.ts';
import type { HttpContext, Route } from './context.ts';
import { labelOf } from './paths.ts';
import { docsRoutes } from './routes/docs.ts';
import { bringEvidenceRoute, EVIDENCE_POINTS, readEvidenceRoute } from './routes/evidence.ts';
import { explorer, offersExplorer } from './routes/explorer.ts';
import { graphqlRequest } from './routes/graphql-request.ts';
import { alive, publicKeys, ready } from './routes/health.ts';
import { linkReportRoute, openReportRoute } from './routes/report-links.ts';
import { makeReportRoute, readReportRoute, reportPoints, verifyReportRoute } from './routes/reports.ts';
import { schemaText } from './routes/schema.ts';

export const ROUTES: readonly Route[] = [
  {
    method: 'POST',
    path: '/graphql',
    checks: [headersOnce, accepted, authenticated(1), readBody, readQuery, queryLimits, operationNamed, queryCost],
    answer: graphqlRequest,
    graphql: true,
  },
  {
    method: 'POST',
    path: '/reports',
    checks: [headersOnce, authenticated(reportPoints), mayAct('READ'), readBody],
    answer: makeReportRoute,
  },
  {
    method: 'GET',
    path: '/reports/:id',
    checks: [headersOnce, authenticated(reportPoints), mayAct('READ')],
    answer: readReportRoute,
  },
  {
    method: 'POST',
    path: '/reports/:id/link',
    checks: [headersOnce, authenticated(reportPoints), mayAct('READ')],
    answer: linkReportRoute,
  },
  {
    method: 'POST',
    path: '/evidence',
    checks: [headersOnce, authenticated(EVIDENCE_POINTS), mayAct('OBJECT'), mayBringEvidence, readFile],
    answer: bringEvidenceRoute,
  },
  {
    method: 'GET',
    path: '/evidence/:id',
    checks: [headersOnce, authenticated(1), mayAct('READ')],
    answer: readEvidenceRoute,
  },
  {
    method: 'GET',
    path: '/open-report',
    checks: [headersOnce, countOpening, authenticatedIfSent],
    answer: openReportRoute,
    forPeople: true,
  },
  {
    method: 'GET',
    path: '/verify/:id',
    checks: [headersOnce, countVerification, authenticatedIfSent],
    answer: verifyReportRoute,
  },
  { method: 'GET', path: '/schema.graphql', checks: [headersOnce, authenticated(1)], answer: schemaText },
  { method: 'GET', path: '/.well-known/jwks.json', checks: [], answer: publicKeys },
  { method: 'GET', path: '/healthz', checks: [], answer: alive },
  { method: 'GET', path: '/readyz', checks: [], answer: ready },
  { method: 'GET', path: '/', checks: [], answer: explorer, offered: offersExplorer },
  // The reference pages tell this list.
  ...docsRoutes((http) => routesOf(http).map((route) => `${route.method} ${labelOf(route)}`)),
];

/** The routes that a server has. */
export const routesOf = (http: HttpContext): readonly Route[] =>
  ROUTES.filter(({ offered }) => offered === undefined || offered(http));
