/** Rows that cannot be opened: altered where they lie, or sealed by a key that the file lacks. Each costs its own content and is told once (case 97). */
import { conflict } from '../../schema/errors.ts';
import { keyMessages } from '../../schema/messages/keys.ts';

/** Where a sealed value lies. */
export interface Where {
  readonly place: string;
  /** The row's own id, never a value. */
  readonly id: string;
}

/** What a non-null text says in place of one that cannot be read now. */
export const UNREADABLE_TEXT = '［此项内容暂时无法读取］';

/** Rows that are remembered, so that each is told once. */
const REMEMBERED = 10_000;

export interface UnreadableRows {
  /** Rows that were met since the start, by place. */
  counts(): ReadonlyMap<string, number>;
  /** Is told of each row once. */
  onFirst(listener: (where: Where) => void): void;
  met(where: Where): void;
}

export function unreadableRows(): UnreadableRows {
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  const listeners: ((where: Where) => void)[] = [];
  return {
    counts: () => counts,
    onFirst: (listener) => void listeners.push(listener),
    met: (where) => {
      const row = `${where.place} ${where.id}`;
      if (seen.has(row) || seen.size >= REMEMBERED) return;
      seen.add(row);
      counts.set(where.place, (counts.get(where.place) ?? 0) + 1);
      for (const listener of listeners) listener(where);
    },
  };
}

/** A change of what cannot be read is refused: what is stored would be lost. */
export const unreadable = () => conflict('UNREADABLE', keyMessages.rowUnreadable);

export const isUnreadable = (error: unknown): boolean =>
  (error as { readonly extensions?: { readonly reason?: unknown } } | undefined)?.extensions?.reason === 'UNREADABLE';

/** A form whose texts cannot be read: each says so in its place. */
export const unreadableForm = <Form extends object>(form: Form): Form =>
  Object.fromEntries(
    Object.entries(form).map(([name, value]) => [
      name,
      value === null ? null : Array.isArray(value) ? [UNREADABLE_TEXT] : UNREADABLE_TEXT,
    ]),
  ) as Form;
