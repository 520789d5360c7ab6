/**
 * Surnames: 百家姓, the first four hundred of the census of 2010 (Ministry of Public Security, 全国姓名报告), and compound surnames of 百家姓 and of
 * published lists (中国复姓大全). Those that are also words of grammar are set apart: before such a character more must speak for a name.
 */
const list = (characters: string): ReadonlySet<string> => new Set(characters);

/** Seldom the beginning of another word. */
export const SURE_SURNAMES = list(
  '王李张刘陈杨赵吴徐孙朱胡郭罗梁宋郑谢韩唐冯董萧肖曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛阎闫潘杜戴钟汪姜范姚谭廖邹熊陆郝崔邱秦侯邵孟顾尹黎贺龚庞樊殷翟倪俞鲁韦毕聂焦邢岳柳庄祝耿牟詹苗靳欧甄裴覃霍翁隋' +
    '盖乜亢扈冼屠逄逯闳钮逊濮隗麴昝弭眭缑漆亓仉妫岑芦笪荤茹蔚郐郤闫靖鲜卞储郦雍璩桑濯逮郸戢冮仝邸邬邴庹覃綦' +
    '佟栾郑迟窦姬鄢邬臧晏郜邸冀辛阮莫涂骆尚褚娄缪祁卞巩虞滕屈尉鞠鄂晋荀邴柏邝麦闵巫郎仝禹嵇邰郗阚蔺郁宓郦邵匡寇仇栗桑佘佴郇夔暴甯昝咸籍郏邗殳訾羿哈敖蒯蒙糜匡宦瞿阙',
);

/** The beginning of many other words too. */
export const OTHER_SURNAMES = list(
  '周林何高马黄程叶余夏田任方石金孔白康毛江史万段雷钱汤易常武乔赖文兰施陶洪安颜严牛温芦季章葛伍申尤路代付党单卜关华齐梅毕包车成池初储从崔淡邓刁丁豆段樊房费丰封伏符甘刚葛耿宫古谷管桂国海郝花怀惠吉计纪季' +
    '简鉴揭解景靖鞠康柯空寇匡蓝冷乐雷历厉连廉练凌柳龙隆娄鹿麻满冒么门米苗明木穆能那聂宁牛欧潘盘裴皮平蒲朴浦戚漆强乔琴青邱曲权全冉饶仁荣容阮芮沙山商佘申生盛师石时史寿舒帅双水司松宿粟孙台邰谈檀覃汤滕童' +
    '涂屠宛万危卫位闻翁邬喜席夏冼相项邢幸宣薛鄢言晏阳仰益阴银应游雨郁元原苑云展占战张仗招褶支植智钟仲竺祝庄卓宗左佐游甘薄关岑蓬花柴戈黎舒简杭银刑楚官英银冶计扎巴',
);

/** Words of grammar and of every sentence, which are surnames too. */
export const WORDS_TOO = list(
  '于和时成应向经由自从当有能是的年所以生国明水相言占支位全平台强连能双空花商解管计会关代包初单党如第原查元有黑国思秋苍锁终月仓纪门宁宿娜花',
);

export const COMPOUND_SURNAMES: ReadonlySet<string> = new Set(
  (
    '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 司徒 司空 夏侯 轩辕 端木 独孤 南宫 西门 百里 呼延 东郭 公羊 澹台 闻人 赫连 申屠 太史 钟离 濮阳 淳于 单于 拓跋 完颜 纳兰 鲜于 第五 ' +
    '万俟 宗政 太叔 公冶 仲孙 闾丘 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 夹谷 段干 东门 南门 梁丘 左丘 羊舌 微生 公户 公玉 子车 亓官 仉督 归海 侯莫陈 叱干 那拉 富察 钮祜禄 叶赫那拉 爱新觉罗 ' +
    '乌雅 瓜尔佳 赫舍里 佟佳 费莫 哥舒 贺兰 贺若 斛律 可朱浑 沙咤 屈突 似先 库狄 达奚 豆卢 若干 宿勤 相里 北宫 毌丘 胡母 即墨 伊祁 高堂 黄埔 欧侯 呼韩'
  ).split(' '),
);
