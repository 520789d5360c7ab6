/** The refusal of a unit that cannot deliver, in each language. */
import type { GraphQLError } from 'graphql';
import { repeated } from '../../../schema/errors.ts';
import type { UnitKind } from '../../../schema/law/facts.ts';
import type { Localized } from '../../../schema/localized.ts';
import { isUnadmitted, type Unadmitted, unadmittedOf } from '../../request/admission.ts';
import { FileFault } from './columns/faults.ts';

/** Kinds of units as the contract calls them. */
const KINDS: Readonly<Record<UnitKind, string>> = {
  PROVIDER: '公共信用信息提供单位',
  DEPARTMENT: '行政机关',
  PARTY: '协议方',
  COLLECTOR: '非公共信用信息采集单位',
  OPERATOR: '公共信用工作机构',
  AUTHORITY: '社会信用主管部门',
};

function chinese({ reason, unit, kinds, endedOn, others, more }: Unadmitted): string {
  if (reason === 'UNIT_UNKNOWN') {
    const units = others.length === 0 ? '目前尚无' : `${others.join('、')}${more > 0 ? `等，另有${more}个` : ''}`;
    return `报送单位${repeated(unit)}未登记。请核对--unit的单位代码，或由公共信用工作机构登记该单位。可报送的单位：${units}。`;
  }
  if (reason === 'UNIT_ENDED') return `报送单位${unit}已于${endedOn}终止。请以承接其职责的单位报送。`;
  const kind = kinds.map((one) => KINDS[one]).join('、');
  return `单位${unit}登记为${kind}，不是公共信用信息提供单位，不能报送。请以提供该信息的单位报送，或由公共信用工作机构登记其提供单位身份。`;
}

/** The fault of the file for an error of the door; undefined for any other error. */
export function unitRefused(error: unknown): FileFault | undefined {
  if (!isUnadmitted(error)) return undefined;
  const { message, extensions } = error as GraphQLError;
  const en = `${message} ${extensions.help}`;
  const unadmitted = unadmittedOf(error);
  const localized: Localized = { en, zh: unadmitted === undefined ? `该单位不能报送：${en}` : chinese(unadmitted) };
  return new FileFault(localized);
}
