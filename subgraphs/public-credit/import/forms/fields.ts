/** From which columns a field of a record is read: a fault of the record is told at its cell. */
import type { Prefix } from './subject-of-row.ts';

/** By field, the columns that it is read from; the first that is filled is named. */
export type Fields = Readonly<Record<string, readonly string[]>>;

const PARTY = (prefix: Prefix): Fields => ({
  'subject.value': ['XDR_SHXYM', 'XDR_ZJHM', 'XDR_SFZ', 'XDR_LB', 'XDR_ZJLX'].map((name) => `${prefix}_${name}`),
  subjectName: [`${prefix}_XDR_MC`],
  occurredOn: [`${prefix}_JDRQ`],
  basisDocument: [`${prefix}_WSH`],
  'content.documentNumber': [`${prefix}_WSH`],
  'content.content': [`${prefix}_NR`],
  'content.legalRepresentativeName': [`${prefix}_FRDB`],
  'content.legalRepresentativeIdType': [`${prefix}_FR_ZJLX`],
  'content.legalRepresentativeIdNumber': [`${prefix}_FR_ZJHM`],
});

export const PERMIT_FIELDS: Fields = {
  ...PARTY('XK'),
  'content.documentName': ['XK_XKWS', 'XK_XMMC'],
  'content.permitKinds': ['XK_XKLB', 'XK_SPLB'],
  'content.permitNumber': ['XK_XKBH'],
  'content.validFrom': ['XK_YXQZ'],
  'content.validUntil': ['XK_YXQZI'],
  'content.authorityCode': ['XK_XKJGDM'],
  'content.authorityName': ['XK_XKJG'],
};

export const PENALTY_FIELDS: Fields = {
  ...PARTY('CF'),
  'content.conduct': ['CF_WFXW', 'CF_CFMC'],
  'content.facts': ['CF_SY'],
  'content.legalBasisText': ['CF_YJ'],
  'content.penaltyKinds': ['CF_CFLB', 'CF_CFLB1', 'CF_CFLB2'],
  'content.fineYuan': ['CF_NR_FK', 'CF_NR_FK_YUAN'],
  'content.confiscatedYuan': ['CF_NR_WFFF', 'CF_NR_WFFF_YUAN'],
  'content.licence': ['CF_NR_ZKDX'],
  'content.validUntil': ['CF_YXQ'],
  'content.displayUntil': ['CF_GSJZQ'],
  'content.authorityCode': ['CF_CFJGDM'],
  'content.authorityName': ['CF_CFJG'],
};

export const REGISTRATION_FIELDS: Fields = {
  'subject.value': ['uscc'],
  subjectName: ['name'],
  'content.legalName': ['name'],
  occurredOn: ['reg_date'],
  'content.registeredOn': ['reg_date'],
  'content.status': ['status'],
  'content.regionCode': ['uscc'],
  'content.entityType': ['type'],
  'content.capital': ['capital'],
  'content.scope': ['scope'],
};
