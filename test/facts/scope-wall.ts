/** The scope in TypeScript, as the first wall has it: what it lets through of a combination, of a row and of an element of it. */
import { type Facts, OPENNESS, type Openness } from '../../schema/law/facts.ts';
import { type Entitlements, type ScopeItem, scopeOf, visible } from '../../schema/law/scope.ts';
import { factsAt } from './combinations.ts';

const CODE = 'I';
const ELEMENT = 'element';
const OWN = 'own';

const itemsOf = (fact: boolean): ReadonlySet<string> => new Set(fact ? [CODE] : []);

const entitlementsOf = (facts: Facts): Entitlements => ({
  ...(facts.role === 'SUBJECT' ? { role: facts.role, self: OWN } : { role: facts.role, self: null }),
  purposeStated: facts.purposeStated,
  caseStated: facts.caseStated,
  agreementInForce: facts.agreement.inForce,
  purposeAgreed: facts.agreement.purposeAgreed,
  agreedItems: itemsOf(facts.agreement.itemAgreed),
  dutyRegistered: facts.duty.registered,
  matterStated: facts.duty.matterStated,
  dutyItems: itemsOf(facts.duty.itemCovered),
  identifiedItems: itemsOf(false),
});

const itemOf = (facts: Facts, tightened: ScopeItem['tightened'] = {}): ScopeItem => ({
  code: CODE,
  ...facts.item,
  tightened,
});

/** Whether the scope lets the row of a combination through. An item of which no edition is in force is in no directory, or stands there unpublished. */
export function throughScopeInTypeScript(number: number): boolean | 'either' {
  const facts = factsAt(number);
  const row = {
    subjectId: facts.relation === 'SELF' ? OWN : 'another',
    personal: facts.personal,
    item: CODE,
    display: facts.display,
    authorized: facts.authorized,
  };
  const entitlements = entitlementsOf(facts);
  const through = visible(scopeOf(entitlements, [itemOf(facts)]), row);
  return facts.item.published || visible(scopeOf(entitlements, []), row) === through ? through : 'either';
}

/** Openness that an edition can tighten an element of the item to. */
export const narrowerThan = (openness: Openness): readonly Openness[] => OPENNESS.slice(OPENNESS.indexOf(openness) + 1);

/** Whether the scope leaves an element of this openness open, in a row about another that it let through. */
export function elementOpen(number: number, openness: Openness): boolean {
  const facts = factsAt(number);
  const verdicts = scopeOf(entitlementsOf(facts), [itemOf(facts, { [ELEMENT]: openness })])
    .elements.get(CODE)
    ?.get(ELEMENT);
  return verdicts?.[facts.personal ? 'person' : 'organization'].effect === 'allow';
}
