import { beforeAll, expect, it } from 'vitest';
import { onEachDatabase, sharedWorld, TODAY, type World } from '../../kit.ts';

/** Case 90 in the database: the row policies opened what any duty under the purpose covers. */
onEachDatabase('the matter as the row policies see it', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await sharedWorld(kind);
  });

  it('A22.1 the database by itself opens what the named duty covers, and nothing where none is named', async () => {
    const items = async (matter: string | null) => {
      const session = {
        role: 'DEPARTMENT',
        unit: 'HRB-PERMIT',
        purpose: 'PERMIT',
        caseReference: '1',
        matter,
        subjectId: null,
        today: TODAY,
      } as const;
      const reading = await world.server.platform.database.read(session);
      try {
        const [row] = await reading.query<{ duty: string[]; whole: string[]; open: number }>(
          {
            name: 'walls-of-matter',
            text: 'select control.items_duty() as duty, control.items_identified() as whole, cardinality(control.items_open()) as open',
          },
          [],
        );
        return row;
      } finally {
        await reading.close();
      }
    };
    expect(await items(null)).toEqual({ duty: [], whole: [], open: 0 });
    expect(await items('TENDER')).toEqual({ duty: [], whole: [], open: 0 });
    const food = await items('FOOD-PERMIT');
    expect(food?.duty).toContain('ASSESSMENT-PUBLIC');
    expect(food?.whole).toEqual([]);
    expect(food?.open).toBeGreaterThan(10);
    const special = await items('SPECIAL-OPERATION-PERMIT');
    expect(special?.duty).not.toContain('ASSESSMENT-PUBLIC');
    expect(special?.whole.length).toBeGreaterThan(0);
  });
});
