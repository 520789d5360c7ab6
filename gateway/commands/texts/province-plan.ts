/** The plan of a province file as text: grouped by section, what begins in one line, and each change that touches somebody by itself. */
import type { Language } from '../../../schema/localized.ts';
import type { Plan, PlannedChange } from '../../../subgraphs/province/plan.ts';
import { SECTIONS, TEXTS } from './province.ts';

const WIDTH = 110;
const INDENT = '    ';

/** Codes on as many lines as they need. */
function folded(codes: readonly string[]): string[] {
  const lines: string[] = [];
  let line = '';
  for (const code of codes) {
    if (line !== '' && line.length + code.length + 2 > WIDTH) {
      lines.push(`${line},`);
      line = '';
    }
    line = line === '' ? code : `${line}, ${code}`;
  }
  return [...lines, line];
}

function touched({ touches }: PlannedChange, language: Language): string[] {
  const { touches: say } = TEXTS[language];
  const parts = [
    touches.units.length === 0 ? '' : `${say.units(touches.units.length)} (${touches.units.join(', ')})`,
    ...(['agreements', 'duties', 'authorizations', 'watches'] as const).map((name) =>
      touches[name] === 0 ? '' : say[name](touches[name]),
    ),
  ].filter((part) => part !== '');
  return parts.length === 0 ? [] : [`${say.lead}${parts.join(say.mark)}`];
}

/** Whether a change is told by its code alone: it begins, and takes nothing. */
const isPlain = ({ act, takes, notes }: PlannedChange): boolean => act === 'ADD' && !takes && notes.length === 0;

function told(change: PlannedChange, file: string, language: Language): string[] {
  const { acts, takes } = TEXTS[language];
  const mark = change.act === 'END' ? '-' : change.act === 'ADD' ? '+' : '~';
  const head = [`${mark} ${change.what}`, acts[change.act], ...(change.takes ? [takes] : [])].join(' | ');
  return [
    `  ${head}  (${file}:${change.line})`,
    ...[...change.notes.map((note) => note[language]), ...touched(change, language)].map((line) => INDENT + line),
  ];
}

/** Lines of the plan. */
export function planLines(plan: Plan, file: string, language: Language): string[] {
  const texts = TEXTS[language];
  if (plan.changes.length === 0) return [texts.nothing];
  const lines = [...Map.groupBy(plan.changes, ({ section }) => section)].flatMap(([section, changes]) => {
    const plain = changes.filter(isPlain);
    return [
      `${SECTIONS[section][language]}: ${changes.length}`,
      ...(plain.length === 0
        ? []
        : [
            `  + ${texts.acts.ADD}: ${plain.length}`,
            ...folded(plain.map(({ what }) => what)).map((line) => INDENT + line),
          ]),
      ...changes.filter((change) => !isPlain(change)).flatMap((change) => told(change, file, language)),
    ];
  });
  return [...lines, texts.total(plan.changes.length, plan.taking), ...(plan.first ? [texts.first] : [])];
}
