/** Acts that name what fell: whatever they answer, the row is not in it. Last, since an act that is done changes the world. */
import { rootMutations } from '../gateway/root-fields.ts';
import { GIVEN } from '../stories/who-may-ask.ts';
import type { Sweep } from './sweep.ts';
import { COMPANY, COMPANY_OF_ONE, PERSON, PERSON_OF_ONE, type Thing } from './things.ts';

/** A thing of each of these subjects, which anybody could have known. */
const named = (things: readonly Thing[]): readonly Thing[] =>
  [COMPANY, PERSON, COMPANY_OF_ONE, PERSON_OF_ONE].flatMap((whose) =>
    things
      .filter(
        ({ about, fall, id, item }) =>
          about === whose && fall !== 'STANDS' && id !== undefined && item.openness === 'UNCONDITIONAL',
      )
      .slice(0, 1),
  );

/** Every mutation by every asker, with the id of a thing as it knows it wherever an id is taken. */
export async function mutations(sweep: Sweep): Promise<void> {
  for (const thing of named(sweep.things))
    for (const by of sweep.askers) {
      const [id = ''] = sweep.idsOf(by, thing);
      const given = { ...GIVEN, ID: id, SubjectIdentifierInput: thing.about.identifier };
      for (const { query, variables } of await rootMutations(sweep.world, given)) {
        const answer = await sweep.send(by, { query, variables });
        sweep.look(by, 'mutation', answer, [id]);
      }
    }
}
