/** Groups of a grouping, by their place. Those that are not asked for are not made: a grouping may have hundreds of thousands. */

/** How many groups there are. */
export const groupsIn = (values: readonly (readonly string[])[]): number =>
  values.reduce((product, { length }) => product * length, 1);

/** So many groups from a place on, in the order of the values; the last key changes fastest. */
export function* groupsFrom(values: readonly (readonly string[])[], from: number, count: number): Generator<string[]> {
  const end = Math.min(groupsIn(values), from + count);
  for (let place = from; place < end; place += 1) {
    const group: string[] = [];
    let rest = place;
    for (let at = values.length - 1; at >= 0; at -= 1) {
      const own = values[at] ?? [];
      group.unshift(own[rest % own.length] ?? '');
      rest = Math.floor(rest / own.length);
    }
    yield group;
  }
}
