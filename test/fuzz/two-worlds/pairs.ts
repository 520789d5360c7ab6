/** Two worlds that are fed alike, and one pair: the same subject in both, with one withheld thing more in the second. */
import { randomUUID } from 'node:crypto';
import { MEI, type World } from '../../kit.ts';
import { ownIdOf } from '../../own-ids.ts';
import type { DatabaseKind } from '../../sample-template.ts';
import { type Caller, callerOf, roleOf } from './callers.ts';
import { sendEmpty, sentTo } from './deliveries.ts';
import { type Drawn, laterOf, withheldCalled } from './drawn.ts';
import { LATER } from './later-things.ts';
import { openOne } from './open-world.ts';
import { type Questions, questionsOf } from './questions.ts';
import { freshSubject } from './subjects.ts';
import { comparable, namer, parting, tell, without } from './told.ts';
import { VISIBLE } from './visible-things.ts';
import { hiddenFrom, type Pair, type Withheld } from './withheld.ts';
import { writesOf } from './writes.ts';

const FEED = 'query ($after: String) { changes(first: 200, after: $after) { pageInfo { endCursor } } }';

type Cursors = { readonly edges: readonly { readonly cursor: string }[] } | null;

/** What of an answer is asked on with. */
interface Told {
  readonly changes?: { readonly pageInfo: { readonly endCursor: string | null } } | null;
  readonly subject?: { readonly records: Cursors; readonly nonPublicRecords: Cursors } | null;
}

/** Told by a pair: whom it was hidden from, and the first difference where there is one. */
export interface Compared {
  readonly thing: string;
  readonly callers: readonly string[];
  readonly leak: string | undefined;
  /** Whether somebody who may know could tell the worlds apart. */
  readonly real: boolean;
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
  readonly #middle = new Map<string, string | null>();
  #seconds = Date.parse('2026-11-23T09:00:00+08:00') / 1000;
  #number: number;

  private constructor(worlds: readonly [World, World], questions: Questions, from: number) {
    this.worlds = worlds;
    this.#questions = questions;
    this.#number = from;
  }

  static async open(kind: DatabaseKind, from = 0): Promise<TwoWorlds> {
    const worlds = [await openOne(kind), await openOne(kind)] as const;
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

  /** Where a caller's feed is read up to, in one of the worlds, and a cursor in the middle of what it was shown of the subject. */
  #read(caller: Caller, at: number, body: string): void {
    const { data } = JSON.parse(body) as { data?: Told };
    const cursor = data?.changes?.pageInfo.endCursor;
    if (typeof cursor === 'string') this.#newest.set(`${caller.name} ${at}`, cursor);
    for (const field of ['records', 'nonPublicRecords'] as const) {
      const edges = data?.subject?.[field]?.edges ?? [];
      this.#middle.set(`${caller.name} ${at} ${field}`, edges[Math.floor(edges.length / 2)]?.cursor ?? null);
    }
  }

  async compare(draw: Drawn): Promise<Compared> {
    const withheld = withheldCalled(draw.thing);
    this.#number += 1;
    const about = freshSubject(draw.kind, this.#number);
    const pair: Pair = { about, visible: draw.visible, pick: draw.pick };
    const known = withheld.known?.(pair) ?? [];
    const text = known.length === 0 ? '未明码标价。' : `与${known.slice(0, 3).join('，')}有关，已经改正。`;
    for (const name of draw.visible) await this.#inBoth((world) => VISIBLE[name]?.arrange(world, about, text));
    await this.#inBoth((world) => withheld.before?.(world, pair));
    this.#later();
    const instant = this.#seconds;
    const sent = sentTo(this.worlds[1]).length;
    const placed = await withheld.withhold(this.worlds[1], pair);
    await sendEmpty(this.worlds[0], this.worlds[1], sent);
    for (const name of laterOf(draw)) await this.#inBoth((world) => LATER[name]?.happen(world, about));
    const hidden = hiddenFrom(withheld, pair);
    const callers = [...new Set(draw.callers.map((at) => chosenOf(hidden, at)))];
    const ids = [randomUUID(), placed.id ?? randomUUID()] as const;
    const asked: string[] = [];
    let leak: string | undefined;
    for (const caller of callers) {
      if (leak !== undefined) break;
      asked.push(caller.name);
      leak = await this.#everything(caller, pair, draw, ids, known);
    }
    this.#later();
    const [first, second] = await Promise.all(
      this.worlds.map((world, at) => withheld.shows(world, pair, at === 0 ? {} : placed)),
    );
    if (withheld.undone !== true) await this.#catchUp(withheld, pair, instant);
    return { thing: draw.thing, callers: asked, leak, real: first !== second };
  }

  /** The first world comes to hold the thing too, of the same instant: to who may know it, a later pair would differ by it. */
  async #catchUp(withheld: Withheld, pair: Pair, instant: number): Promise<void> {
    const [first, second] = this.worlds;
    const sent = sentTo(first).length;
    first.setNow(new Date(instant * 1000).toISOString());
    await withheld.withhold(first, pair);
    await sendEmpty(second, first, sent);
    this.#later();
    // A party that watches was told of it later in the first world. It reads on behind that.
    if (pair.visible.includes('a watch'))
      for (const name of ['BANK-A', 'BANK-A monitoring'])
        for (const [at, world] of this.worlds.entries()) {
          const caller = callerOf(name);
          const after = this.#newest.get(`${name} ${at}`) ?? null;
          const { body } = await tell(world, caller, FEED, { after });
          this.#read(caller, at, body);
        }
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
      asked: { unit: caller.holder?.unit ?? 'NOBODY' },
      unit: caller.holder?.unit ?? 'NOBODY',
    });
    const { about: ABOUT, pages, desk, own, ownPages, standing, figures } = this.#questions;
    const read = () => this.#differ(caller, 'about', known, (world, at) => [ABOUT, variables(world, at)]);
    const before = await read();
    if (before !== undefined) return before;
    const turned = await this.#differ(caller, 'pages', known, (_world, at) => [
      pages,
      {
        id: about.identifier,
        records: this.#middle.get(`${caller.name} ${at} records`) ?? null,
        collected: this.#middle.get(`${caller.name} ${at} nonPublicRecords`) ?? null,
      },
    ]);
    if (turned !== undefined) return turned;
    if (caller.holder?.role === 'department' || draw.write % 7 === 0) {
      const asked = { id: about.identifier, matter: caller.headers.matter ?? 'FOOD-PERMIT' };
      const found = await this.#differ(caller, 'desk', known, () => [desk, asked], false);
      if (found !== undefined) return found;
    }
    // What is about no subject is asked now and then, by a subject about itself always.
    if (draw.write % 7 === 0) {
      const found = await this.#differ(caller, 'standing', known, () => [standing, {}], false);
      if (found !== undefined) return found;
    }
    if (['analyst', 'operator', 'authority'].includes(roleOf(caller)) || draw.write % 7 === 0) {
      const found = await this.#differ(caller, 'figures', known, () => [figures, {}], false);
      if (found !== undefined) return found;
    }
    if (caller.holder?.role === 'subject') {
      for (const question of [own, ownPages]) {
        const found = await this.#differ(caller, 'me', known, () => [question, {}], false);
        if (found !== undefined) return found;
      }
    }
    const writes = writesOf(caller, about, ids[0], draw.visible).length;
    if (writes === 0) return undefined;
    const written = await this.#differ(caller, `write ${draw.write % writes}`, known, (world, at) => {
      const write = writesOf(caller, about, thingOf(world, at), draw.visible)[draw.write % writes];
      return [write?.query ?? '', write?.variables ?? {}];
    });
    return written ?? (draw.write % 2 === 0 ? read() : undefined);
  }
}
