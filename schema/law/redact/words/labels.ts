/** Words before a number that tell what it is. The longest one that ends directly before the number decides. */

const list = (...rows: readonly string[]): ReadonlySet<string> => new Set(rows.join(' ').split(' '));

/**
 * Documents of natural persons: names in the Resident Identity Card Law, the Passport Law, the Exit and Entry Administration Law, the regulations for
 * residence permits of Hong Kong, Macao and Taiwan, certificates of officers, police and soldiers, driving licences, certificates of occupation.
 */
export const DOCUMENT_LABELS = list(
  '身份证 身份证件 身证 身份号码 身份号 身份证明 公民号码 公民身份 公民身份证 身份 证件 有效证件 有效身份证件 身份信息 护照 通行证 回乡证 台胞证 台湾证 台证 军官证 警官证 士兵证 文职证 军人证 士官证 学员证 警察证 军警证',
  '退役军人证 退伍证 离休证 退休证 残疾军人证 优待证 驾驶证 驾照 驾驶执照 行驾证 居留证 居留许可 永居证 永居卡 居住证 暂住证 绿卡 户口簿 户口本 户口 户籍证 出生证 出生医学证明 社保卡 社会保障卡 社会保障 社会保险 社保 医保卡 医保',
  '医疗保险 残疾人证 残疾证 老年证 学生证 学籍 学号 准考证 考生号 工作证 工号 员工号 职工号 警号 军号 编制号 健康证 健康证明 从业资格证 从业资格 资格证 资格证书 从业证 执业证 执业证书 执业资格证 执业资格证书 上岗证 执法证 操作证 作业证 作业人员证',
  '船员证 海员证 导游证 记者证 律师证 医师证 护士证 教师证 教师资格证 结婚证 离婚证 病历 住院号 就诊卡 就诊号 门诊号 签证 旅行证 出入境证 银行卡 信用卡 储蓄卡 借记卡 工资卡 个人账户 支付宝 证件号 卡号 证 SFZ IDCARD 从业人员证 建造师证 特种作业证 渔民证 临时身份证 IC卡 交通卡',
  '边民证 服务簿 船员服务簿 旅券 番号 工作许可 工作许可证 保安员证 保安证 证芯编号 证芯 编号证 参保号 公积金 存折 身份证件类型 员工编号 职工编号 人员编号 学员编号 病案号 身份证明文件 司机证 司乘证 持证 港澳台居民证 身份ID',
  '边民证 边境通行证 服务簿 船员服务簿 旅券 番号 工作许可 保安员证 保安证 证芯 证芯编号 身份ID 船员证书 驾驶人证 残疾人 残联证 死亡证 准驾证号 人员证 会员卡 诊疗卡 学籍卡 低保证 五保证 优抚证',
);

/** Numbers of things, acts and organizations. */
export const OPEN_LABELS = list(
  '许可证 许可证书 经营许可 生产许可 登记证 登记证书 营业执照 执照 批准文 批文 批号 批次 批 炉批 流水 编号 编码 代码 注册号 注册 注册码 登记 登记号 备案 备案号 备案凭证 发票 发票号 收据 票据 票 票号 货票 运单 单号 订单 合同 协议 报告 报告书 证明',
  '证明书 账号 帐号 账户 帐户 专户 国库 支库 运输证 营运证 行驶证 车架号 车架 车辆识别代号 识别代号 识别码 VIN 发动机号 发动机 车号 车牌 车牌号 牌号 号牌 牌照 凭证 采矿许可证 采矿证 排污证 取水证 使用证 特许证 开采证 经营证 卫生证 环保证 不动产证 房本 电子证照标识 标识 标识码 UDI 提单 提单号 运单 MN 编码 证书 认证证书 资质认定证书 检验证 设备号 IMEI 船号 船名 船检 渔 单元号 快递 快递单 尺码 止码 起码 示数 MN 国药准字 设备 使用登记证 产权证 不动产权 不动产权证 房权证 房产证 土地证 宗地 地号 图号 面积 型号',
  '规格 标准 标准号 件号 货号 品号 条码 条形码 追溯码 监管码 序列号 序列 出厂 产品 样品 抽样单 抽样 检疫证 检疫证明 动物检疫合格证明 合格证 合格证明 耳标 耳标号 案号 文号 字号 决定书 通知书 告知书 裁定书 判决书 调解书 笔录 凭证 税票 完税证明 完税凭证 缴款书',
  '缴款码 缴费码 执收码 邮编 邮政编码 热线 客服 专线 桩号 里程 坐标 经度 纬度 东经 北纬 信用代码 机构代码 组织机构代码 社会信用代码 税号 识别号 纳税人识别号 资质证书 资质证 资质 工单 受理 受理单 举报单 投诉单 线索 任务 项目 标段 公告 公示 期号 刊号 ISBN 域名 ICP IP',
  '端口 版本 专利 商标 金额 价格 价值 合计 共计 总计 计 罚款 违法所得 货值 货款 收入 资金 人民币 ¥ ￥ 数量 重量 净含量 读数 表底 底数 表号 电表 水表 热量表 户号 用户号 用户编号 保函 保单 专用章 印章 公章 抓拍 条款 第 卫生许可 检验 检测 检查 抽查 许可 准字 国药准字 文书 标签',
  '箱号 柜号 集装箱 铅封 封号 航班 车次 班次 股票 证券 基金 认证 认证证书 产品证书 检定证书 校准证书 检验证书 鉴定 鉴定书 养殖证 捕捞证 种子 农药 兽药 肥料 林权证 采伐 采伐证 施工证 规划证 预售证 安许证 安全证 SC QS SP XK JY CN GB DB HJ 品种 建筑 建筑面积 编 电话费 档案 档案号',
  '单位 总额 总价 总投资 投资 造价 余额 本金 利息 欠款 工资 费用 税款 押金 保证金 赔偿 补偿 用电 用水 用气 供热 产量 库存 销量 载重 质量 里程表 公里 容积 高度 长度 功率 电压 流量 日产 年产 印数 浏览 点击 粉丝 关注 关注度 阅读 播放',
  '凭证 采矿许可证 采矿证 排污证 取水证 使用证 特许证 开采证 经营证 卫生证 环保证 不动产证 标识 标识码 UDI 提单 MN 证书 认证证书 资质认定证书 检验证 设备号 IMEI 号段 船名 船检 快递 快递单 尺码 止码 起码 示数 单元号 备案证 机身 机身号 图斑 桩 合同编 凭单 税则 CAS UN EC 型式批准 批准 准考 教民 考级',
);

/** Telephones and what reaches a person like one. */
export const PHONE_LABELS = list(
  '通话记录 短号 虚拟网 集团号 小号 邮箱 电子邮箱 电子邮件 邮件 Email email E-mail 推特 公众号 支付宝账号 联系电话 联系方式 联系手机 联系 移动电话 手机号码 手机号 手机 手机卡 尾号 机主 主叫 被叫 号主 电话号码 电话号 固定电话 固话 座机 住宅电话 家庭电话 宅电 办公电话 电话 致电 来电 去电 电联 微信 微信号 微 同号 QQ 扣扣 qq 企鹅号 抖音 快手 抖音号 快手号 传真 短信 小灵通 寻呼 tel Tel TEL phone Phone mobile Mobile',
  'wechat WeChat WECHAT weixin vx VX 联系人 联络 联络方式 WhatsApp whatsapp Telegram Skype LINE',
  '短号 虚拟网 集团号 小号 邮箱 电子邮箱 电子邮件 邮件 Email email E-mail 通话记录 来电号码 去电号码 绑定 预留 转账至 打款至',
);

/** Words that leave it to the word before them what number it is. */
export const GENERIC_LABELS = list(
  '号码 编号 号 码 档案编号 档案号 登记号 卡号 账号 尾号 后四位 后四位数 后六位 末四位 末四位数 最后四位 前六位 后4位 后6位 末4位 尾数 正面 背面 复印件 原件 均 分别 依次 记 登记 显示 载明 登载 自报 填写 误填 填 即 的 是 为 系 记为 分别为 均为 是为 持 字 : ： ( （ " “ 「 》 《 》 《 黑 京 沪 辽 吉 № No. No NO no # ， , ; = | / · \' [ 【 ] 】 ） ) * 及 和 、 ~ 另 另有 备用 或 又 黑 京 沪 辽 吉',
);

/** What everybody may call: emergency and government hotlines (114, 12315, 12345 …), 400 and 800 numbers, banks and carriers. */
export const OPEN_PHONE = /^(?:1[012]\d|1000\d|1008\d|123\d\d|12\d{3}|955\d\d|95\d{3}|96\d{3,4}|116\d{3}|[48]00\d{7})$/;
