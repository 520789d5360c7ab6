/** The exchange form of permits and penalties (双公示): every column in its order, code and Chinese name. */

export interface Column {
  readonly code: string;
  readonly name: string;
}

export const PERMIT_COLUMNS = [
  { code: 'XK_XDR_MC', name: '行政相对人名称' },
  { code: 'XK_XDR_LB', name: '行政相对人类别' },
  { code: 'XK_XDR_SHXYM', name: '行政相对人代码_1(统一社会信用代码)' },
  { code: 'XK_XDR_GSZC', name: '行政相对人代码_2(工商注册号)' },
  { code: 'XK_XDR_ZZJG', name: '行政相对人代码_3(组织机构代码)' },
  { code: 'XK_XDR_SWDJ', name: '行政相对人代码_4(税务登记号)' },
  { code: 'XK_XDR_SYDW', name: '行政相对人代码_5(事业单位证书号)' },
  { code: 'XK_XDR_SHZZ', name: '行政相对人代码_6(社会组织登记证号)' },
  { code: 'XK_FRDB', name: '法定代表人' },
  { code: 'XK_FR_ZJLX', name: '法定代表人证件类型' },
  { code: 'XK_FR_ZJHM', name: '法定代表人证件号码' },
  { code: 'XK_XDR_ZJLX', name: '证件类型' },
  { code: 'XK_XDR_ZJHM', name: '证件号码' },
  { code: 'XK_XKWS', name: '行政许可决定文书名称' },
  { code: 'XK_WSH', name: '行政许可决定文书号' },
  { code: 'XK_XKLB', name: '许可类别' },
  { code: 'XK_XKZS', name: '许可证书名称' },
  { code: 'XK_XKBH', name: '许可编号' },
  { code: 'XK_NR', name: '许可内容' },
  { code: 'XK_JDRQ', name: '许可决定日期' },
  { code: 'XK_YXQZ', name: '有效期自' },
  { code: 'XK_YXQZI', name: '有效期至' },
  { code: 'XK_XKJG', name: '许可机关' },
  { code: 'XK_XKJGDM', name: '许可机关统一社会信用代码' },
  { code: 'XK_ZT', name: '当前状态' },
  { code: 'XK_LYDW', name: '数据来源单位' },
  { code: 'XK_LYDWDM', name: '数据来源单位统一社会信用代码' },
  { code: 'BZ', name: '备注' },
] as const satisfies readonly Column[];

export const PENALTY_COLUMNS = [
  { code: 'CF_XDR_MC', name: '行政相对人名称' },
  { code: 'CF_XDR_LB', name: '行政相对人类别' },
  { code: 'CF_XDR_SHXYM', name: '行政相对人代码_1(统一社会信用代码)' },
  { code: 'CF_XDR_GSZC', name: '行政相对人代码_2(工商注册号)' },
  { code: 'CF_XDR_ZZJG', name: '行政相对人代码_3(组织机构代码)' },
  { code: 'CF_XDR_SWDJ', name: '行政相对人代码_4(税务登记号)' },
  { code: 'CF_XDR_SYDW', name: '行政相对人代码_5(事业单位证书号)' },
  { code: 'CF_XDR_SHZZ', name: '行政相对人代码_6(社会组织登记证号)' },
  { code: 'CF_FRDB', name: '法定代表人' },
  { code: 'CF_FR_ZJLX', name: '法定代表人证件类型' },
  { code: 'CF_FR_ZJHM', name: '法定代表人证件号码' },
  { code: 'CF_XDR_ZJLX', name: '证件类型' },
  { code: 'CF_XDR_ZJHM', name: '证件号码' },
  { code: 'CF_WSH', name: '行政处罚决定书文号' },
  { code: 'CF_WFXW', name: '违法行为类型' },
  { code: 'CF_SY', name: '违法事实' },
  { code: 'CF_YJ', name: '处罚依据' },
  { code: 'CF_CFLB', name: '处罚类别' },
  { code: 'CF_NR', name: '处罚内容' },
  { code: 'CF_NR_FK', name: '罚款金额(万元)' },
  { code: 'CF_NR_WFFF', name: '没收违法所得、没收非法财物的金额(万元)' },
  { code: 'CF_NR_ZKDX', name: '暂扣或吊销证照名称及编号' },
  { code: 'CF_JDRQ', name: '处罚决定日期' },
  { code: 'CF_YXQ', name: '处罚有效期' },
  { code: 'CF_GSJZQ', name: '公示截止期' },
  { code: 'CF_CFJG', name: '处罚机关' },
  { code: 'CF_CFJGDM', name: '处罚机关统一社会信用代码' },
  { code: 'CF_SJLY', name: '数据来源单位' },
  { code: 'CF_SJLYDM', name: '数据来源单位统一社会信用代码' },
  { code: 'BZ', name: '备注' },
] as const satisfies readonly Column[];

/** Columns that lists of authorities have instead: amounts in yuan. They are read, and are in no template. */
export const PENALTY_COLUMNS_YUAN = [
  { code: 'CF_NR_FK_YUAN', name: '罚款金额(元)' },
  { code: 'CF_NR_WFFF_YUAN', name: '没收违法所得、没收非法财物的金额(元)' },
] as const satisfies readonly Column[];

/** Columns of a file of registrations. */
export const REGISTRATION_COLUMNS = [
  { code: 'name', name: '名称' },
  { code: 'uscc', name: '统一社会信用代码' },
  { code: 'reg_date', name: '成立日期' },
  { code: 'status', name: '登记状态' },
  { code: 'type', name: '类型' },
  { code: 'capital', name: '注册资本' },
  { code: 'scope', name: '经营范围' },
  { code: 'city', name: '所在城市' },
] as const satisfies readonly Column[];
