/** The lines of the table of who may ask, and what each says of a caller. */
import { ASKERS, type AskerName, CONDITIONS, ROLES, type Role, TABLE } from './who-may-ask.ts';

interface Line {
  readonly article: string;
  readonly cells: Readonly<Record<Role, string>>;
}

const [, ...rows] = TABLE.trim().split('\n');
export const LINES: ReadonlyMap<string, Line> = new Map(
  rows.map((row) => {
    const [field = '', article = '', ...cells] = row.split(/ +/);
    return [field, { article, cells: Object.fromEntries(ROLES.map((role, at) => [role, cells[at] ?? ''])) as never }];
  }),
);

const REASONS: Readonly<Record<string, string>> = { id: 'IDENTITY_REQUIRED', no: 'ROLE' };

/** What the table says: `+`, or reason and article of the refusal. Throws for a cell that it does not know. */
export function expected({ article, cells }: Line, name: AskerName): string {
  const cell = cells[ASKERS[name].role];
  if (cell === '+') return '+';
  if (cell === 'unit') return 'NOT_PROVIDING_UNIT 21';
  if (cell in REASONS) return `${REASONS[cell]} ${article}`;
  const condition = CONDITIONS[cell];
  if (condition === undefined) throw new Error(`The table holds the cell ${cell}.`);
  return condition[name] ?? '+';
}

/** Roles to which the line opens the field, with or without a condition. */
export const opened = ({ cells }: Line): Role[] => ROLES.filter((role) => !(cells[role] in REASONS));
