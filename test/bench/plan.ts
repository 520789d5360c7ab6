/** What is measured: the options of `npm run bench`. */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { OPERATIONS, type Operation } from './settings.ts';
import { LETTERS, type Letter } from './told/results.ts';

export const HELP = `Measures this gateway beside others over the same data, in turns, after all have given the same answers.

  npm run bench -- [options]                       every side at 3000 subjects: ten minutes
  npm run bench -- --subjects 10000,1000000        this gateway alone, at each size
  npm run bench -- --memory 10                     this gateway alone, under load for ten minutes

  --sides        letters of the sides (default ${LETTERS.join('')}):
                 a this gateway; b the stock assembly; c this gateway without its ledger; d as documented; f the floor;
                 h Hive Gateway over the subgraphs of b; w this gateway with one process a subgraph
  --only         ${OPERATIONS.join(', ')}
  --seconds      length of one round of one side at one operation (default 3)
  --rounds       rounds, the sides taking turns (default 3)
  --connections  connections, each with one request at a time (default 16)
  --subjects     synthetic subjects, ten records each (default 3000); several sizes, separated by commas, measure growth
  --batch        subjects in a batch of PartyBatch (default 100)
  --large        subjects of the batch that is held against as many single questions (default 1000; 0: none)
  --processes    processes of a and c over the one database (default: auto, one for each core, as many as b can fill)
  --rate         a load at a fixed rate, for a and b: a number of requests a second, or a share of each side's peak (default 70%; none)
  --memory       so many minutes of load on a, and its resident memory after one and after all
  --profile      writes a CPU profile of a and what each statement cost into a folder, and measures a alone
  --node         options of Node for a, in one word: --node '--max-semi-space-size=64'
  --json         adds everything that was measured to this file; parts of the same day stand beside each other
  --history      the same to history/DATE.json, and makes the figures of the README anew
  --aims         prints the aims, and which of them are met
  --chart        writes the comparison of a and b as a picture, an SVG, into a file

It needs the binaries of PostgreSQL (initdb, pg_ctl): without them a alone is measured, on the embedded database.`;

export interface Plan {
  readonly sides: readonly Letter[];
  readonly operations: readonly Operation[];
  readonly seconds: number;
  readonly rounds: number;
  readonly connections: number;
  readonly sizes: readonly number[];
  readonly batch: number;
  readonly large: number;
  readonly processes: number;
  /** Requests a second, or a share of the peak; undefined for none. */
  readonly rate: { readonly perSecond: number } | { readonly share: number } | undefined;
  readonly minutes: number;
  readonly profile: string | undefined;
  readonly node: readonly string[];
  readonly json: string | undefined;
  readonly history: boolean;
  readonly aims: boolean;
  readonly chart: string | undefined;
}

const above0 = (name: string, given: string): number => {
  const value = Number(given);
  if (!(value > 0)) throw new Error(`--${name} ${given} is no number above 0.`);
  return value;
};

/** `70%`, `500`, or `none`. */
export function rateOf(given: string): Plan['rate'] {
  if (given === 'none') return undefined;
  return given.endsWith('%')
    ? { share: above0('rate', given.slice(0, -1)) / 100 }
    : { perSecond: above0('rate', given) };
}

/** Undefined where only help is wanted. */
export function planOf(args?: readonly string[]): Plan | undefined {
  const { values } = parseArgs({
    ...(args === undefined ? {} : { args: [...args] }),
    options: {
      sides: { type: 'string', default: LETTERS.join('') },
      only: { type: 'string' },
      seconds: { type: 'string', default: '3' },
      rounds: { type: 'string', default: '3' },
      connections: { type: 'string', default: '16' },
      subjects: { type: 'string', default: '3000' },
      batch: { type: 'string', default: '100' },
      large: { type: 'string', default: '1000' },
      processes: { type: 'string', default: 'auto' },
      rate: { type: 'string', default: '70%' },
      memory: { type: 'string', default: '0' },
      profile: { type: 'string' },
      node: { type: 'string', default: '' },
      json: { type: 'string' },
      history: { type: 'boolean', default: false },
      aims: { type: 'boolean', default: false },
      chart: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  const number = (name: 'seconds' | 'rounds' | 'connections' | 'batch'): number => above0(name, values[name]);
  const operations = OPERATIONS.filter((operation) => values.only === undefined || values.only === operation);
  if (operations.length === 0) throw new Error(`--only ${values.only} is none of ${OPERATIONS.join(', ')}.`);
  const unknown = [...values.sides].filter((letter) => !(LETTERS as readonly string[]).includes(letter));
  if (unknown.length > 0) throw new Error(`--sides ${values.sides}: ${unknown.join()} is none of ${LETTERS.join('')}.`);
  const alone = values.profile !== undefined;
  return {
    sides: alone ? ['a'] : LETTERS.filter((letter) => values.sides.includes(letter)),
    operations,
    seconds: number('seconds'),
    rounds: number('rounds'),
    connections: number('connections'),
    sizes: values.subjects.split(',').map((size) => above0('subjects', size)),
    batch: number('batch'),
    large: Number(values.large),
    processes: values.processes === 'auto' ? availableParallelism() : above0('processes', values.processes),
    rate: alone ? undefined : rateOf(values.rate),
    minutes: Number(values.memory),
    profile: values.profile,
    node: values.node.split(' ').filter((option) => option !== ''),
    json: values.json,
    history: values.history,
    aims: values.aims,
    chart: values.chart,
  };
}
