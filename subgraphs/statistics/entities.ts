/** Tables of the statistics and of the numbers of operation. */
import { defineEntity } from '@mikro-orm/core';

/** Releases of the statistics and what each cost, in thousandths of ε. The newest one is in force. */
const StatisticsReleaseEntity = defineEntity({
  name: 'StatisticsRelease',
  tableName: 'release',
  schema: 'statistics',
  checks: [{ name: 'release_costs', expression: '((epsilon_thousandths >= 1) AND (epsilon_thousandths <= 1000))' }],
  properties: (p) => ({
    asOf: p.date().primary(),
    releasedAt: p.datetime(),
    epsilonThousandths: p.integer(),
    parameters: p.json().nullable(),
  }),
});

/** A figure of the newest release, as the release before keeps them. */
const StatisticsCellEntity = defineEntity({
  name: 'StatisticsCell',
  tableName: 'cell',
  schema: 'statistics',
  properties: (p) => ({
    margin: p.text().primary(),
    key: p.text().primary(),
    count: p.integer(),
    error: p.integer(),
  }),
});

/** A figure of a release: all that an analyst reads. A suppressed one has no row. */
const StatisticsFigureEntity = defineEntity({
  name: 'StatisticsFigure',
  tableName: 'figure',
  schema: 'statistics',
  properties: (p) => ({
    asOf: p.date().primary(),
    margin: p.text().primary(),
    key: p.text().primary(),
    count: p.integer(),
    error: p.integer(),
  }),
});

/** A batch that a unit delivered, as it is counted. */
const SubmissionEntity = defineEntity({
  name: 'Submission',
  tableName: 'submission',
  schema: 'control',
  indexes: [{ name: 'submission_received', properties: ['receivedOn'] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    unit: p.text(),
    item: p.text(),
    receivedOn: p.date(),
    returned: p.json(),
  }),
});

/** Refusals that a process counted. */
const RefusalCountEntity = defineEntity({
  name: 'RefusalCount',
  tableName: 'refusal_count',
  schema: 'control',
  indexes: [{ name: 'refusal_count_month', properties: ['month'] }],
  properties: (p) => ({
    process: p.uuid().primary(),
    month: p.text().primary(),
    role: p.text().primary(),
    code: p.text().primary(),
    reason: p.text().primary(),
    count: p.bigint(),
  }),
});

export const STATISTICS_ENTITIES = [
  StatisticsReleaseEntity,
  StatisticsCellEntity,
  StatisticsFigureEntity,
  SubmissionEntity,
  RefusalCountEntity,
];
