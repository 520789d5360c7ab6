/** What is wrong with an identification number, in words. A message never repeats the number, because messages are logged and shown. */

export type IdentifierFault =
  | 'EMPTY'
  | 'LENGTH'
  | 'CHARACTER'
  | 'CONFUSABLE'
  | 'ZERO_WIDTH'
  | 'CHECK_DIGIT'
  | 'DATE'
  | 'REGION'
  | 'REGISTRATION'
  | 'TYPE';

export interface IdentifierRefusal {
  readonly ok: false;
  readonly reason: IdentifierFault;
  readonly message: string;
  /** The same in Chinese. */
  readonly zh: string;
}

const fault = (reason: IdentifierFault, message: string, zh: string): IdentifierRefusal => ({
  ok: false,
  reason,
  message,
  zh,
});

export const A_PERSON = fault(
  'TYPE',
  'This is a citizen number (GB 11643), so that it names a natural person; send it as CITIZEN_ID.',
  '这是公民身份号码（GB 11643），属于自然人，应作为公民身份号码（CITIZEN_ID）报送。',
);

export const A_CARD = fault(
  'TYPE',
  'This is the number of a foreign permanent residence card (GA 2102); send it as OTHER_DOCUMENT.',
  '这是外国人永久居留身份证号码（GA 2102），应作为其他证件（OTHER_DOCUMENT）报送。',
);

export const LETTERS = fault(
  'CONFUSABLE',
  'This is a citizen number in which letters stand for digits; write the digits.',
  '这是以字母代替数字的公民身份号码，请写数字。',
);

const OLD = [
  'This is an old number of 15 digits; the citizen number of 18 is needed, sent as CITIZEN_ID.',
  '这是15位旧身份证号码，须作为公民身份号码（CITIZEN_ID）报送18位号码。',
] as const;

export const EMPTY = fault('EMPTY', 'The number is empty.', '号码为空。');

export const UNSEEN = fault('ZERO_WIDTH', 'The number holds characters that cannot be seen.', '号码中有看不见的字符。');

export const LOOKALIKE = fault(
  'CONFUSABLE',
  'The number holds characters that only look like letters or digits.',
  '号码中有形似字母或数字的字符。',
);

export const codeLength = (length: number): IdentifierRefusal =>
  fault(
    'LENGTH',
    `A uniform social credit code has 18 characters; this one has ${length}.`,
    `统一社会信用代码应为18位，现为${length}位。`,
  );

export const CODE_CHARACTERS = fault(
  'CHARACTER',
  'A uniform social credit code has digits and capitals other than I, O, S, V and Z, its region six digits.',
  '统一社会信用代码由数字和除I、O、S、V、Z以外的大写字母组成，行政区划码为6位数字。',
);

export const CODE_CHECK = fault(
  'CHECK_DIGIT',
  'The check character of the uniform social credit code is wrong (GB 32100).',
  '统一社会信用代码的校验码不正确（GB 32100）。',
);

export const CODE_REGISTRATION = fault(
  'REGISTRATION',
  'The first two characters of the code are no registering department and category of GB 32100.',
  '代码前两位不是GB 32100规定的登记管理部门和机构类别。',
);

export const CODE_REGION = fault('REGION', 'The region in the code is not assigned.', '代码中的行政区划码未分配。');

export const OLD_AS_CITIZEN = fault('LENGTH', ...OLD);

export const citizenLength = (length: number): IdentifierRefusal =>
  fault(
    'LENGTH',
    `A citizen number has 18 characters; this one has ${length}.`,
    `公民身份号码应为18位，现为${length}位。`,
  );

export const CITIZEN_CHARACTERS = fault(
  'CHARACTER',
  'A citizen number has 17 digits and a digit or X.',
  '公民身份号码应为17位数字加1位数字或X。',
);

export const CITIZEN_CHECK = fault(
  'CHECK_DIGIT',
  'The check digit of the citizen number is wrong (GB 11643).',
  '公民身份号码的校验码不正确（GB 11643）。',
);

export const CITIZEN_DATE = fault(
  'DATE',
  'The citizen number holds no possible date of birth.',
  '公民身份号码中的出生日期不可能存在。',
);

export const CITIZEN_REGION = fault(
  'REGION',
  'The region in the citizen number is not assigned.',
  '公民身份号码中的行政区划码未分配。',
);

export const DOCUMENT_LENGTH = fault(
  'LENGTH',
  'A document number has 4 to 32 letters and digits.',
  '证件号码应为4至32位字母和数字。',
);

export const DOCUMENT_CHARACTERS = fault(
  'CHARACTER',
  'A document number has letters, digits and hyphens.',
  '证件号码由字母、数字和连字符组成。',
);

export const OLD_AS_DOCUMENT = fault('TYPE', ...OLD);

export const A_CODE = fault(
  'TYPE',
  'This is a uniform social credit code; send it as USCC.',
  '这是统一社会信用代码，应作为统一社会信用代码（USCC）报送。',
);
