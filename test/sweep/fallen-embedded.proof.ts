/** The sweep on the embedded database. In `npm run proof`, because it asks thousands of questions. */
import { sweepOn } from './fallen.ts';

sweepOn('pglite');
