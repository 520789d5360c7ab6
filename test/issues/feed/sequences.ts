/** Random sequences of what happens to a feed. */
import fc from 'fast-check';

export type Action = readonly [
  'add' | 'correct' | 'end' | 'grant' | 'revoke' | 'agreement' | 'watch' | 'unwatch' | 'read' | 'acknowledge' | 'call',
  number,
  number,
];

const action = (...names: readonly Action[0][]): fc.Arbitrary<Action> =>
  fc.tuple(
    fc.constantFrom(...names),
    // Not biased towards the ends of a range: every choice is as good as another.
    fc.noBias(fc.nat(11)),
    fc.noBias(fc.nat(11)),
  );

/** Each begins with a person and a company that are watched: else most would tell of nothing. What is told, counted and called for is asked often. */
export const SEQUENCES: fc.Arbitrary<Action[]> = fc
  .array(
    fc.oneof(
      { arbitrary: action('add'), weight: 6 },
      { arbitrary: action('correct', 'end', 'grant', 'watch'), weight: 6 },
      { arbitrary: action('revoke', 'agreement', 'unwatch'), weight: 3 },
      { arbitrary: action('read'), weight: 5 },
      { arbitrary: action('acknowledge'), weight: 4 },
      { arbitrary: action('call'), weight: 4 },
    ),
    { minLength: 12, maxLength: 36, size: 'max' },
  )
  .map((rest) => [['grant', 2, 0], ['watch', 0, 0], ['watch', 1, 0], ...rest]);
