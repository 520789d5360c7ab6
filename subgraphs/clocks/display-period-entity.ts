/** The table of editions of display periods. */
import { defineEntity } from '@mikro-orm/core';

const schema = 'control';

/** One row for each edition of the table of display periods. */
export const DisplayPeriodEntity = defineEntity({
  name: 'DisplayPeriod',
  tableName: 'display_period',
  schema,
  properties: (p) => ({
    edition: p.text().primary(),
    citation: p.text(),
    publicationReference: p.text(),
    publishedOn: p.date(),
    effectiveFrom: p.date(),
    periods: p.json(),
    movedOn: p.date().nullable(),
  }),
});
