/** Evidence of objections, complaints and mandates (Articles 35, 39 and 41): each status that its paths give. */
import { UNUSED_MAX } from '../../../subgraphs/rights/evidence/evidence.ts';
import { FILE_MEGABYTES, FILE_TYPES } from '../../evidence/kinds.ts';
import { both } from '../page.ts';
import {
  BAD_TOKEN,
  type Described,
  FAILED,
  json,
  METHOD,
  NO_MANDATE,
  RATE,
  ref,
  refused,
  SILENT,
  TWICE,
} from './answered.ts';

export const EVIDENCE_PATHS: readonly Described[] = [
  {
    route: 'POST /evidence',
    summary: both(
      `Brings a file as evidence: a PDF, a JPEG or a PNG of at most ${FILE_MEGABYTES} MB, for one objection, one complaint or one guardian within a day. A picture is made anew from its pixels; a PDF that runs, opens, sends or carries something is refused.`,
      `提交证据材料：PDF、JPEG或者PNG文件，不超过${FILE_MEGABYTES}MB，须在一日内用于一项异议、一项投诉或者一项监护登记。图片依像素重新生成；含有脚本、外部动作、表单提交或者附件的PDF予以拒绝。`,
    ),
    token: 'bearer',
    files: FILE_TYPES,
    answers: {
      201: {
        means: both(
          'Kept, sealed: its id, until when it can be used, and for how many months it is kept after what it was brought for.',
          '已加密保存：编号、可以使用的期限，以及所用事项办结后的保存月数。',
        ),
        types: json(ref('Evidence')),
        headers: ['Location'],
      },
      400: refused(
        'A header cannot be meant, or the file is not what it says or holds what evidence may not hold: `reason` says which.',
        '请求头有误，或者文件与所称类型不符、含有证据材料不得包含的内容，见`reason`。',
      ),
      401: refused('No token, or one that is not good.', '没有令牌或者令牌无效。', ['WWW-Authenticate']),
      403: refused(
        'The role takes no part in objections and complaints, or the mandate that Credit-For names does not stand, or lacks OBJECT.',
        '该角色不参与异议、投诉办理，或者Credit-For所填委托无效、权限不包括OBJECT。',
      ),
      405: METHOD,
      409: refused(
        `The caller holds ${UNUSED_MAX.files} files or ${UNUSED_MAX.megabytes} MB that are unused.`,
        `尚未使用的已达${UNUSED_MAX.files}个文件或者${UNUSED_MAX.megabytes}MB。`,
      ),
      413: refused('The file is too large.', '文件过大。'),
      415: refused('Another type, or a compressed body.', '其他类型，或者请求体经过压缩。'),
      429: RATE,
      500: FAILED,
      503: refused(
        'Too many files are being looked into, or a part does not answer.',
        '正在检查的文件过多，或者平台的某一部分没有应答。',
      ),
    },
  },
  {
    route: 'GET /evidence/{id}',
    summary: both(
      'Evidence as a file: for who brought it, and for who decides the objection or answers the complaint while that is open, whose look is an entry of the ledger.',
      '下载证据材料：限提交人，以及异议、投诉办理期间的办理单位；办理单位的每次查阅均记入披露日志。',
    ),
    token: 'bearer',
    parameters: [
      {
        name: 'id',
        in: 'path',
        means: both('Id of the evidence.', '证据材料编号。'),
        schema: { type: 'string', minLength: 1, maxLength: 64 },
      },
    ],
    answers: {
      200: {
        means: both('The file, to be saved and not to be shown.', '文件，仅供下载，不在页面中显示。'),
        types: Object.fromEntries(FILE_TYPES.map((type) => [type, { type: 'string', contentMediaType: type }])),
        headers: ['Content-Disposition'],
      },
      400: TWICE,
      401: BAD_TOKEN,
      403: NO_MANDATE,
      404: refused(
        'There is none, or it is not for this caller: the two are not told apart.',
        '没有该证据材料或者无权查阅，不作区分。',
      ),
      405: METHOD,
      429: RATE,
      500: FAILED,
      503: SILENT,
    },
  },
];
