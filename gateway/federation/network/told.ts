/**
 * What the process of a subgraph says of a part. One that was taken over may say anything: what has not the form of an answer to what was asked is none, and the
 * source is missing. What it says of its own data is its own to answer for.
 */
import { CODES } from '../../../schema/errors.ts';
import type { RefusedFor } from '../../../subgraphs/request/context.ts';
import { BODY_DEPTH, isNestedWithin } from '../../message/json.ts';
import { LIMITS } from '../../query/limits.ts';
import { entityFieldsOf, onlyAsked, type Shape, shapeOf } from './shape.ts';

/** What a subgraph says of a part, beside its data and errors. */
export interface Told {
  /** Subjects that were asked for of which something must not be told by time. */
  readonly concealed: number;
  /** Root fields that a guard refused. */
  readonly refused: readonly RefusedFor[];
  /** Whether its only error says why nothing is given: the whole answer is not. */
  readonly unsettled: boolean;
}

export interface ToldError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

export interface ToldPart {
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly ToldError[];
  readonly told: Told;
}

/** It is no answer of a subgraph. */
export class Unfit extends Error {}

/** Most subjects that one question conceals: it cannot ask for more. Of a higher number its answer would wait. */
export const CONCEALED_MAX = LIMITS.cost;

/** Deepest nesting of an answer: of its document, with lists between, and what a record holds as JSON. Most lists, objects and members of one. */
const WITHIN = { depth: 2 * LIMITS.depth + BODY_DEPTH, values: 4_000_000 };
/** Most errors of one answer, and the longest sentence of one. */
const [ERRORS_MAX, SENTENCE_MAX] = [LIMITS.cost, 100_000];

type Row = Readonly<Record<string, unknown>>;

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown, most: number): value is string => typeof value === 'string' && value.length <= most;
const isWord = (value: unknown): boolean => isText(value, 64) && /^[A-Za-z][\w.-]*$/.test(value);
const isCode = (value: unknown): boolean => (CODES as readonly unknown[]).includes(value);
const inBoth = (value: unknown): boolean =>
  isRow(value) && ['en', 'zh'].every((language) => isText(value[language], SENTENCE_MAX));

/** What an error may say, and in which form; whatever else it says is left out. */
const SAYS: Readonly<Record<string, (value: unknown) => boolean>> = {
  code: isCode,
  reason: isWord,
  article: (value) => isText(value, 64),
  renewsAt: (value) => isText(value, 64),
  competentUnit: (value) => isRow(value) && isText(value.code, 64) && isText(value.name, 1_000),
  help: (value) => isText(value, SENTENCE_MAX),
  said: (value) => isRow(value) && inBoth(value.message) && inBoth(value.help),
  tier: isWord,
  id: (value) => isText(value, 64),
};

function errorIn(error: unknown, roots: Shape): ToldError {
  if (!isRow(error) || !isText(error.message, SENTENCE_MAX) || !isRow(error.extensions))
    throw new Unfit('An error of it has another form.');
  const { path, extensions } = error;
  const says = Object.entries(SAYS).filter(([name]) => extensions[name] !== undefined);
  if (!isCode(extensions.code) || !says.every(([name, fits]) => fits(extensions[name])))
    throw new Unfit('An error of it says something else.');
  const said = Object.fromEntries(says.map(([name]) => [name, extensions[name]]));
  if (path === undefined) return { message: error.message, extensions: said };
  const isPath =
    Array.isArray(path) &&
    path.length <= WITHIN.depth &&
    roots.has(path[0]) &&
    path.every((key) => (typeof key === 'string' ? /^[_A-Za-z]\w*$/.test(key) : Number.isSafeInteger(key) && key >= 0));
  if (!isPath) throw new Unfit('An error of it stands nowhere in the answer.');
  return { message: error.message, path, extensions: said };
}

function toldIn(credit: unknown, roots: Shape): Told {
  if (!isRow(credit)) throw new Unfit('It is no answer of a subgraph.');
  const { concealed, refused, unsettled } = credit;
  if (!Number.isSafeInteger(concealed) || Number(concealed) < 0 || Number(concealed) > CONCEALED_MAX)
    throw new Unfit('It conceals what nobody can have asked for.');
  const isRefusal = (one: unknown): one is RefusedFor =>
    isRow(one) && (one.code === undefined || isCode(one.code)) && (one.reason === undefined || isWord(one.reason));
  if (!Array.isArray(refused) || !refused.every(isRefusal) || refused.length > roots.size)
    throw new Unfit('It refuses what was not asked.');
  if (typeof unsettled !== 'boolean') throw new Unfit('It does not say whether it was settled.');
  return {
    concealed: Number(concealed),
    refused: refused.map(({ code, reason }) => ({ code, reason })),
    unsettled,
  };
}

/** Entities that are there whenever one is asked for: it was named by an answer to the same question. Others, such as a unit, may be unknown. */
const ALWAYS_THERE: ReadonlySet<unknown> = new Set(['MatterCheck', 'CreditSubject']);

type Variables = Readonly<Record<string, unknown>> | undefined;

/**
 * Looks whether all that was asked is there: a root field, and of each entity every field, or an error in its place. Without it what others say of the same entity would be
 * left out too, and nobody be told.
 */
function checkWhole(given: Row, asked: Shape, query: string, variables: Variables, errors: readonly ToldError[]): void {
  if (![...asked.keys()].every((name) => Object.hasOwn(given, name))) throw new Unfit('It leaves out what was asked.');
  const { _entities: entities } = given;
  const representations = variables?.representations;
  if (!asked.has('_entities') || !Array.isArray(representations)) return;
  if (entities === null && errors.length > 0) return;
  if (!Array.isArray(entities) || entities.length !== representations.length)
    throw new Unfit('It gives another number of entities than was asked for.');
  const fields = entityFieldsOf(query);
  for (const [place, entity] of entities.entries()) {
    const type: unknown = representations[place]?.__typename;
    const isWhole =
      entity === null
        ? !ALWAYS_THERE.has(type) || errors.some(({ path = [] }) => path[0] === '_entities' && path[1] === place)
        : isRow(entity) && (fields.get(String(type)) ?? []).every((name) => Object.hasOwn(entity, name));
    if (!isWhole) throw new Unfit('It leaves out what was asked of an entity.');
  }
}

/** Reads the answer to an operation. Throws `Unfit`, or what JSON.parse throws. */
export function readTold(text: string, query: string, variables?: Variables): ToldPart {
  if (!isNestedWithin(text, WITHIN)) throw new Unfit('The answer is nested too deep, or holds too much.');
  const body: unknown = JSON.parse(text);
  if (!isRow(body) || !isRow(body.extensions)) throw new Unfit('It is no answer of a subgraph.');
  const { data = null, errors } = body;
  if (data !== null && !isRow(data)) throw new Unfit('Its data are no object.');
  const asked = shapeOf(query);
  const told = toldIn(body.extensions.credit, asked);
  const given = data === null ? null : onlyAsked(data, asked);
  if (given === undefined) throw new Unfit('Its data are of another form than what was asked.');
  if (errors === undefined) {
    if (told.unsettled) throw new Unfit('It was not settled, and does not say why.');
    if (given === null) throw new Unfit('It gives nothing, and does not say why.');
    checkWhole(given, asked, query, variables, []);
    return { data: given, told };
  }
  if (!Array.isArray(errors) || errors.length === 0 || errors.length > ERRORS_MAX)
    throw new Unfit('Its errors are no list, or too long a one.');
  if (told.unsettled && data !== null) throw new Unfit('It was not settled, and gives something.');
  const found = errors.map((error) => errorIn(error, asked));
  if (given !== null) checkWhole(given, asked, query, variables, found);
  return { data: given, errors: found, told };
}
