/** Who asks, and of whom it is asked, in the sample province. */
export const BANK_A = { role: 'party', unit: 'BANK-A' } as const;
export const BANK_B = { role: 'party', unit: 'BANK-B' } as const;
export const PERMIT_OFFICE = { role: 'department', unit: 'HRB-PERMIT' } as const;
export const OPERATOR = { role: 'operator', unit: 'HLJ-CREDIT' } as const;
export const AUTHORITY = { role: 'authority', unit: 'HLJ-BIZENV' } as const;
export const MARKET_REGULATION = { role: 'provider', unit: 'HLJ-AMR' } as const;
export const ANALYST = { role: 'analyst', unit: 'HLJ-CREDIT' } as const;

export interface Identifier {
  readonly type: 'USCC' | 'CITIZEN_ID' | 'OTHER_DOCUMENT';
  readonly value: string;
}

/** 张小梅 of the cast. */
export const MEI: Identifier = { type: 'CITIZEN_ID', value: '239999199003070016' };
/** 沈静: the platform holds only agreement items about her, so the public must not learn that it holds her. */
export const HIDDEN: Identifier = { type: 'CITIZEN_ID', value: '23999919920229088X' };
/** A valid number of nobody in the sample. */
export const NOT_HELD: Identifier = { type: 'CITIZEN_ID', value: '239999196912312058' };
/** 哈尔滨示例冰雪设备有限公司. */
export const COMPANY: Identifier = { type: 'USCC', value: '91239999MA1ABC019L' };
/** 南岗区示例刘晓北面馆, a sole trader. */
export const SOLE_TRADER: Identifier = { type: 'USCC', value: '92239999MA5ABC059E' };
/** 大庆示例松江建筑工程有限公司, on two lists. */
export const LISTED: Identifier = { type: 'USCC', value: '91239999MA2ABC029U' };

/** The holder of a token. Where a function takes null instead, the request carries no token (PUBLIC). */
export interface Holder {
  readonly role: string;
  readonly unit?: string;
  readonly subject?: Identifier;
}

export const subject = (identifier: Identifier): Holder => ({ role: 'subject', subject: identifier });
