/** Every surname in every place of a sentence where a name stands: what share of the names is left. Fixed seed; the counts are printed where they grow. */
import { describe, expect, it } from 'vitest';
import { redactorOf } from '../../../schema/law/redact/redact.ts';
import { JIEBA } from '../../../subgraphs/texts/jieba.ts';

/** By frequency: the first two hundred of the census of 2010 (全国姓名报告), and rarer ones of the province. */
const SURNAMES = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文洪樊施兰牛倪温芦季俞章鲁葛伍申尤毕聂焦柴梅安凌关丛齐凤曲柏苑谷左米涂游祝宁柳古冷岳颜欧裴盛华褚战国门司闻冼隗鄂娄晏苗房纪项舒卓佟栾耿亓矫逄吉',
  '欧阳',
  '上官',
  '万俟',
];
const GIVEN = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞刚云芬波松嘉浩洁义红宁岩',
  ...(
    '秀英 志强 晓东 建国 国庆 解放 守信 长河 德全 卫东 春燕 玉兰 海涛 文博 子轩 梓涵 雨桐 小圆 依依 和平 胜利 平安 永红 大勇 红梅 金山 业平 德昌 翔云 ' +
    '光明 向前 长江 黎明 天宇 一鸣 思远 佳怡 凤霞 宝财 明月 新民 万里 春生 福来 东升 有才 多多'
  ).split(' '),
];

/** N is the name. */
const CONTEXTS = [
  '当事人N无证经营。',
  '当事人：N，男，汉族。',
  '投诉人N反映其房屋漏水。',
  '举报人N、王建军联名反映。',
  '由N驾驶的货车。',
  '经N确认，数量属实。',
  '为N办理健康证。',
  '与N签订租赁合同。',
  '对N处以罚款500元。',
  '将N送往医院。',
  '被N当场发现。',
  '受N委托，李建军到场。',
  'N称其不知情。',
  'N于2026年3月1日到案。',
  'N系该店雇员。',
  'N在现场签字确认。',
  '驾驶员N于早高峰期揽客。',
  '护林员N巡护时发现。',
  '养殖大户N自行屠宰。',
  '值守人N在交接班本上签名。',
  '采样员N封存样品。',
  '其妻N在场。',
  '邻居N证实。',
  '原厂长N已调离。',
  '收件人：N，电话见档案。',
  '姓名：N；性别：女。',
  '经办人：N。',
  '签字：N。',
  '房东N将房屋出租。',
  '关于对N行政处罚的决定。',
  '关于表扬N等同志的通报。',
  '早班 N；中班 王建军。',
  '甲方—N；乙方—王建军。',
  '成员：王建军、N、李志强。',
  '1.王建军，罚款100元；2.N，罚款200元。',
  '姓名|工种\n王建军|电工\nN|焊工',
  '“N印”系伪造。',
  '同案犯N另案处理。',
  '购车人N出具身份证。',
  '模特N的肖像。',
  '哈尔滨某公司员工N未持证。',
  'N诉某公司劳动争议一案。',
  '学生家长N向学校反映。',
  '现任站长为N。',
] as const;

/** Most of these stand where the sentence alone tells a name; behind a post and in a list hardly any is left. */
const MOST_PER_CENT = 2.5;

describe('names in their places', () => {
  it(`A23.4 at most ${MOST_PER_CENT} % of ${SURNAMES.length} surnames in ${CONTEXTS.length} places are left`, () => {
    const redact = redactorOf({ personal: [], open: [] }, JIEBA);
    let seed = 20261127;
    const left: string[] = [];
    const byContext = new Map<string, number>();
    for (const surname of SURNAMES)
      for (const context of CONTEXTS) {
        seed = (seed * 48_271) % 2_147_483_647;
        const name = surname + GIVEN[Math.floor((seed / 2_147_483_647) * GIVEN.length)];
        if (!redact(context.replace('N', name)).text.includes(name)) continue;
        left.push(name);
        byContext.set(context, (byContext.get(context) ?? 0) + 1);
      }
    const counts = [...byContext]
      .sort((one, other) => other[1] - one[1])
      .map(([context, count]) => `${count} ${context}`);
    const share = (100 * left.length) / (SURNAMES.length * CONTEXTS.length);
    expect(share, `${share.toFixed(1)} %\n${counts.join('\n')}`).toBeLessThanOrEqual(MOST_PER_CENT);
  });
});
