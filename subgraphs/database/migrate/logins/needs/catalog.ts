/** What the subgraph catalog needs of the database. */
import { READER_ROLES } from '../../../roles.ts';
import { EVERY_QUESTION } from './every-question.ts';
import { FEED } from './feed.ts';
import type { OfPlace } from './need.ts';

export const CATALOG: OfPlace = {
  roles: [...READER_ROLES, 'control', 'rights', 'recovery', 'ledger', 'admission', 'presence'],
  needs: [
    {
      objects: [
        'control.*',
        ...[
          'change',
          'checkpoint',
          'delivery',
          'disclosure',
          'feed',
          'leaf',
          'matter_answer',
          'node',
          'padding',
          'pending',
        ].map((name) => `ledger.${name}`),
        ...['question', 'quota', 'quota_subject', 'watch', 'webhook', 'was_told', 'report_status'].map(
          (name) => `ledger.${name}`,
        ),
      ],
      roles: [...READER_ROLES, 'control', 'ledger', 'presence'],
    },
    {
      objects: ['rights.channel', 'rights.codes_sent', 'rights.message', 'rights.mandate', 'rights.pause'],
      roles: [...READER_ROLES, 'control', 'rights'],
    },
    // Whoever verifies or is complained of is told by when what it is of must be decided.
    {
      objects: ['rights.verification'],
      roles: ['department', 'provider', 'collector'],
      columns: ['id', 'objection_id', 'unit', 'asked_by'],
    },
    { objects: ['rights.complaint'], roles: ['collector'], columns: ['id', 'collector'] },
    ...FEED,
    // The gap of a ledger is acknowledged.
    { objects: ['control.gap', 'ledger.checkpoint', 'ledger.node'], roles: ['recovery'] },
    ...EVERY_QUESTION,
  ],
};
