/** The sweep on PostgreSQL, as everybody. In `npm run proof`, because it asks thousands of questions. */
import { it } from 'vitest';
import { databases } from '../kit.ts';
import { sweepOn } from './fallen.ts';

if (databases().includes('postgresql')) sweepOn('postgresql');
else it.skip('there is no PostgreSQL server', () => undefined);
