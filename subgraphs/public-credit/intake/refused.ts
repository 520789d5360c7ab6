/** Why a row is not taken in. */
import type { Localized } from '../../../schema/localized.ts';

export interface Fault {
  readonly code: string;
  readonly message: Localized;
  /** What of the record is wrong, such as `occurredOn` or `content.fineYuan`; absent where it is the record as a whole. */
  readonly field?: string | undefined;
}

/** All faults as one text. */
export const wordsOf = (faults: readonly Fault[]): Localized => ({
  en: faults.map(({ message }) => message.en).join(' '),
  zh: faults.map(({ message }) => message.zh).join(''),
});

/** Ends a check, with everything that was found. */
export class Refused extends Error {
  readonly faults: readonly Fault[];
  readonly code: string;
  constructor(faults: readonly Fault[]) {
    super(wordsOf(faults).en);
    this.faults = faults;
    this.code = faults[0]?.code ?? 'ROW';
  }
}

export const refused = (code: string, en: string, zh: string, field?: string): Refused =>
  new Refused([{ code, message: { en, zh }, ...(field === undefined ? {} : { field }) }]);

/** Collects what is wrong, so that a provider is told of all of it at once. */
export class Faults {
  readonly found: Fault[] = [];

  /** What `read` gives, or `otherwise` where it refuses. */
  attempt<Value, Otherwise>(read: () => Value, otherwise: Otherwise): Value | Otherwise {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.found.push(...error.faults);
      return otherwise;
    }
  }

  /** Throws Refused where anything was found. */
  settle(): void {
    if (this.found.length > 0) throw new Refused(this.found);
  }

  add(code: string, en: string, zh: string, field?: string): void {
    this.found.push(...refused(code, en, zh, field).faults);
  }
}

/** Why a row is not taken in because of what is held. */
export const ELSEWHERE = refused(
  'REGISTERED_ELSEWHERE',
  'Another unit registers this organization; its registration is that unit’s to deliver (Article 21).',
  '该组织由其他单位登记，登记信息由登记单位报送（第二十一条）。',
  'subject.value',
);
export const VERIFIED = refused(
  'PLEDGE_UNDER_CHECK',
  'This pledge was recorded with recordPledge: verifyPledge tells how it was performed (Article 46).',
  '该承诺由recordPledge登记，履行情况由verifyPledge报告（第四十六条）。',
);

export const OUTRUN = refused(
  'ASSESSMENT_OLDER',
  'A newer assessment of this enterprise is held; only the newest has effect (Article 47).',
  '已有该企业更新的评价结果，只有最新的有效（第四十七条）。',
);

/** What fell before, with the sentence that says when and why (Articles 37 to 40). */
export const fellAgain = ({ en, zh }: Localized): Refused => refused('FELL', en, zh);
