/** Acts that name what fell: whatever they answer, the row is not in it. Last, since an act that is done changes the world. */

import type { About } from '../fuzz/two-worlds/subjects.ts';
import { rootMutations } from '../gateway/root-fields.ts';
import { GIVEN } from '../stories/who-may-ask.ts';
import { OF_EACH_ROLE } from './asking.ts';
import type { Sweep } from './sweep.ts';
import { COMPANY, PERSON_OF_ONE, type Thing } from './things.ts';

/** A thing of a subject that anybody could have known. */
const known = (things: readonly Thing[], whose: About): Thing => {
  const found = things.find(
    ({ about, fall, id, item }) =>
      about === whose && fall !== 'STANDS' && id !== undefined && item.openness === 'UNCONDITIONAL',
  );
  if (found === undefined) throw new Error(`Nothing of ${whose.name} fell.`);
  return found;
};

/** Every mutation by one of each role, each subject and whoever acts for one, with the id of a thing as it knows it wherever an id is taken. */
export async function mutations(sweep: Sweep): Promise<number> {
  const askers = sweep.askers.filter((one) => OF_EACH_ROLE.includes(one) || one.mandate !== undefined);
  let sent = 0;
  for (const whose of [COMPANY, PERSON_OF_ONE]) {
    const thing = known(sweep.things, whose);
    for (const by of askers) {
      const [id = ''] = sweep.idsOf(by, thing);
      const given = { ...GIVEN, ID: id, SubjectIdentifierInput: whose.identifier };
      const acts = await rootMutations(sweep.world, given);
      for (const { query, variables } of acts)
        sweep.look(by, 'mutation', await sweep.send(by, { query, variables }), [id]);
      sent += acts.length;
    }
  }
  return sent;
}
