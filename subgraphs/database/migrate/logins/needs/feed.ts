/** What a feed rests on: it tells a party of rows that it may see at the moment (Article 39), and nothing that they say. */
import { MARKS, type Need } from './need.ts';

export const FEED: readonly Need[] = [
  {
    objects: ['public_credit.record', 'non_public_credit.record'],
    roles: ['party'],
    columns: [...MARKS, 'version', 'current'],
  },
  { objects: ['sanctions.designation', 'sanctions.incentive'], roles: ['party'], columns: MARKS },
];
