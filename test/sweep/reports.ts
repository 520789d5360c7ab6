/** Reports in every template, language and form: made anew, fetched by the ids and links of before, and verified. */
import { LANGUAGES, TEMPLATES } from '../../gateway/reports/templates.ts';
import { type Asker, told } from './asking.ts';
import type { Sweep } from './sweep.ts';
import { COMPANY, COMPANY_OF_ONE, LISTED, PERSON, PERSON_OF_ONE } from './things.ts';

export const FORMS = ['application/jwt', 'text/html', 'application/pdf', 'application/json'] as const;
const ABOUT = [COMPANY, PERSON, LISTED, COMPANY_OF_ONE, PERSON_OF_ONE];

/** A report that somebody was given, with an address that opens it without a token. */
interface Given {
  readonly by: Asker;
  readonly id: string;
  link: string | undefined;
}

/** One of each kind of reader gets every report in every form; everybody else asks for one, whether it is made or refused. */
const READERS = [
  `itself company ${COMPANY.number}`,
  `itself person ${PERSON.number}`,
  'BANK-A',
  'HRB-PERMIT FOOD-PERMIT',
];
const isReader = ({ name }: Asker): boolean => READERS.includes(name);

export class Reports {
  readonly #sweep: Sweep;
  readonly #given: Given[] = [];

  constructor(sweep: Sweep) {
    this.#sweep = sweep;
  }

  get given(): readonly Given[] {
    return this.#given;
  }

  /** Each asker asks for each report; who reads one reads it in every form. */
  async make(askers: readonly Asker[]): Promise<void> {
    for (const by of askers) {
      const self = by.holder?.role === 'subject';
      for (const about of self ? [undefined] : isReader(by) ? ABOUT : [COMPANY])
        for (const template of isReader(by) ? TEMPLATES : TEMPLATES.slice(0, 1))
          for (const language of isReader(by) ? LANGUAGES : LANGUAGES.slice(0, 1)) {
            const body = { ...(about === undefined ? {} : { subject: about.identifier }), template, language };
            const made = await told(this.#sweep.world, by, 'POST', '/reports', { body });
            this.#sweep.look(by, `POST /reports ${template} ${language}`, made);
            if (made.status !== 201) continue;
            this.#sweep.keptOf(by).tokens.add(made.json.token);
            const given: Given = { by, id: made.json.id, link: undefined };
            this.#given.push(given);
            await this.#fetch(given, isReader(by) ? FORMS : FORMS.slice(0, 1));
            await this.#openBy(given);
          }
    }
  }

  /** What was given before the fall, by everybody who was given it, by its link, and as anybody verifies it. */
  async again(): Promise<readonly number[]> {
    const statuses: number[] = [];
    for (const given of this.#given) {
      statuses.push(...(await this.#fetch(given)));
      if (given.link !== undefined) statuses.push(await this.#open(given));
      await this.#openBy(given);
      for (const accept of ['text/html', 'application/json'])
        this.#sweep.look(
          ANYBODY,
          'GET /verify/{id}',
          await told(this.#sweep.world, ANYBODY, 'GET', `/verify/${given.id}`, { accept }),
        );
    }
    return statuses;
  }

  async #fetch({ by, id }: Given, forms: readonly string[] = FORMS): Promise<number[]> {
    const statuses: number[] = [];
    for (const accept of forms) {
      const answer = await told(this.#sweep.world, by, 'GET', `/reports/${id}`, { accept });
      this.#sweep.look(by, `GET /reports/{id} ${accept}`, answer);
      if (answer.status !== 406) statuses.push(answer.status);
    }
    return statuses;
  }

  /** A link made now, and the report opened by it without a token. */
  async #openBy(given: Given): Promise<void> {
    const linked = await told(this.#sweep.world, given.by, 'POST', `/reports/${given.id}/link`);
    this.#sweep.look(given.by, 'POST /reports/{id}/link', linked);
    if (linked.status !== 200) return;
    given.link = linked.json.url;
    await this.#open(given);
  }

  /** Whoever holds a link is as the one for whom the report was made. */
  async #open({ by, link = '' }: Given): Promise<number> {
    const path = `/open-report${new URL(link).search}`;
    const answer = await told(this.#sweep.world, { name: by.name, holder: null, headers: {} }, 'GET', path, {
      accept: 'text/html',
    });
    this.#sweep.look(by, 'GET /open-report', answer);
    return answer.status;
  }
}

export const ANYBODY: Asker = { name: 'public', holder: null, headers: {} };
