/**
 * The mask of an address: what stays is province, prefecture and county, and only where they are divisions of GB/T 2260 that lie in each other. 市, 区, 县,
 * 旗 and 盟 stand in names of streets and estates too, and there they tell where somebody lives.
 */
import counties from './data/gb2260_hlj_areas.json' with { type: 'json' };
import { MUNICIPALITIES, PREFECTURES_OF_HEILONGJIANG, PROVINCES, SHORT_AUTONOMOUS } from './divisions.ts';

interface Division {
  readonly name: string;
  readonly above: Division | undefined;
}

interface Form {
  readonly division: Division;
  /** A short form, such as 哈尔滨, is also the beginning of a street: it counts only before a division that lies in it. */
  readonly short: boolean;
  /** Whether it is known without what lies above it. */
  readonly alone: boolean;
}

const FORMS = new Map<string, Form[]>();

function add(text: string, form: Form): void {
  const list = FORMS.get(text);
  if (list === undefined) FORMS.set(text, [form]);
  else list.push(form);
}

function addDivision(name: string, above: Division | undefined, shorts: readonly string[], alone = true): Division {
  const division = { name, above };
  add(name, { division, short: false, alone });
  for (const short of shorts) add(short, { division, short: true, alone });
  return division;
}

/** Other names of what lies directly beneath a province. */
function shortsOf(name: string): readonly string[] {
  if (name.endsWith('自治州'))
    return SHORT_AUTONOMOUS.filter((short) => name.startsWith(short)).flatMap((short) => [short, `${short}州`]);
  const short = /^(.{2,})(?:市|地区|盟)$/u.exec(name)?.[1];
  return short === undefined ? [] : [short];
}

const prefectures = new Map<string, Division>();
for (const { name, short, beneath } of PROVINCES) {
  const province = addDivision(name, undefined, [short]);
  for (const part of beneath)
    prefectures.set(
      part,
      addDivision(part, province, MUNICIPALITIES.has(name) ? [] : shortsOf(part), !MUNICIPALITIES.has(name)),
    );
}
for (const { name, cityCode } of counties)
  addDivision(name, prefectures.get(PREFECTURES_OF_HEILONGJIANG[cityCode] ?? ''), []);

const LONGEST = Math.max(...[...FORMS.keys()].map((text) => text.length));
/** Code points that are looked at: three of the longest names, with blanks or dashes between all their characters. */
const FAR = 2 * 3 * LONGEST;

const liesIn = (division: Division, above: Division): boolean => {
  for (let one = division.above; one !== undefined; one = one.above) if (one === above) return true;
  return false;
};

/** Words that begin with the last character of a division: 大庆市场 is no 大庆市, and 市政府 belongs to a city. */
const SPLIT_WORDS: Readonly<Record<string, RegExp>> = {
  市: /^(?:场|集|井|容|政(?!府)|民(?!政))/u,
  区: /^(?:间|域)/u,
};
/** A street that is called after a division: 宾县街5号. */
const STREET = /^(?:大?街|大道|路|巷|胡同)(?:$|[\d一二三四五六七八九十百零〇东西南北中副附甲乙丙丁])/u;

const isPartOfName = (form: string, rest: string): boolean =>
  SPLIT_WORDS[form.at(-1) ?? '']?.test(rest) === true || STREET.test(rest);

/** How many characters from `from` on are divisions that lie in `above` and in each other. */
function lengthOf(folded: string, from: number, above: Division | undefined): number {
  for (let length = Math.min(LONGEST, folded.length - from); length >= 2; length -= 1) {
    const text = folded.slice(from, from + length);
    const end = from + length;
    for (const { division, short, alone } of FORMS.get(text) ?? []) {
      if (above === undefined ? !alone : !liesIn(division, above)) continue;
      if (!short && isPartOfName(text, folded.slice(end, end + 4))) continue;
      const further = lengthOf(folded, end, division);
      if (!short || further > 0) return length + further;
    }
  }
  return 0;
}

/** Width, blanks, what cannot be seen and punctuation do not distinguish addresses; an end of a sentence ends one. */
const BETWEEN = /^(?:\p{Cf}|\s|(?![。．！!？?；;*])[\p{P}\p{S}])$/u;

function foldedBeginning(text: string): { readonly folded: string; readonly ends: readonly number[] } {
  let folded = '';
  const ends: number[] = [];
  let at = 0;
  let seen = 0;
  for (const point of text) {
    at += point.length;
    seen += 1;
    if (seen > FAR) break;
    if (BETWEEN.test(point)) continue;
    const plain = point.normalize('NFKC');
    folded += plain;
    for (const _unit of plain.split('')) ends.push(at);
  }
  return { folded, ends };
}

/** How many characters (UTF-16 units) of the beginning of a text are divisions, with what stands between them; 0 where none is. */
export function divisionPrefix(text: string): number {
  const { folded, ends } = foldedBeginning(text);
  return ends[lengthOf(folded, 0, undefined) - 1] ?? 0;
}

/** The divisions stay as they stood, without what is between them. */
export function maskAddress(value: string): string {
  const { folded } = foldedBeginning(value);
  return `${folded.slice(0, lengthOf(folded, 0, undefined))}****`;
}
