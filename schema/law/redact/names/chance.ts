/** Longer words of common speech that hold a name by chance: 高峰 is one, and in 早高峰期 none. */
const CHANCE =
  '早高峰 晚高峰 高峰期 高峰时段 用电高峰 用热高峰 客流高峰 出行高峰 春运高峰 国庆节 国庆假期 国庆期间 国庆中秋 林立的 高楼林立 店铺林立 早春 立春 阳春 新春佳节 和平路 和平街 建国以来 建国后 黎明时分 凌晨 周边'.split(
    ' ',
  );

export function isChance(text: string, start: number, end: number): boolean {
  const name = text.slice(start, end);
  return CHANCE.some((word) => {
    const at = word.indexOf(name);
    return at >= 0 && word.length > name.length && text.startsWith(word, start - at);
  });
}
