/** Two worlds that are fed alike, and one pair: the same subject in both, with one withheld thing more in the second. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { AUTHORITY, MEI, openWorld, type World } from '../../kit.ts';
import { ownIdOf } from '../../own-ids.ts';
import type { DatabaseKind } from '../../sample-template.ts';
import { type Caller, roleOf } from './callers.ts';
import { well } from './deliveries.ts';
import { happening, LATER } from './later-things.ts';
import { type Questions, questionsOf } from './questions.ts';
import { freshSubject, type Kind } from './subjects.ts';
import { comparable, namer, parting, tell, without } from './told.ts';
import { VISIBLE } from './visible-things.ts';
import { hiddenFrom, type Pair, type Withheld } from './withheld.ts';
import { DECISIONS } from './withheld-decisions.ts';
import { ENDED, RECORDS } from './withheld-records.ts';
import { RIGHTS } from './withheld-rights.ts';
import { writesOf } from './writes.ts';

export const WITHHELD: Readonly<Record<string, Withheld>> = { ...RECORDS, ...DECISIONS, ...RIGHTS };

function withheldCalled(thing: string): Withheld {
  const withheld = WITHHELD[thing];
  if (withheld === undefined) throw new Error(`Nothing withheld is called ${thing}.`);
  return withheld;
}

/** What a run of the property draws. Callers and writes are numbers, so that each fits whatever was drawn before it. */
export interface Drawn {
  readonly thing: string;
  readonly kind: Kind;
  readonly visible: readonly string[];
  /** Numbers of what happens in both worlds after. */
  readonly later: readonly number[];
  readonly pick: number;
  readonly callers: readonly number[];
  readonly write: number;
}

/** Names of what both worlds may show beside the thing. */
const besides = ({ always = [], never = [] }: Withheld, kind: Kind): fc.Arbitrary<readonly string[]> =>
  fc
    .subarray(
      Object.keys(VISIBLE).filter((name) => VISIBLE[name]?.about.includes(kind) && !never.includes(name)),
      { maxLength: 3 },
    )
    .map((names) => [...new Set([...always, ...names])]);

export const drawn = (things: readonly string[]): fc.Arbitrary<Drawn> =>
  fc.constantFrom(...things).chain((thing) => {
    const withheld = withheldCalled(thing);
    return fc.constantFrom(...withheld.about).chain((kind) =>
      fc.record({
        thing: fc.constant(thing),
        kind: fc.constant(kind),
        visible: besides(withheld, kind),
        later: fc.array(fc.nat(99), { maxLength: 2 }),
        pick: fc.nat(11),
        callers: fc.array(fc.nat(999), { minLength: 1, maxLength: 3 }),
        write: fc.nat(999),
      }),
    );
  });

const PUBLISH = 'mutation ($input: CatalogItemInput!) { publishCatalogItem(input: $input) { code } }';
const SETTINGS = { DUE_EVERY_MS: '86400000', WEBHOOK_EVERY_MS: '86400000', RATE_UNIT: '1000000' };

/** An item that is in force for one day: what was recorded under it stays, and nothing of it is open. */
async function publishEnded(world: World): Promise<void> {
  const { code, name, nameEn, conduct, dataSource, providingUnit } = ENDED;
  const publication = { reference: '示例公告2026年第82号', publishedOn: '2026-11-20' };
  const input = {
    ...{ code, name, nameEn, conduct, dataSource, providingUnit, publication },
    edition: '2026-82',
    category: 'ADMINISTRATIVE_MANAGEMENT',
    nature: 'NEUTRAL',
    recordType: 'AdministrativePenalty',
    subjectKinds: ['NATURAL_PERSON', 'LEGAL_PERSON', 'UNINCORPORATED_ORGANIZATION'],
    sharing: 'SHARED',
    openness: 'UNCONDITIONAL',
    displayPeriod: {},
    updateWithinWorkingDays: 10,
    legalBasis: [{ article: '第十八条', title: '黑龙江省社会信用条例' }],
    effectiveFrom: '2026-11-20',
    effectiveUntil: '2026-11-21',
    elements: ['documentNumber', 'facts', 'penaltyKinds'].map((element) => ({
      name: element,
      title: element,
      openness: 'UNCONDITIONAL',
    })),
  };
  await well(world, AUTHORITY, PUBLISH, { input });
}

/** Told by a pair: whom it was hidden from, and the first difference where there is one. */
export interface Compared {
  readonly thing: string;
  readonly callers: readonly string[];
  readonly leak: string | undefined;
  /** Whether somebody who may know could tell the worlds apart. */
  readonly real: boolean;
}

/** Each thing happens once, and nothing to a penalty after its basis was revoked. */
function laterOf({ visible, later, thing }: Drawn): readonly string[] {
  const never = withheldCalled(thing).neverLater ?? [];
  const names = happening(visible).filter((name) => !never.includes(name));
  const chosen = new Set(later.map((at) => names[at % names.length] ?? ''));
  return [...chosen].sort((left, right) => Object.keys(LATER).indexOf(left) - Object.keys(LATER).indexOf(right));
}

/** Each role as often as another, however many callers it has. */
function chosenOf(hidden: readonly Caller[], at: number): Caller {
  const roles = [...Map.groupBy(hidden, roleOf).values()];
  const ofRole = roles[at % roles.length] ?? [];
  const caller = ofRole[Math.floor(at / roles.length) % ofRole.length];
  if (caller === undefined) throw new Error('It is withheld from nobody.');
  return caller;
}

export class TwoWorlds {
  readonly worlds: readonly [World, World];
  readonly #questions: Questions;
  readonly #newest = new Map<string, string>();
  #seconds = Date.parse('2026-11-23T09:00:00+08:00') / 1000;
  #number: number;

  private constructor(worlds: readonly [World, World], questions: Questions, from: number) {
    this.worlds = worlds;
    this.#questions = questions;
    this.#number = from;
  }

  static async open(kind: DatabaseKind, from = 0): Promise<TwoWorlds> {
    const open = async (): Promise<World> => {
      const world = await openWorld(kind, { environment: SETTINGS });
      await publishEnded(world);
      return world;
    };
    const worlds = [await open(), await open()] as const;
    const two = new TwoWorlds(worlds, await questionsOf(worlds[0]), from);
    two.#later();
    return two;
  }

  close(): Promise<unknown> {
    return Promise.all(this.worlds.map((world) => world.close()));
  }

  get questions(): Questions {
    return this.#questions;
  }

  /** Both clocks go on by a second: nothing of two seconds has the same place in an order. */
  #later(): void {
    this.#seconds += 1;
    for (const world of this.worlds) world.setNow(new Date(this.#seconds * 1000).toISOString());
  }

  async #inBoth(work: (world: World) => Promise<unknown> | undefined): Promise<void> {
    this.#later();
    await Promise.all(this.worlds.map(work));
  }

  /** Asks one thing in both worlds. Undefined where the answers are one. */
  async #differ(
    caller: Caller,
    what: string,
    known: readonly string[],
    asked: (world: World, at: 0 | 1) => readonly [query: string, variables: Readonly<Record<string, unknown>>],
    whole = true,
  ): Promise<string | undefined> {
    this.#later();
    const [left, right] = await Promise.all(
      this.worlds.map(async (world, at) => {
        const answer = await tell(world, caller, ...asked(world, at as 0 | 1));
        if (what === 'about') this.#read(caller, at, answer.body);
        return without(known, comparable(answer, namer(), whole && known.length === 0));
      }),
    );
    if (left === undefined || right === undefined || left === right) return undefined;
    return `${caller.name} is told by ${what}:\n${parting(left, right)}`;
  }

  /** Where a caller's feed is read up to, in one of the worlds. */
  #read(caller: Caller, at: number, body: string): void {
    const { data } = JSON.parse(body) as { data?: { changes?: { pageInfo: { endCursor: string | null } } | null } };
    const cursor = data?.changes?.pageInfo.endCursor;
    if (typeof cursor === 'string') this.#newest.set(`${caller.name} ${at}`, cursor);
  }

  async compare(draw: Drawn): Promise<Compared> {
    const withheld = withheldCalled(draw.thing);
    this.#number += 1;
    const about = freshSubject(draw.kind, this.#number);
    const pair: Pair = { about, visible: draw.visible, pick: draw.pick };
    const known = withheld.known?.(pair) ?? [];
    const text = known.length === 0 ? '未明码标价。' : `与${known.join('，')}有关，已经改正。`;
    for (const name of draw.visible) await this.#inBoth((world) => VISIBLE[name]?.arrange(world, about, text));
    await this.#inBoth((world) => withheld.before?.(world, pair));
    this.#later();
    const placed = await withheld.withhold(this.worlds[1], pair);
    for (const name of laterOf(draw)) await this.#inBoth((world) => LATER[name]?.happen(world, about));
    const hidden = hiddenFrom(withheld, pair);
    const callers = [...new Set(draw.callers.map((at) => chosenOf(hidden, at)))];
    const ids = [randomUUID(), placed.id ?? randomUUID()] as const;
    const asked: string[] = [];
    for (const caller of callers) {
      asked.push(caller.name);
      const leak = await this.#everything(caller, pair, draw, ids, known);
      if (leak !== undefined) return { thing: draw.thing, callers: asked, leak, real: true };
    }
    this.#later();
    const [first, second] = await Promise.all(
      this.worlds.map((world, at) => withheld.shows(world, pair, at === 0 ? {} : placed)),
    );
    return { thing: draw.thing, callers: asked, leak: undefined, real: first !== second };
  }

  async #everything(
    caller: Caller,
    { about }: Pair,
    draw: Drawn,
    ids: readonly [string, string],
    known: readonly string[],
  ): Promise<string | undefined> {
    const thingOf = (world: World, at: 0 | 1): string =>
      about.personal ? ownIdOf(world, caller.holder, ids[at]) : ids[at];
    const variables = (world: World, at: 0 | 1) => ({
      id: about.identifier,
      other: MEI,
      matter: caller.headers.matter ?? 'FOOD-PERMIT',
      after: this.#newest.get(`${caller.name} ${at}`) ?? null,
      thing: thingOf(world, at),
    });
    const { about: ABOUT, own, standing } = this.#questions;
    const read = () => this.#differ(caller, 'about', known, (world, at) => [ABOUT, variables(world, at)]);
    const before = await read();
    if (before !== undefined) return before;
    // What is about no subject is asked now and then, by a subject about itself always.
    if (draw.write % 7 === 0) {
      const found = await this.#differ(caller, 'standing', known, () => [standing, {}], false);
      if (found !== undefined) return found;
    }
    if (caller.holder?.role === 'subject') {
      const found = await this.#differ(caller, 'me', known, () => [own, {}], false);
      if (found !== undefined) return found;
    }
    const writes = writesOf(caller, about, ids[0]).length;
    if (writes === 0) return undefined;
    const written = await this.#differ(caller, `write ${draw.write % writes}`, known, (world, at) => {
      const write = writesOf(caller, about, thingOf(world, at))[draw.write % writes];
      return [write?.query ?? '', write?.variables ?? {}];
    });
    return written ?? (draw.write % 2 === 0 ? read() : undefined);
  }
}
