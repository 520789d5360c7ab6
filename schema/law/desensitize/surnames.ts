/**
 * Surnames (姓). The mask of a name keeps the surname; how many characters that are, only a list tells: 诸葛明 has two, 诸明 one.
 */

/** The sixty compound surnames of 百家姓 (Song), with their other spellings. Pairs of its last lines that are two surnames, as 伯赏, are no compound. */
const COMPOUND_OF_THE_HUNDRED =
  '万俟 司马 上官 欧阳 夏侯 诸葛 闻人 东方 赫连 皇甫 尉迟 公羊 澹台 公冶 宗政 濮阳 淳于 单于 太叔 申屠 公孙 仲孙 轩辕 令狐 钟离 锺离 宇文 长孙 慕容 鲜于 闾丘 司徒 司空 亓官 丌官 司寇 子车 颛孙 端木 巫马 公西 漆雕 乐正 壤驷 公良 拓跋 拓拔 夹谷 宰父 谷梁 榖梁 段干 百里 东郭 南门 呼延 羊舌 微生 梁丘 左丘 东门 西门 南宫 第五';

/**
 * Others that modern dictionaries have (中国姓氏大辞典, 2010). Those that begin with a frequent surname and go on like a given name are left out here and
 * below: 马佳 and 贺兰 show a part of most names that begin so.
 */
const COMPOUND_OF_DICTIONARIES =
  '第一 第二 第三 第四 第六 第七 第八 独孤 屈突 达奚 褚师 公输 公仪 公户 公玉 公仲 公上 公门 公山 公坚 公伯 公祖 公乘 公皙 公都 贯丘 即墨 叔孙 季孙 孟孙 南郭 北郭 北宫 西郭 南荣 东里 东宫 子书 子桑 子阳 毌丘 申徒 胜屠 太史 信都 臧孙 墨台 胡母 相里 虞丘 母丘 斛律 尔朱 侯莫陈 阿史那 阿史德 叱干 贺拔 库狄 厍狄 乞伏 秃发 沮渠 呼衍';

/** Of the Manchu (八旗满洲氏族通谱, 1744), and of Jurchen and Khitan before them (金史, 辽史). */
const COMPOUND_OF_THE_NORTH_EAST =
  '爱新觉罗 叶赫那拉 叶赫那兰 乌拉那拉 辉发那拉 哈达那拉 叶赫 那拉 纳喇 纳兰 钮祜禄 钮钴禄 瓜尔佳 索绰罗 赫舍里 富察 董鄂 栋鄂 他塔喇 完颜 郭络罗 舒穆禄 伊尔根觉罗 西林觉罗 萨克达 博尔济吉特 费莫 兆佳 那木都鲁 库雅喇 喜塔腊 富尔佳 尼玛哈 尼玛察 乌苏 阿鲁特 巴雅拉 扎库塔 蒲察 徒单 仆散 纥石烈 耶律 术虎';

export const COMPOUND_SURNAMES: ReadonlySet<string> = new Set(
  [COMPOUND_OF_THE_HUNDRED, COMPOUND_OF_DICTIONARIES, COMPOUND_OF_THE_NORTH_EAST].flatMap((list) => list.split(' ')),
);

/** The single surnames of 百家姓, in its order. */
const OF_THE_HUNDRED =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳' +
  '酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞' +
  '熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓' +
  '郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄麴家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫' +
  '宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴鬱胥能苍双闻莘党翟谭贡劳逄姬申扶堵' +
  '冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东' +
  '欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公仉督晋楚闫法汝鄢涂钦岳帅' +
  '缑亢况郈有琴归海商牟佘佴伯赏墨哈谯笪年爱阳佟言福';

/** Frequent today and not among them (name reports of the Ministry of Public Security, 2019 to 2021), with simplified spellings such as 肖 and 付. */
const OF_TODAY =
  '肖付覃曲隋辜丘苑来苟邸揭迟宇练原官栗谌银扬代兰仝冼卿粟蹇呙麦由矫信鹿衣尧菅门战旷区仵庹贠员郇泮邝芦候俸畅咎刀杞雒伦纳展亓' +
  '青朴玄敬母丛尉种禚妥撖幺么冮麹镡忻钊恽岩闪虎敏铁沐仙才丹尔';

export const SURNAMES: ReadonlySet<string> = new Set([...OF_THE_HUNDRED, ...OF_TODAY]);
