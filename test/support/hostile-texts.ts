// prettier-ignore
export const hostileMarkup = [
  '<script>x()</script>', '<img src=x onerror=x()>', '<svg/onload=x()>', '<iframe src="javascript:x()">', '<a href="javascript:x()">a</a>',
  '<math><mtext></mtext><mglyph><style><img src=x onerror=x()>', '<details open ontoggle=x()>', '<body onload=x()>', '<object data="data:text/html,x">',
  '<style>@import "//evil.example"</style>', '<base href="//evil.example">', '<meta http-equiv=refresh content="0;url=javascript:x()">', '"><script>x()</script>',
  '<form action="javascript:x()"><button>a</button></form>', '<noscript><p title="</noscript><img src=x onerror=x()>">', '<template><script>x()</script></template>',
];

// prettier-ignore
const addresses = [
  'javascript:x()', 'JaVaScRiPt:x()', 'java&#115;cript:x()', '&#x6A;avascript:x()', 'java\tscript:x()', '\u0001javascript:x()', '\u202Ejavascript:x()',
  'javascript&colon;x()', 'vbscript:x', 'data:text/html,<script>x()</script>', 'data:image/svg+xml,<svg onload=x()>', 'data:text/html;base64,PHN2Zz4=', 'file:///etc/passwd',
  'blob:https://a.example/1', 'filesystem:x', 'ftp://a.example', 'tel:+1', 'about:blank', 'view-source:x', 'ws://a.example', '//evil.example', '/\\evil.example', '\\\\evil.example',
  'https:evil.example', 'http:/evil.example', 'https://a@evil.example', 'https://a:b@evil.example', 'https://localhost/', 'http://[::1]/', 'https://', 'mailto:', 'mailto:a', 'mailto:a@b,c@d',
  'mailto:a@b%0Abcc:c@d', 'jar:https://a.example!/', 'x-apple:1', 'intent://x#Intent;end', '%6Aavascript:x()', ' javascript:x()', 'javascript\u200B:x()', '#a', '?a', '../a', 'feed:javascript:x()',
];

const places = [
  (address: string) => `[a](${address})`,
  (address: string) => `[a](<${address}>)`,
  (address: string) => `![a](${address} "t")`,
  (address: string) => `<${address}>`,
  (address: string) => `[a]\n\n[a]: ${address}`,
  (address: string) => `> - **[![a](${address})](${address})**`,
  (address: string) => `see ${address} there`,
];

const surroundings = [
  (script: string) => script,
  (script: string) => `> ${script}`,
  (script: string) => `- **${script}**`,
  (script: string) => `[${script}](https://a.example "${script}")`,
  (script: string) => `![${script}](https://a.example)`,
  (script: string) => `\`\`\`${script}\n${script}\n\`\`\``,
  (script: string) => `@"${script.slice(0, 30)}"`,
];

/** Texts by people who wish to run `x()` in a page of others, or to lead them somewhere they do not see. */
export const hostileTexts: readonly string[] = [
  ...addresses.flatMap((address) => places.map((place) => place(address))),
  ...hostileMarkup.flatMap((script) => surroundings.map((surround) => surround(script))),
];
