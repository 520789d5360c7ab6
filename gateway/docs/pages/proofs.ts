/** What the platform signs, and how it is checked without the platform. */
import { signWebhook, TOLERANCE_SECONDS } from '../../../subgraphs/feed/webhook-signature.ts';
import { tokenCommand } from '../operations/example.ts';
import { both, type Facts, type Page, run, type Section, say, show, table } from '../page.ts';
import { saving } from '../programs/program.ts';
import { WORDS } from '../words.ts';

/** Headers of the permit desk, whose token this page can make on every server with the sample. */
const DESK: readonly string[] = ["-H 'Credit-Purpose: PERMIT' -H 'Credit-Case: 2026-0001'"];
const LISTED = '{type: USCC, value: \\"91239999MA2ABC029U\\"}';
const PROOF =
  'proof { leafIndex checkpointSize content salt hashes checkpoint { size rootHash signedAt keyId signature } }';
const bearer = '-H "authorization: Bearer $TOKEN"';

const ask = (url: string, query: string, more: readonly string[] = []): string =>
  `curl -s ${url}/graphql -H 'content-type: application/json' ${[bearer, ...more].join(' ')} -d '{"query":"${query}"}'`;

/** A call as the platform would make it. */
const CALL = {
  secret: 'whs_0123456789abcdef',
  delivery: '7f0c1a52-0000-4000-8000-000000000001',
  at: new Date('2026-11-20T02:00:00Z'),
  body: '{"unit":"BANK-A","cursor":"…","count":1}',
};

const webhook = (): Section => {
  const sent = signWebhook(CALL.secret, CALL.delivery, CALL.at, CALL.body);
  return {
    id: 'webhook',
    title: both('The signature of a webhook', '回调通知的签名'),
    blocks: [
      say(
        `HMAC-SHA256 (RFC 2104), keyed with the secret of the registration, over \`timestamp.delivery.body\`: the three joined by points, the body byte by byte as it came. Compare in constant time, refuse a timestamp that is more than ${TOLERANCE_SECONDS} seconds away and a delivery that was accepted before.`,
        `以登记时的密钥对\`timestamp.delivery.body\`计算HMAC-SHA256（RFC 2104）：三者以点连接，请求体按收到的字节计算。请以固定时间比较，拒绝相差超过${TOLERANCE_SECONDS}秒的时间和已经接受过的编号。`,
      ),
      run(
        `printf '%s' '${CALL.body}' | python3 verify.py webhook ${CALL.secret} ${CALL.delivery} ${sent['credit-timestamp']} ${sent['credit-signature']}`,
      ),
      show('signature: holds'),
    ],
  };
};

const ofSample = ({ url }: Facts): readonly Section[] => [
  {
    id: 'ledger',
    title: both('Proofs of the disclosure ledger', '披露日志的证明'),
    blocks: [
      say(
        'Each answer about a subject is an entry of a Merkle tree (RFC 9162) whose root is published at fixed times and signed. The subject has the proof of each of its entries: content and salt open the leaf, the hashes lead to the root. A permit desk asks, and the company waits for the next checkpoint:',
        '涉及信用主体的每次应答都是默克尔树（RFC 9162）的一个条目，树根定时签名发布。信用主体持有其每个条目的证明：内容和盐值对应叶节点，各哈希值通向树根。行政机关查询后，该公司等待下一个检查点：',
      ),
      run(
        [
          tokenCommand({ role: 'DEPARTMENT', by: 'HRB-PERMIT' }),
          `${ask(url, `{ matterCheck(subject: ${LISTED}, matter: \\"FOOD-PERMIT\\") { complete } }`, DESK)} && echo`,
          tokenCommand({ role: 'SUBJECT', by: 'USCC:91239999MA2ABC029U' }),
          `until ${ask(url, `{ me { disclosures(first: 10) { nodes { recipient { code } ${PROOF} } } } }`)} -o disclosures.json && grep -q '"HRB-PERMIT"},"proof":{' disclosures.json; do sleep 1; done`,
          'python3 verify.py keys.json proofs disclosures.json',
        ].join('\n'),
      ),
      say(
        'Keep checkpoints and keys somewhere else: with `ledgerConsistency(from:, to:)` whoever has an old checkpoint can tell whether the ledger was changed since.',
        '请将检查点和公钥另行保存：持有旧检查点者可用`ledgerConsistency(from:, to:)`判断日志此后是否被改动。',
      ),
    ],
  },
  {
    id: 'matter',
    title: both('The answer to a permit desk', '协同监管查询的应答'),
    blocks: [
      say(
        '`matterCheck { token }` is the answer as a compact JWS of the type `credit-matter+jwt`, to be filed with the case:',
        '`matterCheck { token }`是以紧凑JWS表示的应答，类型为`credit-matter+jwt`，可随案件存档：',
      ),
      run(
        [
          tokenCommand({ role: 'DEPARTMENT', by: 'HRB-PERMIT' }),
          `${ask(url, `{ matterCheck(subject: ${LISTED}, matter: \\"FOOD-PERMIT\\") { token } }`, DESK)} | sed 's/.*"token":"\\([^"]*\\)".*/\\1/' > matter.jws`,
          'python3 verify.py keys.json matter matter.jws',
        ].join('\n'),
      ),
      show('matter: holds'),
    ],
  },
  {
    id: 'report',
    title: both('A report', '信用报告'),
    blocks: [
      say(
        'A report is a compact JWS of the type `credit-report+jwt`. The signature says that it was issued here; `/verify/{id}` and `verifyReport` say whether it is still right.',
        '报告是类型为`credit-report+jwt`的紧凑JWS。签名表明由本平台出具；是否仍然有效见`/verify/{id}`和`verifyReport`。',
      ),
      run(
        [
          tokenCommand({ role: 'SUBJECT', by: 'USCC:91239999MA1ABC019L' }),
          `REPORT=$(curl -s ${url}/reports -H 'content-type: application/json' ${bearer} -d '{}' | sed 's/.*"id":"\\([^"]*\\)".*/\\1/')`,
          `curl -s ${url}/reports/$REPORT ${bearer} -o report.jws`,
          'python3 verify.py keys.json report report.jws',
        ].join('\n'),
      ),
      show('report: holds'),
    ],
  },
];

export const proofs: Page = {
  name: 'proofs',
  title: both('Proofs', '证明'),
  lead: both(
    'Matter tokens, reports, ledger proofs and webhook signatures, each checked with the public keys or the secret alone. `npm run verify-proof` does the same for proofs of the ledger.',
    '协同监管查询的应答、信用报告、披露日志的证明和回调通知的签名，均可只凭公钥或密钥核验。披露日志的证明也可用`npm run verify-proof`核验。',
  ),
  sections: (facts) => [
    {
      id: 'program',
      title: both('Keys and a program', '公钥和程序'),
      blocks: [
        say('Save the public keys once, from a connection that you trust:', '请从可信的连接保存公钥：'),
        run(`curl -s ${facts.url}/.well-known/jwks.json -o keys.json`),
        say(
          'A program for Python 3 and OpenSSL 3, which asks nobody:',
          '适用于Python 3和OpenSSL 3的程序，不访问网络：',
        ),
        run(saving('verify.py')),
      ],
    },
    ...(facts.development && facts.sample ? ofSample(facts) : []),
    webhook(),
    {
      id: 'texts',
      title: both('What is signed', '签名的内容'),
      blocks: [
        table(
          [both('what', '对象'), WORDS.meaning],
          [
            [
              both('checkpoint', '检查点'),
              both(
                'Ed25519 (RFC 8032) over four lines, each ended by a newline: `credit-gateway/ledger`, size, root in base64, instant.',
                'Ed25519（RFC 8032），签名对象为四行，每行以换行结束：`credit-gateway/ledger`、大小、base64表示的树根、时刻。',
              ),
            ],
            [
              both('leaf', '叶节点'),
              both(
                'SHA-256 of 0x00 and of SHA-256 of salt and content (RFC 9162, section 2.1.1).',
                '0x00与“盐值加内容的SHA-256”合并后的SHA-256（RFC 9162，第2.1.1节）。',
              ),
            ],
            [
              both('matter and report', '应答和报告'),
              both(
                'Compact JWS (RFC 7515) with EdDSA (RFC 8037); `typ` keeps one from being taken for the other.',
                '紧凑JWS（RFC 7515），EdDSA（RFC 8037）；以`typ`区分两者。',
              ),
            ],
            [
              both('a key with `revoked`', '带有`revoked`的公钥'),
              both(
                'Its signatures count only where a checkpoint of a key in force contains them: ask for the proof again.',
                '只有被有效公钥的检查点包含的签名才有效：请重新查询证明。',
              ),
            ],
          ],
        ),
      ],
    },
  ],
};
