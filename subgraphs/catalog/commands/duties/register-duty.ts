/** Registers a department's duty (Articles 22 and 44). */
import { badInput } from '../../../../schema/errors.ts';
import type { Context } from '../../../request/context.ts';
import { newId } from '../../../request/request.ts';
import { redactAlone } from '../../../texts/alone.ts';
import { DutyEntity } from '../../entities.ts';
import type { DutyRow } from '../../rows.ts';
import { checkItems, checkUnit } from '../checks.ts';

export interface DutyInput {
  readonly department: string;
  readonly matter: string;
  readonly activity: DutyRow['activity'];
  readonly items: readonly string[];
  readonly identified?: boolean | null | undefined;
}

export async function registerDuty(context: Context, input: DutyInput): Promise<DutyRow> {
  const { directory } = context.snapshot;
  // Only a unit that may come as a department can use a duty: a bureau that provides and decides has both kinds.
  checkUnit(directory, input.department, ['DEPARTMENT']);
  checkItems(directory, input.items);
  if (input.matter.trim() === '')
    throw badInput('MATTER', 'The matter is empty.', 'Name the matter that the duty is about.');
  if (redactAlone(input.matter) !== input.matter)
    throw badInput('MATTER', 'The matter holds personal information.', 'Name the kind of matter, and no case.', '23');
  for (const code of input.items)
    if (directory.items.get(code)?.information === 'NON_PUBLIC')
      throw badInput(
        'ITEM_NOT_PUBLIC',
        `${code} is non-public credit information.`,
        'Departments share public credit information; name items of it.',
        '22',
      );
  for (const code of input.items)
    if (directory.items.get(code)?.sharing === 'NOT_SHARED')
      throw badInput(
        'ITEM_NOT_SHARED',
        `${code} is not shared among departments.`,
        'Name items that the catalog shares.',
        '22',
      );
  const row = {
    id: newId(),
    department: input.department,
    matter: input.matter.trim(),
    activity: input.activity,
    items: [...new Set(input.items)],
    identified: input.identified === true,
    endedAt: null,
  };
  await context.request.write('control', async (em) => {
    em.create(DutyEntity, { ...row, registeredAt: context.platform.now() });
    await em.flush();
  });
  context.snapshot = await context.request.snapshot();
  return row;
}
