/** How a client gets a token and holds it: private_key_jwt and DPoP. */
import { PROOF_SECONDS } from '../../identity/dpop.ts';
import { ALGORITHMS } from '../../message/http-error.ts';
import { both, type Page, run, say, show, type Text, table } from '../page.ts';
import { saving } from '../programs/program.ts';
import { WORDS } from '../words.ts';

const CLAIMS: readonly (readonly Text[])[] = [
  [
    '`iss`, `aud`, `sub`, `exp`',
    both(
      'issuer and audience that the server trusts; for whom; until when',
      '服务器信任的签发方和受众；为谁签发；有效至何时',
    ),
  ],
  ['`role`', both('one role, in small letters', '一个角色，小写')],
  ['`unit`', both('code of the unit; of everybody but a subject', '单位代码；信用主体以外均须有')],
  [
    '`subject`',
    both(
      '`TYPE:VALUE` of a subject: the number that the log-in has verified',
      '信用主体的`TYPE:VALUE`：登录时已核验的号码',
    ),
  ],
  [
    '`cnf`',
    both(
      '`jkt` (DPoP) or `x5t#S256` (mutual TLS): the key that the token is bound to',
      '`jkt`（DPoP）或`x5t#S256`（双向TLS）：与令牌绑定的密钥',
    ),
  ],
];

export const tokens: Page = {
  name: 'tokens',
  title: both('Tokens', '令牌'),
  lead: both(
    'A client names itself to the authorization server by its key (private_key_jwt), and proves with each request that the token is its own (DPoP).',
    '客户端以密钥向授权服务器表明身份（private_key_jwt），并在每次请求中证明令牌属于自己（DPoP）。',
  ),
  sections: (facts) => [
    {
      id: 'claims',
      title: both('What a token says', '令牌的内容'),
      blocks: [
        table([both('claim', '声明'), WORDS.meaning], CLAIMS),
        say(
          `A JWT, signed with ${ALGORITHMS.join(', ')}. Bound tokens are needed here of: ${facts.boundRoles.length === 0 ? 'nobody' : facts.boundRoles.map((role) => role.toLowerCase()).join(', ')}. Whoever else has one may bind it too.`,
          `令牌为JWT，签名算法为${ALGORITHMS.join('、')}。本服务器要求令牌与持有者绑定的角色：${facts.boundRoles.length === 0 ? '无' : facts.boundRoles.map((role) => role.toLowerCase()).join('、')}。其他角色也可以绑定。`,
        ),
      ],
    },
    {
      id: 'token',
      title: both('A token by private_key_jwt and DPoP', '以private_key_jwt和DPoP取得令牌'),
      blocks: [
        say(
          'The operator of the authorization server gives you its address, your client and the audience, and registers the public key of `client.pem`. `KID` is the `kid` under which it is registered; where none was given to you, send your client (`KID=$CLIENT`), as the clients of `gateway/clients/` do:',
          '授权服务器的管理者告知其地址、您的客户端编号和受众，并登记`client.pem`的公钥。`KID`为登记该公钥的`kid`；未获告知的，请发送客户端编号（`KID=$CLIENT`），`gateway/clients/`中的客户端即如此：',
        ),
        show(
          'ISSUER=https://login.example CLIENT=bank-a KID=bank AUDIENCE=https://credit.example\nopenssl ecparam -name prime256v1 -genkey -noout -out client.pem',
        ),
        say(
          'A program for Python 3 and openssl signs both, and a key of your own holds the token:',
          '适用于Python 3和openssl的程序负责签名，令牌与您自己的密钥绑定：',
        ),
        run(saving('jws.py')),
        run('openssl ecparam -name prime256v1 -genkey -noout -out dpop.pem'),
        run(
          [
            'ENDPOINT=$(curl -s "$ISSUER/.well-known/openid-configuration" | sed \'s/.*"token_endpoint":"\\([^"]*\\)".*/\\1/\')',
            'TOKEN=$(curl -s "$ENDPOINT" -H "DPoP: $(python3 jws.py proof dpop.pem POST "$ENDPOINT")" \\',
            '  -d grant_type=client_credentials -d scope=credit --data-urlencode "resource=$AUDIENCE" \\',
            '  -d client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer \\',
            '  -d client_assertion="$(python3 jws.py assertion client.pem "$CLIENT" "$ISSUER" "$KID")" | sed \'s/.*"access_token":"\\([^"]*\\)".*/\\1/\')',
          ].join('\n'),
        ),
      ],
    },
    {
      id: 'dpop',
      title: both('A request with a proof', '附证明的请求'),
      blocks: [
        say(
          `Each request has a proof of its own, made within ${PROOF_SECONDS} seconds: its method, its address without the query, and the hash of the token. It is accepted once.`,
          `每次请求须附单独的证明，在${PROOF_SECONDS}秒之内制作，写明请求方法、不含查询参数的地址和令牌的哈希值，只能使用一次。`,
        ),
        (facts.onlyKeptForParties ? show : run)(
          [
            `curl -s ${facts.url}/graphql -H 'content-type: application/json' -H "authorization: DPoP $TOKEN" \\`,
            `  -H "DPoP: $(python3 jws.py proof dpop.pem POST ${facts.url}/graphql "$TOKEN")" -H 'Credit-Purpose: LOAN_ORIGINATION' \\`,
            facts.onlyKeptForParties
              ? '  -d \'{"documentId":"sha256:…"}\''
              : '  -d \'{"query":"{ myAccess { unit { code } agreements { id dailyQuota left } tokenExpiresAt } }"}\'',
          ].join('\n'),
        ),
        say(
          'Sent as `Bearer`, or without a proof, a bound token is 401, and `WWW-Authenticate` says why.',
          '绑定的令牌以`Bearer`方式发送或者不附证明的，返回401，原因见`WWW-Authenticate`。',
        ),
        say(
          'Or connect with the certificate that the token names (`x5t#S256`, RFC 8705): then it is sent as `Bearer`, and no proof is needed.',
          '也可以使用令牌所注明的证书连接（`x5t#S256`，RFC 8705）：此时以`Bearer`方式发送，无需证明。',
        ),
      ],
    },
  ],
};
