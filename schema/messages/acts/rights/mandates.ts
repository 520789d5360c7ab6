/** What is said of mandates (Article 35): when one is needed that is not there, and when one may not be given or ended. */
import type { MandateKind, MandateScope } from '../../../law/asking/mandates.ts';
import type { Localized } from '../../../localized.ts';
import { type Said, said } from '../../said.ts';
import type { Told } from './told.ts';

const LOOK = {
  en: 'Look up the mandates under which you act in me { mandates }, without Credit-For.',
  zh: '请不带请求头Credit-For，通过me { mandates }查询您受托的委托。',
};

export const mandateMessages = {
  none: said({
    en: ['You have no mandate of this id (Article 35).', LOOK.en],
    zh: ['您没有该编号的委托（第三十五条）。', LOOK.zh],
  }),
  ended: (on: string): Said =>
    said({
      en: [`The mandate ended on ${on} (Article 35).`, 'The subject for whom you act can register another.'],
      zh: [`该委托已于${on}终止（第三十五条）。`, '被代理的信用主体可以另行登记委托。'],
    }),
  expired: (until: string): Said =>
    said({
      en: [`The mandate ran until ${until} (Article 35).`, 'The subject for whom you act can register another.'],
      zh: [`该委托的期限已于${until}届满（第三十五条）。`, '被代理的信用主体可以另行登记委托。'],
    }),
  endedMeanwhile: said({
    en: ['The mandate ended while this was answered (Article 35).', LOOK.en],
    zh: ['该委托在办理过程中终止（第三十五条）。', LOOK.zh],
  }),
  struckOff: said({
    en: ['The organization is deregistered, and nobody acts for it (Article 35).', 'Ask the registering unit.'],
    zh: ['该单位已经注销，不能再代其办理（第三十五条）。', '请咨询登记机关。'],
  }),
  namesAnother: said({
    en: [
      'The registration does not name you as legal representative any more (Article 35).',
      'Ask the registering unit; if the registration is wrong, the organization may object to it (Article 39).',
    ],
    zh: [
      '现行登记信息载明的法定代表人不是您（第三十五条）。',
      '请咨询登记机关；登记信息有误的，该单位可以提出异议（第三十九条）。',
    ],
  }),
  objected: said({
    en: [
      'The registration that names you as legal representative is objected to (Articles 35 and 39).',
      'Wait for the decision; until then the organization acts by others that it gave a mandate.',
    ],
    zh: [
      '载明您为法定代表人的登记信息正在异议处理中（第三十五条、第三十九条）。',
      '请等待处理结果；在此之前由其他受托人办理。',
    ],
  }),
  subjectsAlone: said({
    en: [
      'Only a credit subject acts under a mandate (Article 35).',
      'Leave Credit-For out, or send a token of role subject.',
    ],
    zh: ['只有信用主体可以凭委托办理（第三十五条）。', '请不要填写请求头Credit-For，或者使用角色为subject的令牌。'],
  }),
  scope: (needed: MandateScope): Said =>
    said({
      en: [
        `The mandate does not cover this: its scope lacks ${needed} (Article 35).`,
        `The subject for whom you act can register a mandate with ${needed}, or do it itself.`,
      ],
      zh: [
        `该委托的权限不包括${needed}（第三十五条）。`,
        `被代理的信用主体可以登记包括${needed}的委托，或者自行办理。`,
      ],
    }),
  never: said({
    en: [
      'This is done by the subject itself, and under no mandate: mandates are not passed on (Article 35).',
      'The subject for whom you act does it with its own token, without Credit-For.',
    ],
    zh: [
      '此事项须由信用主体本人办理，不得凭委托办理，委托也不得转委托（第三十五条）。',
      '请由本人使用本人的令牌办理，不带请求头Credit-For。',
    ],
  }),
  noId: said({
    en: [
      'The header Credit-For holds no id of a mandate.',
      'Send the id of a mandate as me { mandates } gives it: never a credit code or a number of a person.',
    ],
    zh: [
      '请求头Credit-For中不是委托编号。',
      '请填写me { mandates }给出的委托编号，不得填写统一社会信用代码或者证件号码。',
    ],
  }),
  withoutToken: said({
    en: ['The header Credit-For needs a token.', 'Send the token of whoever acts, of role subject.'],
    zh: ['请求头Credit-For须与令牌一并使用。', '请使用受托人本人的角色为subject的令牌。'],
  }),
  toItself: said({
    en: ['Nobody needs a mandate for itself (Article 35).', 'Name another person as agent.'],
    zh: ['本人办理不需要委托（第三十五条）。', '请填写他人为受托人。'],
  }),
  agentNoPerson: said({
    en: [
      'Only natural persons act under a mandate, and this is a credit code (Article 35).',
      'Name the person who acts: by citizen number or another document.',
    ],
    zh: [
      '受托人应当是自然人，而所填写的是统一社会信用代码（第三十五条）。',
      '请填写经办人本人的公民身份号码或者其他证件号码。',
    ],
  }),
  noScope: said({
    en: [
      'A mandate without a scope allows nothing (Article 35).',
      'Name at least one of READ, OBJECT, RESTORE, AUTHORIZE, each once.',
    ],
    zh: ['没有权限的委托不发生作用（第三十五条）。', '请至少填写READ、OBJECT、RESTORE、AUTHORIZE中的一项，每项一次。'],
  }),
  until: (today: string): Said =>
    said({
      en: [`validUntil is no day from ${today} on (Article 35).`, 'Name the last day on which the mandate stands.'],
      zh: [`validUntil不是${today}或者之后的日期（第三十五条）。`, '请填写委托有效的最后一日。'],
    }),
  kindOfRegistration: said({
    en: [
      'Who represents an organization is read from its registration, and given by nobody (Article 35).',
      'Register an EMPLOYEE or an AGENT; a change of the legal representative goes to the registering unit.',
    ],
    zh: [
      '法定代表人依登记信息认定，不由他人委托（第三十五条）。',
      '请登记EMPLOYEE或者AGENT；变更法定代表人请向登记机关办理。',
    ],
  }),
  kindOfOther: (kind: MandateKind, who: 'OPERATOR' | 'SUBJECT'): Said =>
    said({
      en: [
        who === 'OPERATOR'
          ? `A mandate of kind ${kind} is registered by the operator, with evidence (Article 35).`
          : `A mandate of kind ${kind} is given by the subject itself (Article 35).`,
        who === 'OPERATOR'
          ? 'Go to the public credit work body with the documents.'
          : 'The operator registers guardians alone.',
      ],
      zh: [
        who === 'OPERATOR'
          ? `${kind}类委托由公共信用工作机构凭证明材料登记（第三十五条）。`
          : `${kind}类委托由信用主体本人作出（第三十五条）。`,
        who === 'OPERATOR' ? '请携带证明材料到公共信用工作机构办理。' : '公共信用工作机构只登记监护人。',
      ],
    }),
  employeeOfPerson: said({
    en: ['A person has no employees here: EMPLOYEE is of an organization (Article 35).', 'Register an AGENT.'],
    zh: ['EMPLOYEE只适用于单位，不适用于自然人（第三十五条）。', '请登记AGENT。'],
  }),
  guardianOfPerson: said({
    en: [
      'A guardian is of a natural person (Article 35).',
      'Name the person in principal, by citizen number or another document.',
    ],
    zh: ['监护人只适用于自然人（第三十五条）。', '请在principal中填写被监护人的公民身份号码或者其他证件号码。'],
  }),
  guardianEvidence: said({
    en: [
      'A guardian is registered on evidence, and none was named (Article 35).',
      'Bring the documents by POST /evidence and name their ids in evidence.',
    ],
    zh: [
      '登记监护人须有证明材料，而没有填写（第三十五条）。',
      '请通过POST /evidence提交材料，并在evidence中填写其编号。',
    ],
  }),
  principalMissing: said({
    en: ['principal is missing (Article 35).', 'Name the person for whom the guardian acts.'],
    zh: ['没有填写principal（第三十五条）。', '请填写被监护人。'],
  }),
  principalOfOperator: said({
    en: ['principal is for the operator alone (Article 35).', 'Leave it out: the mandate is yours.'],
    zh: ['principal仅由公共信用工作机构填写（第三十五条）。', '请不要填写：委托由您本人作出。'],
  }),
  twice: said({
    en: ['Such a mandate stands already (Article 35).', 'Look it up in me { mandates }, or end it by endMandate.'],
    zh: ['同样的委托已经有效（第三十五条）。', '请通过me { mandates }查询，或者先通过endMandate终止。'],
  }),
  tooOften: (most: number): Said =>
    said({
      en: [`You gave this person ${most} mandates today (Article 35).`, 'Give the next one tomorrow.'],
      zh: [`您今日已向此人登记${most}次委托（第三十五条）。`, '请于明日再登记。'],
    }),
  ofStruckOff: said({
    en: [
      'The organization is deregistered and gives no mandate (Article 35).',
      'If the registration is wrong, object to it (Article 39).',
    ],
    zh: ['该单位已经注销，不能再作出委托（第三十五条）。', '登记信息有误的，可以提出异议（第三十九条）。'],
  }),
  reason: (most: number): Said =>
    said({
      en: [`reason is empty or longer than ${most} characters.`, 'Say why the mandate ends (Article 35).'],
      zh: [`reason为空或者超过${most}个字符。`, '请写明终止委托的原因（第三十五条）。'],
    }),
  over: said({
    en: ['The mandate has ended already.', 'There is nothing to end (Article 35).'],
    zh: ['该委托已经终止。', '无需再次终止（第三十五条）。'],
  }),
  byRegistration: said({
    en: [
      'Who represents an organization follows from its registration, and is not ended here (Article 35).',
      'It ends as soon as the registration names another, or is objected to (Article 39).',
    ],
    zh: [
      '法定代表人依登记信息认定，不能在此终止（第三十五条）。',
      '登记信息载明他人或者被提出异议时，即不再有效（第三十九条）。',
    ],
  }),
  byOperator: said({
    en: [
      'Whoever is under guardianship does not end it here (Article 35).',
      'The operator ends it, on evidence that it has ended; the guardian may lay it down by itself.',
    ],
    zh: ['被监护人不能在此终止监护（第三十五条）。', '监护终止的，请向经办机构提供证明；监护人可以自行终止。'],
  }),
};

const KINDS: Readonly<Record<string, Localized>> = {
  EMPLOYEE: { en: 'an employee', zh: '单位人员' },
  AGENT: { en: 'an agent', zh: '代理人' },
  GUARDIAN: { en: 'a guardian', zh: '监护人' },
  LEGAL_REPRESENTATIVE: { en: 'the legal representative', zh: '法定代表人' },
};

/** What both sides of a mandate are told (Article 35). */
export const mandateTold = {
  registered: ({ day, until }: Told, acting: boolean): Localized =>
    acting
      ? {
          en: `On ${day} you were given a mandate to act for another subject until ${until}; me { mandates } has it (Article 35).`,
          zh: `${day}您受托代其他信用主体办理，期限至${until}；可通过me { mandates }查询（第三十五条）。`,
        }
      : {
          en: `On ${day} the operator registered a guardian who acts for you until ${until}; me { mandates } has it (Article 35).`,
          zh: `公共信用工作机构于${day}登记了您的监护人，期限至${until}；可通过me { mandates }查询（第三十五条）。`,
        },
  used: ({ day }: Told, kind: string): Localized => ({
    en: `On ${day} ${KINDS[kind]?.en ?? 'somebody'} acted for you for the first time under this mandate; me { disclosures } names each time, and me { mandates } the mandate (Article 35).`,
    zh: `${day}${KINDS[kind]?.zh ?? '受托人'}首次凭委托代您办理；每次办理可通过me { disclosures }查询，委托可通过me { mandates }查询（第三十五条）。`,
  }),
  ended: ({ day }: Told): Localized => ({
    en: `On ${day} the other side ended a mandate of yours; me { mandates } has it (Article 35).`,
    zh: `您的一项委托已于${day}由对方终止；可通过me { mandates }查询（第三十五条）。`,
  }),
};
