/** What is said of a font file that REPORT_FONTS names: what is wrong with it, and what to do. */
import { type Said, said } from '../said.ts';

const OTHER = {
  en: 'Name a font file that can be embedded (TTF, OTF or a collection of them), or leave REPORT_FONTS out.',
  zh: '请在REPORT_FONTS中填写可以嵌入的字体文件（TTF、OTF或者其字体集），或者不设置该项。',
};

/** A sentence about the file, with what to do about it. */
const about =
  (en: (path: string) => string, zh: (path: string) => string) =>
  (path: string): Said =>
    said({ en: [en(path), OTHER.en], zh: [zh(path), OTHER.zh] });

export const reportFontMessages = {
  missing: about(
    (path) => `REPORT_FONTS names ${path}, and there is no such file.`,
    (path) => `REPORT_FONTS所列的${path}不存在。`,
  ),
  noFile: about(
    (path) => `REPORT_FONTS names ${path}, which is no file.`,
    (path) => `REPORT_FONTS所列的${path}不是文件。`,
  ),
  unreadable: about(
    (path) => `REPORT_FONTS names ${path}, which this user may not or cannot read.`,
    (path) => `REPORT_FONTS所列的${path}无法读取，或者当前用户无权读取。`,
  ),
  tooLarge: about(
    (path) => `REPORT_FONTS names ${path}, which is larger than a font is.`,
    (path) => `REPORT_FONTS所列的${path}过大，不会是字体文件。`,
  ),
  noFont: about(
    (path) => `REPORT_FONTS names ${path}, which is no font.`,
    (path) => `REPORT_FONTS所列的${path}不是字体文件。`,
  ),
  torn: about(
    (path) => `REPORT_FONTS names ${path}, which is torn: it ends before the font does. Copy it again.`,
    (path) => `REPORT_FONTS所列的${path}不完整：文件在字体结束之前就已中断，请重新复制。`,
  ),
  damaged: about(
    (path) =>
      `REPORT_FONTS names ${path}, which is damaged: a table of it is not what its own sum says. Copy it again.`,
    (path) => `REPORT_FONTS所列的${path}已损坏：其中有数据表与自身的校验和不符，请重新复制。`,
  ),
  noOutlines: about(
    (path) => `REPORT_FONTS names ${path}, which holds pictures and no outlines of characters.`,
    (path) => `REPORT_FONTS所列的${path}只有点阵图形，没有字形轮廓。`,
  ),
  forbidden: about(
    (path) => `REPORT_FONTS names ${path}, whose maker forbids that it is embedded (fsType).`,
    (path) => `REPORT_FONTS所列的${path}，其制作方不允许嵌入（fsType）。`,
  ),
  cannotEmbed: about(
    (path) => `REPORT_FONTS names ${path}, of which no character could be embedded in a trial.`,
    (path) => `REPORT_FONTS所列的${path}，试嵌字形未能成功。`,
  ),
};
