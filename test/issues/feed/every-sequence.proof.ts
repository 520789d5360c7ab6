/** Long: sixty random sequences of some twenty-five steps each, against a model of what a feed shows. A short run is in counts-and-calls.proof.ts. */
import { it } from 'vitest';
import { onDatabaseOfStep } from '../../kit.ts';
import { holds } from './feed-model.ts';
import { openBank } from './watching-bank.ts';

onDatabaseOfStep('a feed in any order of what happens, at length', (kind) => {
  it('A06.1 A17.1 A23.5 A24.3 A36.1 A39.4 adversarial 82 adversarial 83: shows, counts and calls for what the model says', async () => {
    const bank = await openBank(kind);
    try {
      await holds(bank, 60);
    } finally {
      await bank.world.close();
    }
  }, 600_000);
});
