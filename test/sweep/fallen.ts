/** After everything fell in its way, every question is asked by everybody: what fell is found in none (Articles 28, 37 to 40). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { questionsOf as pairQuestions } from '../fuzz/two-worlds/questions.ts';
import { databases } from '../kit.ts';
import { recordLog } from '../recorded-log.ts';
import type { DatabaseKind } from '../sample-template.ts';
import { hasPdfReader, OF_EACH_ROLE } from './asking.ts';
import { documented, metrics, openReceiver, routes } from './doors.ts';
import { isLawful } from './lawful.ts';
import { mutations } from './mutations.ts';
import { type Held, openHeld } from './open.ts';
import { questionsOf } from './questions.ts';
import { ANYBODY, Reports } from './reports.ts';
import { type Found, Sweep } from './sweep.ts';
import { PERSON } from './things.ts';

const PATIENCE = 900_000;

/** Who brought the files, who acts for them in objections, and who decides. */
const READERS_OF_FILES = [
  ...['itself company 710001', 'itself person 710002', 'a clerk for a company', 'a clerk for a person'],
  'provider HLJ-AMR',
];

/** What was found, each kind once: what of which things by whom where. */
const told = (found: readonly Found[]): string[] =>
  [
    ...new Set(
      found.map(({ at, by, what, thing, question }) => `${by.name}: ${what} of ${thing.name} at ${at} of ${question}`),
    ),
  ].sort();

const hasFallen = ({ thing, what }: Found): boolean =>
  thing.fall !== 'STANDS' && !(thing.fall === 'CORRECTION' && what === 'id');
const unlawful = (found: readonly Found[]): string[] => told(found.filter((one) => hasFallen(one) && !isLawful(one)));

/** On one database, because each takes minutes: a file of its own says on which. */
export const sweepOn = (kind: DatabaseKind): void => {
  describe(`the sweep (${kind})`, () => tests(kind));
};

function tests(kind: DatabaseKind): void {
  /** Beside a database of a production the embedded one is asked each question once more after all, and its reports, files and acts by nobody. */
  const isWhole = kind === 'postgresql' || databases().length === 1;
  const log = recordLog('trace');
  let held: Held;
  let sweep: Sweep;
  let reports: Reports;
  let receiver: Awaited<ReturnType<typeof openReceiver>>;
  let pages: string;
  let before: readonly Found[];
  beforeAll(async () => {
    held = await openHeld(kind, { log: log.log });
    // On the database of a production everybody asks; on the embedded one beside it one of each role, each subject, and who acts for one.
    const askers = isWhole
      ? held.askers
      : held.askers.filter((one) => OF_EACH_ROLE.includes(one) || one.mandate !== undefined);
    sweep = new Sweep({ ...held, askers }, await questionsOf(held.world));
    reports = new Reports(sweep);
    receiver = await openReceiver(held.world);
    pages = (await pairQuestions(held.world)).pages;
  }, PATIENCE);
  afterAll(() => {
    receiver?.close();
    return held?.close();
  });

  const lines = (): void => sweep.look(ANYBODY, 'log', { said: log.lines.map((text) => ({ at: 'log', text })) });

  it(
    'A23.1 A23.2 A24.2 before, each value of each thing is found',
    async () => {
      await sweep.questions();
      await sweep.pages(pages);
      before = sweep.take();
      // What is said in an application is said when it is made, and a file is found where files are read.
      const never = held.things
        .filter(({ application }) => application !== true)
        .flatMap((thing) =>
          [...Object.keys(thing.values), ...(thing.id === undefined ? [] : ['id'])]
            .filter((what) => !before.some((found) => found.thing === thing && found.what === what))
            .map((what) => `${what} of ${thing.name}`),
        );
      expect(never.filter((one) => !one.startsWith('file of '))).toEqual([]);
    },
    PATIENCE,
  );

  it.runIf(isWhole)(
    'A36.3 before, reports in every form and documented operations show them, and files their readers',
    async () => {
      await reports.make(sweep.askers);
      const shown = sweep.take();
      for (const form of ['application/jwt', 'text/html', ...(hasPdfReader ? ['application/pdf'] : [])])
        expect([form, shown.filter(({ question }) => question.endsWith(form)).length > 100]).toEqual([form, true]);
      await documented(sweep);
      expect(sweep.take().length).toBeGreaterThan(100);
      await routes(sweep);
      const files = sweep.take().filter(({ what }) => what === 'file');
      expect(new Set(files.map(({ by }) => by.name))).toEqual(new Set(READERS_OF_FILES));
    },
    PATIENCE,
  );

  it.runIf(isWhole)(
    'A37.2 A39.2 A28.1 after, before any job ran, what fell is found in no answer',
    async () => {
      await held.fall();
      await sweep.questions(OF_EACH_ROLE);
      expect(unlawful(sweep.take())).toEqual([]);
    },
    PATIENCE,
  );

  it.runIf(isWhole)(
    'A37.2 A36.3 after the job, nor in reports, files, calls, logs and figures',
    async () => {
      await held.due();
      const statuses = await reports.again();
      expect(statuses.length).toBeGreaterThan(100);
      expect(unlawful(sweep.take())).toEqual([]);
      await reports.make(sweep.askers);
      await documented(sweep);
      await routes(sweep);
      expect(await receiver.look(sweep)).toBeGreaterThan(0);
      await metrics(sweep);
      lines();
      expect(unlawful(sweep.take())).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'A37.2 A23.5 nor by the questions of before, nor by any act; what stands is found as before',
    async () => {
      if (!isWhole) {
        await held.fall();
        await held.due();
      }
      await sweep.questions();
      await sweep.pages(pages);
      const after = sweep.take();
      expect(unlawful(after)).toEqual([]);
      const standing = (found: readonly Found[]) =>
        found.filter(
          ({ thing, question, at }) =>
            thing.fall === 'STANDS' && question.startsWith('about ') && at.startsWith('data.subject.records.'),
        );
      // She locked what is shown of her by agreement, of what stands too.
      const locked = ({ by, thing }: Found): boolean =>
        by.holder?.role === 'party' && thing.about === PERSON && thing.item.openness === 'AGREEMENT';
      expect(standing(before).filter(locked).length).toBeGreaterThan(0);
      expect(told(standing(after))).toEqual(told(standing(before).filter((found) => !locked(found))));
      if (isWhole) expect(await mutations(sweep)).toBeGreaterThan(1_000);
      lines();
      expect(unlawful(sweep.take())).toEqual([]);
    },
    PATIENCE,
  );
}
