/** What is said where a unit is registered or ended. */
import type { RegionFault } from '../../law/asking/unit-region.ts';
import type { UnitLevel } from '../../law/facts.ts';
import type { Said } from '../said.ts';

const REGION: Readonly<Record<RegionFault, (level: UnitLevel, region: string) => Said>> = {
  MISSING: (level) => ({
    message: {
      en: `A unit of level ${level} has a region, and none was sent.`,
      zh: `${level}级单位须有行政区划代码，但未提供。`,
    },
    help: {
      en: 'Send region: the code of its division, such as 230100.',
      zh: '请提供region，即行政区划代码，如230100。',
    },
  }),
  NATIONAL: (level) => ({
    message: {
      en: `A unit of level ${level} has no region of the province.`,
      zh: `${level}级单位没有本省的行政区划。`,
    },
    help: { en: 'Leave region out, or send the level of the division.', zh: '请勿提供region，或改正level。' },
  }),
  UNKNOWN: (_level, region) => ({
    message: {
      en: `${region} is no division of the province (GB/T 2260).`,
      zh: `${region}不是本省的行政区划代码（GB/T 2260）。`,
    },
    help: {
      en: 'Send 230000, the code of a prefecture such as 230100, or of a county such as 230123.',
      zh: '请提供230000、地级代码（如230100）或县级代码（如230123）。',
    },
  }),
  LEVEL: (level, region) => ({
    message: {
      en: `The region ${region} is not of the level ${level}.`,
      zh: `行政区划${region}与级别${level}不符。`,
    },
    help: {
      en: 'A unit of the province has 230000, of a city a code that ends in 00, of a county one that does not.',
      zh: '省级单位为230000，市级单位的代码以00结尾，县级单位的代码不以00结尾。',
    },
  }),
};

export const unitMessages = {
  code: (): Said => ({
    message: { en: 'The code is no code of a unit.', zh: '单位代码格式不正确。' },
    help: {
      en: 'Use 2 to 64 capitals, digits, hyphens and underscores, a letter or digit first.',
      zh: '请使用2至64位大写字母、数字、连字符和下划线，以字母或数字开头。',
    },
  }),
  taken: (code: string, endedOn: string | null): Said => ({
    message:
      endedOn === null
        ? { en: `The unit ${code} is registered already.`, zh: `单位${code}已经登记。` }
        : {
            en: `The code ${code} was of a unit that ended on ${endedOn}; a code is never given again.`,
            zh: `代码${code}属于已于${endedOn}终止的单位，代码不得再次使用。`,
          },
    help: { en: 'Choose another code.', zh: '请选用其他代码。' },
  }),
  name: (field: string): Said => ({
    message: { en: `${field} is empty or too long.`, zh: `${field}为空或过长。` },
    help: { en: 'Send 1 to 200 characters.', zh: '请提供1至200个字符。' },
  }),
  reference: (field: string, most: number): Said => ({
    message: { en: `${field} is empty or longer than ${most} characters.`, zh: `${field}为空或超过${most}个字符。` },
    help: { en: 'Send the number or title of the document alone.', zh: '请仅提供文号或文件名称。' },
  }),
  nameUnseen: (field: string): Said => ({
    message: { en: `${field} holds a character that cannot be seen.`, zh: `${field}含有不可见字符。` },
    help: {
      en: 'Type it anew: control characters, characters of direction and blanks without width are no part of a name.',
      zh: '请手工重新填写：名称不得含控制字符、方向控制字符或零宽字符。',
    },
  }),
  namePersonal: (field: string): Said => ({
    message: { en: `${field} holds the number of a person.`, zh: `${field}含有个人号码。` },
    help: { en: 'Anybody reads it. Leave the number out.', zh: '名称向社会公开，请删去号码。' },
  }),
  kinds: (): Said => ({
    message: {
      en: 'These kinds do not fit one unit: each is named once, and who runs or oversees the platform is not one whom it serves.',
      zh: '这些类型不能同属一个单位：每类只写一次，平台的运行、主管单位不得同时是其服务对象。',
    },
    help: {
      en: 'Send kinds without repetition, and PARTY or COLLECTOR never together with OPERATOR or AUTHORITY.',
      zh: '请勿重复，PARTY、COLLECTOR不得与OPERATOR、AUTHORITY并存。',
    },
  }),
  keeper: (): Said => ({
    message: {
      en: 'Operators and authorities are registered by the authority.',
      zh: '公共信用工作机构和主管部门由主管部门登记。',
    },
    help: {
      en: 'Use a token of role authority, or send other kinds.',
      zh: '请使用authority角色的令牌，或提供其他类型。',
    },
  }),
  region: (fault: RegionFault, level: UnitLevel, region: string): Said => REGION[fault](level, region),
  line: (): Said => ({
    message: { en: 'The line is no code.', zh: '条线代码格式不正确。' },
    help: {
      en: 'Use 2 to 64 capitals, digits, underscores and hyphens, such as MARKET_REGULATION.',
      zh: '请使用2至64位大写字母、数字、下划线和连字符，如MARKET_REGULATION。',
    },
  }),
  uscc: (en: string, zh: string): Said => ({
    message: { en: `uscc: ${en}`, zh: `uscc：${zh}` },
    help: {
      en: 'Send the uniform social credit code of the unit, or leave it out.',
      zh: '请提供单位的统一社会信用代码，或不提供。',
    },
  }),
  unknown: (code: string): Said => ({
    message: { en: `No unit ${code} is registered.`, zh: `没有登记的单位${code}。` },
    help: { en: 'Ask units for the codes.', zh: '请查询units。' },
  }),
  ended: (code: string, endedOn: string): Said => ({
    message: { en: `The unit ${code} ended on ${endedOn}.`, zh: `单位${code}已于${endedOn}终止。` },
    help: { en: 'Nothing is left to do.', zh: '无需再次办理。' },
  }),
  endedMeanwhile: (codes: readonly string[]): Said => ({
    message: { en: `The unit ${codes.join(', ')} has ended.`, zh: `单位${codes.join('、')}已经终止。` },
    help: { en: 'Name a unit that is registered; ask units for them.', zh: '请填写仍在登记的单位，可查询units。' },
  }),
  last: (code: string, kind: 'OPERATOR' | 'AUTHORITY'): Said => ({
    message: {
      en: `${code} is the last unit of kind ${kind}; without one nobody could ${kind === 'OPERATOR' ? 'run' : 'oversee'} the platform.`,
      zh: `${code}是最后一个${kind}类单位，终止后平台将无人${kind === 'OPERATOR' ? '运行' : '主管'}。`,
    },
    help: { en: 'Register its successor first.', zh: '请先登记接替单位。' },
  }),
  answerable: (code: string, items: readonly string[]): Said => ({
    message: {
      en: `${code} is answerable for items that are in force or will be: ${items.join(', ')}.`,
      zh: `${code}仍是下列生效或将生效条目的提供单位：${items.join('、')}。`,
    },
    help: {
      en: 'Publish an edition of each with another unit first; it has to be in force.',
      zh: '请先以其他单位公布各条目的新版本并使其生效。',
    },
  }),
};
