/** Refuses an agent whose mandate does not cover what a route does (Article 35). Root fields of GraphQL have guards of their own. */
import type { MandateScope } from '../../../schema/law/asking/mandates.ts';
import { lacking } from '../../../subgraphs/authorization/acting.ts';
import { type Check, established } from '../context.ts';

export const mayAct =
  (scope: MandateScope): Check =>
  (_http, exchange) => {
    const refused = lacking(established(exchange, 'caller'), scope);
    if (refused !== undefined) throw refused;
  };
