/**
 * Spellings of neither form, as lists of authorities, registers and programs have them, each with the code that it stands for. They count where the file
 * has the column under no other name. An amount in yuan has a code of its own.
 */

type Spellings = Readonly<Record<string, string>>;

const all = (code: string, names: string): Spellings =>
  Object.fromEntries(names.split(' ').map((name) => [name, code]));

/** Codes of subjects: their numbering differs by province and year. */
const NUMBERED: readonly (readonly [ending: string, names: readonly string[]])[] = [
  ['SHXYM', ['统一社会信用代码']],
  ['GSZC', ['工商注册号', '工商登记码', '工商登记号']],
  ['ZZJG', ['组织机构代码']],
  ['SWDJ', ['税务登记号']],
  ['SYDW', ['事业单位证书号']],
  ['SHZZ', ['社会组织登记证号']],
];

const numbered = (prefix: 'XK' | 'CF'): Spellings =>
  Object.fromEntries(
    NUMBERED.flatMap(([ending, names]) =>
      names.flatMap((name) =>
        [1, 2, 3, 4, 5, 6].map((place) => [`行政相对人代码_${place}(${name})`, `${prefix}_XDR_${ending}`] as const),
      ),
    ),
  );

const partiesOf = (prefix: 'XK' | 'CF'): Spellings => ({
  ...all(`${prefix}_XDR_MC`, '行政相对人 相对人名称 当事人名称 当事人 单位名称 企业名称 市场主体名称 主体名称'),
  ...all(`${prefix}_XDR_LB`, '相对人类别 行政相对人类型 相对人类型 当事人类型 主体类别'),
  ...all(`${prefix}_XDR_SHXYM`, '社会信用代码 信用代码 统一信用代码 统一代码 统一社会信用代码号 单位统一社会信用代码'),
  ...all(`${prefix}_XDR_GSZC`, '注册号 工商登记号 营业执照注册号'),
  ...all(`${prefix}_XDR_ZJLX`, '行政相对人证件类型 当事人证件类型'),
  ...all(
    `${prefix}_XDR_ZJHM`,
    '证件号 公民身份号码 居民身份证号码 身份证号 身份证号码 行政相对人证件号码 当事人证件号码',
  ),
  ...numbered(prefix),
});

export const PENALTY_OTHERS: Spellings = {
  ...partiesOf('CF'),
  ...all('CF_XDR_MC', '被处罚人 被处罚人名称 被处罚人姓名 被处罚单位 被处罚单位名称 被处罚当事人 被处罚对象 处罚对象'),
  ...all('CF_WSH', '处罚决定书文号 处罚决定书号 行政处罚决定文书号 处罚决定文书号 行政处罚决定书号 行政处罚文书号'),
  ...all('CF_WSH', '决定书文号 决定书号 决定文书号 处罚文号 行政处罚文号 文书号 文号'),
  ...all('CF_JDRQ', '处罚日期 作出处罚决定日期 作出处罚决定的日期 作出行政处罚决定日期 作出决定日期 行政处罚决定日期'),
  ...all('CF_JDRQ', '处罚决定书日期 决定日期 处罚时间 处罚决定时间'),
  ...all('CF_NR_FK', '罚款金额 罚款数额 罚款数额(万元) 罚款(万元) 处罚金额(万元)'),
  ...all('CF_NR_FK_YUAN', '罚款数额(元) 罚款(元) 处罚金额(元)'),
  ...all('CF_NR_WFFF_YUAN', '没收金额(元) 没收违法所得(元) 没收违法所得金额(元) 没收违法所得、没收非法财物金额(元)'),
  ...all('CF_NR_WFFF', '没收金额(万元) 没收违法所得(万元) 没收违法所得金额(万元) 没收违法所得、没收非法财物金额(万元)'),
  ...all(
    'CF_CFJG',
    '处罚机关名称 行政处罚机关 作出处罚决定机关 作出处罚决定的机关 作出处罚决定的机关名称 作出决定机关',
  ),
  ...all('CF_CFJG', '作出行政处罚决定机关名称 作出行政处罚决定机关 行政执法单位名称 处罚部门 实施机关 执法机关'),
  ...all('CF_CFJGDM', '处罚机关代码 处罚机关社会信用代码 作出处罚决定机关统一社会信用代码'),
  ...all('CF_CFLB', '处罚种类 行政处罚种类 行政处罚类别 行政处罚类型 处罚类型'),
  ...all('CF_NR', '行政处罚内容 处罚决定内容 行政处罚决定 行政处罚结果 处罚决定'),
  ...all(
    'CF_SY',
    '主要违法事实 违法事实及证据 主要违法违规事实 主要违法违规事实(案由) 主要违法违规行为 违法违规事实 案由',
  ),
  ...all('CF_YJ', '行政处罚依据 处罚法律依据 法律依据'),
  ...all('CF_WFXW', '违法行为 违法行为种类 行政违法行为'),
  ...all('CF_GSJZQ', '公示截止日期 公示期限 公示期截止日期'),
  ...all('CF_SJLY', '数据来源 报送单位'),
};

export const PERMIT_OTHERS: Spellings = {
  ...partiesOf('XK'),
  ...all('XK_XDR_MC', '被许可人 被许可人名称 申请人名称 持证单位'),
  ...all('XK_WSH', '许可决定书文号 许可决定书号 许可决定文书号 行政许可文书号 许可文书号 许可文号 行政许可文号'),
  ...all('XK_WSH', '决定书文号 决定文书号 文书号 文号'),
  ...all('XK_XKWS', '许可决定文书名称 许可文件名称 文书名称 行政许可决定书名称'),
  ...all('XK_JDRQ', '行政许可决定日期 作出许可决定日期 许可日期 决定日期 发证日期 批准日期'),
  ...all('XK_YXQZ', '有效期起 有效期开始 有效期起始日期 许可有效期自 有效期限自'),
  ...all('XK_YXQZI', '有效期止 有效期截止 有效期截止日期 许可有效期至 有效期限至 许可截止日期'),
  ...all('XK_XKJG', '许可机关名称 行政许可机关 发证机关 审批机关 作出许可决定机关'),
  ...all('XK_XKJGDM', '许可机关代码 许可机关社会信用代码'),
  ...all('XK_XKLB', '行政许可类别 许可种类 许可类型'),
  ...all('XK_XKZS', '许可证名称 许可证件名称 行政许可证书名称'),
  ...all('XK_XKBH', '许可证号 许可证编号 许可证书编号 证书编号 行政许可编号'),
  ...all('XK_NR', '行政许可内容 许可事项 许可范围'),
  ...all('XK_LYDW', '数据来源 报送单位'),
};

export const REGISTRATION_OTHERS: Spellings = {
  ...all('name', '单位名称 市场主体名称 主体名称 机构名称'),
  ...all('uscc', '社会信用代码 信用代码'),
  ...all('reg_date', '注册时间 成立时间 登记日期'),
};
