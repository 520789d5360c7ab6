/** One sweep: every question by every asker, and each value of a thing that any answer holds. */
import type { World } from '../kit.ts';
import { ownIdOf } from '../own-ids.ts';
import { type Asker, isLacking, readsAs, type Told, told } from './asking.ts';
import type { Asked, Questions } from './questions.ts';
import { SUBJECTS, type Thing } from './things.ts';

/** A value of a thing in an answer. */
export interface Found {
  readonly thing: Thing;
  readonly what: string;
  readonly by: Asker;
  /** What was asked, and where in the answer it stood. */
  readonly question: string;
  readonly at: string;
}

/** What a caller was told and can come back with later. */
interface Kept {
  readonly ids: Set<string>;
  readonly tokens: Set<string>;
  /** Cursors of rows of a subject, by `field subject`. */
  readonly cursors: Map<string, string>;
}

/** A root field that is asked several times has names with its own in front; an edge has a node of the list. */
const withoutAlias = (at: string): string =>
  at.replace(/^data\.([A-Za-z]+)_\w+/, 'data.$1').replaceAll('.edges.node.', '.nodes.');

/** Ids that one question asks by: more of them the planner of queries does not take. */
const AT_ONCE = 15;

/** Most ids of looks and objections that a caller comes back with. */
const REMEMBERED = 20;

export class Sweep {
  readonly world: World;
  readonly things: readonly Thing[];
  readonly askers: readonly Asker[];
  readonly #questions: Questions;
  readonly #kept = new Map<string, Kept>();
  readonly #canaries = new Map<string, readonly (readonly [value: string, thing: Thing, what: string])[]>();
  readonly #found: Found[] = [];
  #asked = 0;

  constructor(
    { world, things, askers }: { world: World; things: readonly Thing[]; askers: readonly Asker[] },
    questions: Questions,
  ) {
    this.world = world;
    this.askers = askers;
    this.things = things;
    this.#questions = questions;
  }

  /** What was found since the last call. */
  take(): readonly Found[] {
    return this.#found.splice(0);
  }

  /** Requests of this sweep. */
  get asked(): number {
    return this.#asked;
  }

  keptOf({ name }: Asker): Kept {
    const kept = this.#kept.get(name) ?? { ids: new Set(), tokens: new Set(), cursors: new Map() };
    this.#kept.set(name, kept);
    return kept;
  }

  /** Ids of a thing: as the caller knows it, and as it is stored. */
  idsOf(by: Asker, { id, about }: Thing): readonly string[] {
    if (id === undefined) return [];
    return about.personal ? [ownIdOf(this.world, readsAs(by), id), id] : [id];
  }

  #canariesOf(caller: Asker) {
    const known =
      this.#canaries.get(caller.name) ??
      this.things.flatMap((thing) => [
        ...Object.entries(thing.values).map(([what, value]) => [value, thing, what] as const),
        ...this.idsOf(caller, thing).map((id) => [id, thing, 'id'] as const),
      ]);
    this.#canaries.set(caller.name, known);
    return known;
  }

  /** Looks through what a caller was told. `sent`: values that it sent itself. */
  look(by: Asker, question: string, { said }: Pick<Told, 'said'>, sent: readonly string[] = []): void {
    this.#asked += 1;
    const whole = said.map(({ text }) => text).join('\n');
    for (const [value, thing, what] of this.#canariesOf(by)) {
      if (!whole.includes(value) || sent.includes(value)) continue;
      const places = new Set(said.filter(({ text }) => text.includes(value)).map(({ at }) => withoutAlias(at)));
      for (const at of places) this.#found.push({ thing, what, by, question, at });
    }
  }

  send(by: Asker, { query, variables }: Asked, headers: Readonly<Record<string, string>> = {}): Promise<Told> {
    return told(this.world, by, 'POST', '/graphql', { body: { query, variables }, headers });
  }

  async ask(by: Asker, question: string, asked: Asked, headers: Readonly<Record<string, string>> = {}): Promise<Told> {
    const answer = await this.send(by, asked, headers);
    this.look(by, question, answer);
    this.#keep(by, answer.json);
    return answer;
  }

  /** What a caller would write down: tokens, and ids of looks, objections and answers. */
  #keep(by: Asker, value: unknown, at = ''): void {
    if (value === null || typeof value !== 'object') return;
    if (Array.isArray(value)) {
      for (const one of value) this.#keep(by, one, at);
      return;
    }
    const kept = this.keptOf(by);
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'token' && typeof inner === 'string') kept.tokens.add(inner);
      if (key === 'id' && typeof inner === 'string' && /disclosures|objections|matterCheck/.test(at))
        if (kept.ids.size < REMEMBERED) kept.ids.add(inner);
      this.#keep(by, inner, `${at}.${key}`);
    }
  }

  /** Every root field by every asker. Who lacks a condition is told why, whoever it asks about. */
  async questions(askers: readonly Asker[] = this.askers): Promise<void> {
    for (const by of askers) {
      for (const about of isLacking(by) ? SUBJECTS.slice(0, 2) : SUBJECTS) {
        const called = `about ${about.kind} ${about.number}`;
        const { json } = await this.ask(by, called, this.#questions.about(about.identifier));
        this.#noteCursors(by, about.identifier.value, json);
      }
      for (const [at, asked] of this.#questions.once(SUBJECTS.map(({ identifier }) => identifier)).entries())
        await this.ask(by, `once ${at}`, asked);
      await this.#feed(by);
      const { ids, tokens } = this.keptOf(by);
      const named = [...new Set([...this.#examples().flatMap((thing) => this.idsOf(by, thing)), ...ids])];
      for (let from = 0; from < named.length; from += AT_ONCE)
        await this.ask(by, 'by id', this.#questions.byId(named.slice(from, from + AT_ONCE)));
      if (tokens.size > 0) await this.ask(by, 'by token', this.#questions.byToken([...tokens].slice(0, 50)));
    }
  }

  /** One thing of each kind and fall, by whose ids is asked. */
  #examples(): readonly Thing[] {
    const first = new Map<string, Thing>();
    for (const thing of this.things)
      if (thing.id !== undefined) {
        const kind = `${thing.item.recordType} ${thing.item.openness} ${thing.about.kind} ${thing.fall}`;
        first.set(kind, first.get(kind) ?? thing);
      }
    return [...first.values()];
  }

  /** The feed from its start to its end. */
  async #feed(by: Asker): Promise<void> {
    const query = `query ($after: String) { changes(first: 200, after: $after) { nodes { recordId kind } pageInfo { hasNextPage endCursor } } }`;
    for (let after: string | null = null; ; ) {
      const { json } = await this.ask(by, 'feed', { query, variables: { after } });
      const info = json?.data?.changes?.pageInfo;
      if (info?.hasNextPage !== true) return;
      after = info.endCursor;
    }
  }

  #noteCursors(
    by: Asker,
    of: string,
    json: { data?: Record<string, Record<string, { edges?: { cursor: string }[] }>> },
  ) {
    for (const field of ['records', 'nonPublicRecords']) {
      const edges = json?.data?.subject?.[field]?.edges ?? [];
      const middle = edges[Math.floor(edges.length / 2)]?.cursor;
      const name = `${field} ${of}`;
      if (middle !== undefined && !this.keptOf(by).cursors.has(name)) this.keptOf(by).cursors.set(name, middle);
    }
  }

  /** Pages from behind and around cursors that the caller was given at first. */
  async pages(query: string, askers: readonly Asker[] = this.askers): Promise<void> {
    for (const by of askers)
      for (const { identifier } of SUBJECTS) {
        const { cursors } = this.keptOf(by);
        const [records, collected] = ['records', 'nonPublicRecords'].map(
          (field) => cursors.get(`${field} ${identifier.value}`) ?? null,
        );
        if (records === null && collected === null) continue;
        await this.ask(by, 'pages', { query, variables: { id: identifier, records, collected } });
      }
  }
}
