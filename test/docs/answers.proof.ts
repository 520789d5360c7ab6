/** Every example of the pages is asked of a real server, and gets the answer that the pages show. A proof: it opens a world and changes it throughout. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answers } from '../../gateway/docs/pages/operations.ts';
import { NO_JOBS, openWorld, type World } from '../kit.ts';
import { askExamples } from './ask-examples.ts';
import { steadyAnswers } from './steady.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld('pglite', { environment: NO_JOBS });
});
afterAll(() => world.close());

it('A36.3 A17.1 A22.1 A23.1 what the page of operations shows is what a server answers; after a change: npm run docs:record', async () => {
  const asked = await askExamples(world);
  expect(Object.keys(asked).length).toBeGreaterThan(70);
  expect(steadyAnswers(asked)).toEqual(answers());
});
