/** Writes lists, standards and measures of a province file, checked as their commands check them. */
import type { ListEntry } from '../../../province/form.ts';
import type { Writer } from '../../../province/writing.ts';
import { editionsInserted, listInserted } from './editions.ts';
import { checkedMeasure } from './publish-measure.ts';
import { checkedStandard, type PublishedList } from './publish-standard.ts';

const rowOf = ({ publication, standards: _standards, ...list }: ListEntry): PublishedList => ({
  ...list,
  publicationReference: publication.reference,
  publishedOn: publication.publishedOn,
});

/** `lists` are the codes of the lists that are published, or are with this file. */
export const writeLists =
  (lists: ReadonlySet<string>): Writer =>
  async ({ em, directory, today }, change) => {
    const db = em.getKysely();
    switch (change.section) {
      case 'lists': {
        const { entry } = change;
        const [first] = entry.standards;
        // A list is published with its first standard; what is wrong with the list is told of the list.
        if (first !== undefined) {
          const input = { ...first, ...entry, list: entry.code, publication: entry.publication, item: entry.item };
          await listInserted(
            checkedStandard(directory, undefined, { ...input, effectiveFrom: first.effectiveFrom }).list,
          ).execute(db);
        }
        return true;
      }
      case 'standards': {
        const { entry, list } = change;
        const { standard } = checkedStandard(directory, rowOf(list), { ...entry, list: list.code });
        await editionsInserted('standard', [standard]).execute(db);
        return true;
      }
      case 'measures':
        await editionsInserted('measure', [{ ...checkedMeasure(lists, change.entry, today) }]).execute(db);
        return true;
      default:
        return false;
    }
  };
