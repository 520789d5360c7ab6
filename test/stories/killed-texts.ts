/** Companies whose texts name a person that a later delivery makes known, and texts of an earlier version that wait to be made anew (Article 23). */
import { expect } from 'vitest';
import { usccCheckCharacter } from '../../schema/law/records/identifiers.ts';
import { REDACTION_VERSION } from '../../schema/law/redact/redact.ts';
import { BANK_A, type Holder, type Identifier, MARKET_REGULATION, subject } from '../kit.ts';
import type { KilledServer } from './killed-server.ts';
import { decision, QUIET, TEXTS } from './withheld.ts';

/** Which a column of a later delivery tells to be a name. */
const NAME = '安宁';
const MASKED = QUIET.replace(NAME, '安*');
const LOAN = { purpose: 'LOAN_ORIGINATION' };
const SUBMIT = `mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { accepted rejected { code message } } }`;
const CALLERS: readonly (Holder | null)[] = [null, BANK_A, { role: 'provider', unit: 'HLJ-TAX' }];
/** Most subjects between two kills. */
const MOST = 6;
/** A start makes so many subjects anew before it serves; of more, the rest follows. */
const MADE_FIRST = 500;

interface State {
  readonly due: number;
  /** Subjects of the present version with a text that is not, or that shows the name. */
  readonly torn: number;
}

export class NamedTexts {
  readonly #server: KilledServer;
  /** With whether it was answered that the name is known. */
  readonly #subjects: { readonly id: Identifier; isKnown: boolean }[] = [];
  #checked = 0;
  #planted = 0;
  /** Texts that were read by others, and texts of before that were planted. */
  readonly #counts = { read: 0, planted: 0, narrowedWhenCut: 0 };

  constructor(server: KilledServer) {
    this.#server = server;
  }

  /** Delivers a text with a name in it, then what makes the name known; until the server is gone. */
  async teach(loading: () => boolean): Promise<void> {
    for (let time = 0; loading() && time < MOST; time += 1) {
      const first17 = `91239999MA9${String(this.#subjects.length).padStart(6, '0')}`;
      const one = { id: { type: 'USCC', value: first17 + usccCheckCharacter(first17) } as const, isKnown: false };
      this.#subjects.push(one);
      await this.#deliver('PENALTY-GENERAL', decision(one.id, 1, { facts: QUIET }));
      if (this.#subjects.length === 1) expect((await this.#read(one.id, null)).facts).toBe(QUIET);
      await this.#deliver(
        'PENALTY-MINOR',
        decision(one.id, 2, { facts: '未明码标价。', legalRepresentativeName: NAME }),
      );
      one.isKnown = true;
      expect((await this.#read(one.id, null)).facts).toBe(MASKED);
    }
  }

  async #deliver(item: string, record: object): Promise<void> {
    const { data, errors } = await this.#server.ask(MARKET_REGULATION, SUBMIT, { input: { item, records: [record] } });
    expect([errors, data.submitRecords.rejected]).toEqual([undefined, []]);
  }

  async #read(id: Identifier, holder: Holder | null) {
    const { data, errors } = await this.#server.ask(holder, TEXTS, { id }, holder?.role === 'party' ? LOAN : {});
    expect(errors).toBeUndefined();
    this.#counts.read += 1;
    const nodes: readonly { readonly facts: string }[] = data.subject?.records.nodes ?? [];
    return { count: nodes.length, facts: nodes[0]?.facts, says: JSON.stringify(nodes).includes(NAME) };
  }

  /** No other caller reads the name of those that were delivered since the last check, or of before; `all` of all, and that each is read again. */
  async check(all = false): Promise<void> {
    const planted = this.#subjects.slice(0, this.#planted).slice(-4);
    const fresh = this.#subjects.slice(this.#checked);
    for (const one of all ? this.#subjects : [...planted, ...fresh]) {
      const own = await this.#server.ask(subject(one.id), `{ me { records(first: 9) { nodes { item { code } } } } }`);
      const held = own.data.me.records.nodes.map(({ item }: { item: { code: string } }) => item.code);
      const isKnown = held.includes('PENALTY-MINOR');
      // What was answered stays; what was not was done whole or not at all.
      if (one.isKnown) expect(held.sort()).toEqual(['PENALTY-GENERAL', 'PENALTY-MINOR']);
      else if (isKnown) this.#counts.narrowedWhenCut += 1;
      one.isKnown = isKnown;
      for (const holder of CALLERS) {
        const { count, facts, says } = await this.#read(one.id, holder);
        expect([count, says]).toEqual([held.includes('PENALTY-GENERAL') ? 1 : 0, count === 1 && !isKnown]);
        if (all && count === 1) expect(facts).toBe(isKnown ? MASKED : QUIET);
      }
    }
    this.#checked = this.#subjects.length;
  }

  /** While no server runs: texts of some subjects as an earlier version left them, which a start makes anew. `beyond` more than it makes before it serves. */
  plant(beyond: boolean): readonly string[] {
    const known = this.#subjects.filter(({ isKnown }) => isKnown);
    const chosen = known.slice(-80);
    this.#planted = this.#subjects.length;
    this.#counts.planted += chosen.length;
    const { secrets } = this.#server;
    const ids = chosen.map(({ id }) => `'${secrets.subjectId(id.type, id.value)}'`).join(', ') || 'null';
    return [
      `update public_credit.record set content = jsonb_set(content, '{facts}', '"${QUIET}"'), redaction = 1
        where item = 'PENALTY-GENERAL' and subject_id in (${ids})`,
      `update public_credit.known_values set redaction = 1 where subject_id in (${ids})`,
      ...this.#ofNobody(beyond),
    ];
  }

  /** Subjects that nothing is held of, so that the job takes long enough to be hit: among the others, or before them and as many as are made first. */
  #ofNobody(beyond: boolean): readonly string[] {
    const [count, id] = beyond
      ? [MADE_FIRST + 100, "'00000000-0000-4000-8000-dead' || lpad(i::text, 8, '0')"]
      : [150, "overlay(gen_random_uuid()::text placing 'dead' from 25)"];
    return [
      `delete from public_credit.known_values k where subject_id::text like '%-dead%'
        and not exists (select from public_credit.subject s where s.id = k.subject_id)`,
      `insert into public_credit.known_values (subject_id, redaction) select (${id})::uuid, 1 from generate_series(1, ${count}) i`,
    ];
  }

  /** As the last statement: what is of an earlier version, and what is half made. */
  readonly state = `select count(*)::int as due, (select count(*)::int from public_credit.record r
      join public_credit.known_values k on k.subject_id = r.subject_id
      where k.redaction = ${REDACTION_VERSION} and (r.redaction < ${REDACTION_VERSION} or r.content->>'facts' = '${QUIET}' and exists (
        select from public_credit.record m where m.subject_id = r.subject_id and m.item = 'PENALTY-MINOR'))) as torn
    from public_credit.known_values where redaction < ${REDACTION_VERSION}`;

  async stateAfter(...statements: readonly string[]): Promise<State> {
    const [state] = await this.#server.asOwner<State>(...statements, this.state);
    if (state === undefined) throw new Error('The state of the texts was not read.');
    expect(state.torn).toBe(0);
    return state;
  }

  get figures() {
    const known = this.#subjects.filter(({ isKnown }) => isKnown).length;
    return { subjects: this.#subjects.length, known, ...this.#counts };
  }
}
