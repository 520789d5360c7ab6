/** What the stories of units, purposes and duties share: the mutations, and one valid input of each. */
import { TODAY } from '../kit.ts';

export const REGISTER_UNIT =
  'mutation ($input: UnitInput!) { registerUnit(input: $input) { code kind kinds level region line uscc endedOn registeredAt } }';
export const END_UNIT =
  'mutation ($code: String!, $reason: String!) { endUnit(code: $code, reason: $reason) { code endedOn agreements duties watches webhook } }';
export const PUBLISH_PURPOSE =
  'mutation ($input: PurposeInput!) { publishPurpose(input: $input) { code effectiveFrom name authorizationMaximumMonths } }';
export const REGISTER_DUTY =
  'mutation ($input: DutyInput!) { registerDuty(input: $input) { id registeredAt endedAt } }';
export const END_DUTY =
  'mutation ($id: ID!, $reason: String!) { endDuty(id: $id, reason: $reason) { endedAt endReason } }';
export const UNITS = `query ($kind: UnitKind, $level: UnitLevel, $region: String, $line: String, $name: String, $ended: Boolean, $first: Int, $after: String) {
  units(kind: $kind, level: $level, region: $region, line: $line, name: $name, ended: $ended, first: $first, after: $after) { totalCount
    edges { cursor node { code name kind level endedOn endReason } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
export const DUTIES = `query ($department: String, $ended: Boolean, $first: Int) { duties(department: $department, ended: $ended, first: $first) {
  totalCount nodes { id department { code } matter activity items identified registeredAt endedAt endReason } } }`;

/** A district bureau that nobody registered yet. */
export const BUREAU = {
  code: 'DL-AMR',
  name: '哈尔滨市道里区市场监督管理局',
  nameEn: 'Daoli District Administration for Market Regulation',
  kinds: ['PROVIDER', 'DEPARTMENT'],
  level: 'COUNTY',
  region: '230102',
  line: 'MARKET_REGULATION',
  uscc: '11239999000100001N',
};

/** A purpose of parties. */
export const PURPOSE = {
  code: 'LEASING',
  name: '融资租赁审批',
  nameEn: 'Deciding on a lease',
  article: '24',
  publicationReference: '示例公告〔2026〕9号',
  service: 'LENDING',
  needs: ['ARREARS-TAX', 'JUDGMENT-CIVIL'],
  effectiveFrom: TODAY,
  authorizationMaximumMonths: 6,
};

export const DUTY = {
  department: 'HRB-PERMIT',
  matter: 'HOTEL-PERMIT',
  activity: 'ADMINISTRATIVE_MANAGEMENT',
  items: ['PENALTY-GENERAL', 'REG-ENTERPRISE'],
};
