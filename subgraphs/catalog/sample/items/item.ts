/** What a sample item is, and the parts that all items of the sample edition share. */
import { type TermKey, termOn } from '../../../../schema/law/articles/terms.ts';
import type {
  CatalogCategory,
  InformationKind,
  Nature,
  Openness,
  RecordType,
  Sharing,
  SubjectKind,
} from '../../../../schema/law/facts.ts';
import { type ElementChanges, elementsOf, type SampleElement } from './elements.ts';

type DisplayClass = 'MINOR' | 'GENERAL' | 'SERIOUS';

export interface LegalBasis {
  readonly article: string;
  readonly title: string;
}

/** A catalog item with all attributes that Article 18 requires. */
export interface SampleItem {
  readonly code: string;
  readonly edition: string;
  readonly information: InformationKind;
  /** One of the ten categories of Article 18; null for non-public information, which has none. */
  readonly category: CatalogCategory | null;
  readonly name: string;
  readonly nameEn: string;
  /** The specific conduct that the information corresponds to. */
  readonly conduct: string;
  readonly conductEn: string;
  readonly nature: Nature;
  readonly recordType: RecordType;
  readonly subjectKinds: readonly SubjectKind[];
  readonly providingUnit: string;
  readonly dataSource: string;
  readonly sharing: Sharing;
  readonly openness: Openness;
  readonly displayClass?: DisplayClass;
  readonly displayPeriod: { readonly minimumMonths: number | null; readonly maximumMonths: number | null };
  readonly updateWithinWorkingDays: number;
  readonly legalBasis: readonly LegalBasis[];
  /**
   * Law or administrative regulation that requires display of a natural person's information. Without one, collecting it needs consent (Article 20).
   */
  readonly displayRequiredBy: string | null;
  readonly publication: { readonly reference: string; readonly publishedOn: string };
  readonly effectiveFrom: string;
  readonly effectiveUntil: string | null;
  readonly elements: readonly SampleElement[];
}

/** The parts of an item that differ between items; the edition adds the rest. */
export type ItemText = Omit<
  SampleItem,
  'edition' | 'information' | 'displayPeriod' | 'publication' | 'effectiveFrom' | 'effectiveUntil' | 'elements'
> & { readonly elementChanges?: ElementChanges };

const PUBLICATION = {
  reference: '示例：参照国家公共信用信息基础目录，非正式版本',
  publishedOn: '2022-06-30',
};

/** The sample edition of 2026. It has the display periods that the state's rules had then. */
const EDITION_OF = '2026-04-01';
const months = (key: TermKey): number | null => termOn(key, EDITION_OF)?.value ?? null;

const DISPLAY_MONTHS: Record<DisplayClass, SampleItem['displayPeriod']> = {
  MINOR: { minimumMonths: null, maximumMonths: months('display.minor.maximum') },
  GENERAL: { minimumMonths: months('display.general.minimum'), maximumMonths: months('display.general.maximum') },
  SERIOUS: { minimumMonths: months('display.serious.minimum'), maximumMonths: months('display.serious.maximum') },
};

export const EVERYBODY: readonly SubjectKind[] = ['NATURAL_PERSON', 'LEGAL_PERSON', 'UNINCORPORATED_ORGANIZATION'];
export const ORGANIZATIONS: readonly SubjectKind[] = ['LEGAL_PERSON', 'UNINCORPORATED_ORGANIZATION'];
export const PERSONS: readonly SubjectKind[] = ['NATURAL_PERSON'];

/** Article 18 of the Regulations, with the position of a category in its list. */
export function article18(place: string): LegalBasis {
  return { article: `第十八条第二款第${place}项`, title: '黑龙江省社会信用条例' };
}

export function publicItem(text: ItemText): SampleItem {
  return itemOf('PUBLIC', text);
}

export function nonPublicItem(text: Omit<ItemText, 'category'>): SampleItem {
  return itemOf('NON_PUBLIC', { ...text, category: null });
}

function itemOf(information: SampleItem['information'], { elementChanges, ...text }: ItemText): SampleItem {
  return {
    ...text,
    edition: '2026-1',
    information,
    displayPeriod: text.displayClass ? DISPLAY_MONTHS[text.displayClass] : { minimumMonths: null, maximumMonths: null },
    publication: PUBLICATION,
    effectiveFrom: '2022-07-01',
    effectiveUntil: null,
    elements: elementsOf(text.recordType, text.openness, elementChanges),
  };
}
