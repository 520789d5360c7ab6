/** Resolvers of the catalog subgraph: queries, mutations and the types that other subgraphs refer to. */
import { termOn } from '../../schema/law/articles/terms.ts';
import { addDays } from '../../schema/law/clocks/calendar.ts';
import { CATALOG_CATEGORIES } from '../../schema/law/facts.ts';
import { verifyReport } from '../reports/reports.ts';
import type { Context } from '../request/context.ts';
import type { Item } from '../request/directory.ts';
import { type Page, pageOfRows } from '../request/paging.ts';
import { identify } from '../request/subjects/identify.ts';
import { subjectKey, textKey } from '../request/subjects/representations.ts';
import { activateAgreement } from './commands/agreements/activate-agreement.ts';
import { concludeAgreement } from './commands/agreements/conclude-agreement.ts';
import { draftAgreement } from './commands/agreements/draft-agreement.ts';
import { endAgreement } from './commands/agreements/end-agreement.ts';
import { resumeAgreement } from './commands/agreements/resume-agreement.ts';
import { suspendAgreement } from './commands/agreements/suspend-agreement.ts';
import { grantAuthorization } from './commands/authorizations/grant-authorization.ts';
import { revokeAuthorization } from './commands/authorizations/revoke-authorization.ts';
import { acknowledgeChanges } from './commands/changes/acknowledge-changes.ts';
import { unwatch } from './commands/changes/unwatch.ts';
import { watch } from './commands/changes/watch.ts';
import { endDuty } from './commands/duties/end-duty.ts';
import { registerDuty } from './commands/duties/register-duty.ts';
import { gapMutations, gapQueries, gapResolvers } from './commands/gaps/ledger-gaps.ts';
import { monthsOf, periodMutations, periodQueries } from './commands/periods/display-periods.ts';
import { publishCatalogItem } from './commands/publish-catalog-item.ts';
import { publishPurpose } from './commands/purposes/publish-purpose.ts';
import { publishPurposeCap } from './commands/purposes/publish-purpose-cap.ts';
import { endUnit } from './commands/units/end-unit.ts';
import { registerUnit } from './commands/units/register-unit.ts';
import { chooseChannel } from './commands/webhooks/choose-channel.ts';
import { confirmChannel } from './commands/webhooks/confirm-channel.ts';
import { endWebhook } from './commands/webhooks/end-webhook.ts';
import { registerWebhook } from './commands/webhooks/register-webhook.ts';
import { retryDeadDeliveries } from './commands/webhooks/retry-dead-deliveries.ts';
import { noticesOf } from './feed/changes.ts';
import { feedQueries, feedResolvers } from './feed/feed.ts';
import { messageOfSubject, messageResolvers } from './feed/messages.ts';
import { unitWebhookQueries, unitWebhookResolvers } from './feed/unit-webhooks.ts';
import { webhookQueries } from './feed/webhooks.ts';
import { authorizationLoader } from './loaders.ts';
import { matterQueries, matterResolvers } from './matter/matter.ts';
import { explainAccess } from './queries/access.ts';
import { agreementQueries, agreementResolvers } from './queries/agreements.ts';
import { numbersQueries, numbersResolvers } from './queries/authorization-numbers.ts';
import { breachQueries, breachResolvers } from './queries/deadlines/breach-report.ts';
import { deadlineQueries, deadlineResolvers } from './queries/deadlines/deadlines.ts';
import { disclosurePage } from './queries/disclosures.ts';
import { dutyQueries, dutyResolvers } from './queries/duties.ts';
import { ledgerQueries, ledgerResolvers } from './queries/ledger.ts';
import { entryQueries, entryResolvers } from './queries/ledger-entries.ts';
import { accessQueries, accessResolvers } from './queries/my-access.ts';
import { provinceQueries, provinceResolvers } from './queries/province-runs.ts';
import { unitQueries, unitResolvers } from './queries/units.ts';
import type { AuthorizationRow } from './rows.ts';
import type { QueryCatalogItemsArgs, Resolvers } from './types.generated.ts';

/** Sort key of the published catalog: categories in the order of Article 18, non-public information last, then the code. */
const order = (item: Item): string =>
  `${item.category === null ? 99 : 10 + CATALOG_CATEGORIES.indexOf(item.category)}\n${item.code}`;

function itemPage(context: Context, { category, ...args }: Partial<QueryCatalogItemsArgs>): Page<Item> {
  const items = [...context.snapshot.directory.items.values()]
    .filter((item) => category === null || category === undefined || item.category === category)
    .sort((left, right) => (order(left) < order(right) ? -1 : 1));
  return pageOfRows(context, `catalog-items\n${category ?? ''}`, args, items, order);
}

const statusOn = (today: string, row: { validFrom: string; validUntil: string }): 'BEFORE' | 'IN_FORCE' | 'EXPIRED' =>
  today < row.validFrom ? 'BEFORE' : today > row.validUntil ? 'EXPIRED' : 'IN_FORCE';

/** A subject is reminded of an authorization that still runs after a number of days (Article 36). */
function remindedSince(row: AuthorizationRow, today: string): string | null {
  if (row.revokedAt !== null || today > row.validUntil) return null;
  const since = addDays(row.validFrom, termOn('authorization.remind', row.validFrom)?.value ?? 0);
  return since <= today ? since : null;
}

export const resolvers: Resolvers = {
  Query: {
    catalogItems: (_root, args, context) => itemPage(context, args),
    access: (_root, { subject, items }, context) => explainAccess(context, identify(context.platform, subject), items),
    purposes: (_root, _args, context) => [...context.snapshot.directory.purposes.values()],
    ...agreementQueries,
    ...unitQueries,
    ...dutyQueries,
    ...deadlineQueries,
    ...breachQueries,
    ...ledgerQueries,
    ...entryQueries,
    ...accessQueries,
    ...provinceQueries,
    ...gapQueries,
    ...periodQueries,
    ...numbersQueries,
    ...unitWebhookQueries,
    ...feedQueries,
    ...webhookQueries,
    ...matterQueries,
    verifyReport: (_root, { token }, context) => verifyReport(context, token),
  },
  ...deadlineResolvers,
  ...breachResolvers,
  ...ledgerResolvers,
  ...entryResolvers,
  ...accessResolvers,
  ...provinceResolvers,
  ...gapResolvers,
  ...numbersResolvers,
  ...unitWebhookResolvers,
  ...messageResolvers,
  ...feedResolvers,
  ...matterResolvers,
  Mutation: {
    publishCatalogItem: (_root, { input }, context) => publishCatalogItem(context, input),
    draftAgreement: (_root, { input }, context) => draftAgreement(context, input),
    concludeAgreement: (_root, { input }, context) => concludeAgreement(context, input),
    activateAgreement: (_root, { id, reason }, context) => activateAgreement(context, id, reason),
    suspendAgreement: (_root, { id, reason }, context) => suspendAgreement(context, id, reason),
    resumeAgreement: (_root, { id, reason }, context) => resumeAgreement(context, id, reason),
    endAgreement: (_root, { id, reason }, context) => endAgreement(context, id, reason),
    registerUnit: (_root, { input }, context) => registerUnit(context, input),
    endUnit: (_root, { code, reason }, context) => endUnit(context, code, reason),
    registerDuty: (_root, { input }, context) => registerDuty(context, input),
    endDuty: (_root, { id, reason }, context) => endDuty(context, id, reason),
    publishPurpose: (_root, { input }, context) => publishPurpose(context, input),
    publishPurposeCap: (_root, { input }, context) => publishPurposeCap(context, input),
    grantAuthorization: (_root, { input }, context) => grantAuthorization(context, input),
    ...gapMutations,
    ...periodMutations,
    revokeAuthorization: (_root, { id }, context) => revokeAuthorization(context, id),
    acknowledgeChanges: (_root, { through }, context) => acknowledgeChanges(context, through),
    watch: (_root, { subjects }, context) => watch(context, subjects),
    unwatch: (_root, { subjects }, context) => unwatch(context, subjects),
    registerWebhook: (_root, { url }, context) => registerWebhook(context, url),
    endWebhook: (_root, _args, context) => endWebhook(context),
    retryDeadDeliveries: (_root, _args, context) => retryDeadDeliveries(context),
    chooseChannel: (_root, { input }, context) => chooseChannel(context, input),
    confirmChannel: (_root, { code }, context) => confirmChannel(context, code),
  },
  CreditSubject: {
    __resolveReference: subjectKey,
    authorizations: (row, _args, context) => authorizationLoader(context).load(row.id),
    disclosures: (row, args, context) => disclosurePage(context, row, args),
    notices: (row, { first }, context) => noticesOf(context, row, first),
    ...messageOfSubject,
  },
  CatalogItem: {
    __resolveReference: (key, context) => {
      const { directory } = context.snapshot;
      const code = textKey(key.code) ?? '';
      // A record outlives its item. Where no edition is in force, the newest one still names the item.
      return directory.items.get(code) ?? directory.editions.find((item) => item.code === code) ?? null;
    },
    providingUnit: (item) => ({ code: item.providingUnit }),
    providers: (item) => ({ units: item.providerUnits.map((code) => ({ code })), rule: item.providerRule }),
    displayPeriod: (item, _args, context) => monthsOf(context, item),
    publication: (item) => ({ reference: item.publicationReference, publishedOn: item.publishedOn }),
  },
  ...unitResolvers,
  ...dutyResolvers,
  ...agreementResolvers,
  Purpose: {
    caps: (purpose, _args, context) => context.snapshot.directory.caps.filter((cap) => cap.purpose === purpose.code),
  },
  Authorization: {
    party: (row) => ({ code: row.party }),
    grantedAt: (row) => new Date(row.grantedAt).toISOString(),
    revokedAt: (row) => (row.revokedAt === null ? null : new Date(row.revokedAt).toISOString()),
    remindedSince: (row, _args, context) => remindedSince(row, context.request.today),
    status: (row, _args, context) => {
      if (row.revokedAt !== null) return 'REVOKED';
      const status = statusOn(context.request.today, row);
      return status === 'BEFORE' ? 'GRANTED' : status;
    },
  },
};
