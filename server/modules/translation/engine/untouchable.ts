const address = String.raw`[^\s<>()]*[^\s<>()\p{P}]\/?`;

/**
 * What no engine may touch, as alternatives in the order in which they are tried. Each is written so that it is read in
 * a time that grows with the text and no faster.
 */
const alternatives = [
  // Code, closed by as many marks as opened it.
  '(?<!`)(?<code>`+)(?!`)[^]*?(?<!`)\\k<code>(?!`)',
  // A sign that is taken literally.
  String.raw`\\[!-\/:-@\[-${'`'}{-~]`,
  // The post that a quote quotes.
  String.raw`\[quote:[0-9a-f-]{36}\]`,
  // The second half of a link, and the first.
  String.raw`\]\((?:<[^<>\n]*>|[^()\s<]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)`,
  String.raw`!?\[`,
  // Addresses: in angle brackets, with a scheme, of people, of places.
  String.raw`<[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^<>\s]*>`,
  `(?:https?|mailto):(?:\\/\\/)?${address}`,
  String.raw`(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+`,
  String.raw`(?<![\w.-])(?:[a-zA-Z0-9-]+\.)+[a-zA-Z]{2,24}(?![\w.-]*\p{L})(?:\/(?:${address})?)?`,
  // People and tags.
  String.raw`@"[^"\n]{2,40}"`,
  String.raw`(?<![\p{L}\p{M}\p{N}_@])[@#](?:[\p{L}\p{N}][\p{L}\p{M}\p{N}_.’'-]*)?[\p{L}\p{M}\p{N}_]`,
  // Numbers, dates, times, sums and shares, with their signs.
  String.raw`(?:\+(?=\p{N}))?\p{N}+(?:[.,:\/’\u00a0\u202f -]\p{N}+)*(?:[ \u00a0\u202f]?[%‰])?`,
  // HTML's ways to write a sign, and the signs that mean something to Markdown, to HTML or to an engine.
  String.raw`&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,31});`,
  '[*_~#@\\\\\\[\\]|^$/<>&`{}\\n]+',
];

/** Everything in a text that stays as it is: code, links, addresses, names, numbers, marks. */
export const untouchable = new RegExp(alternatives.join('|'), 'gu');

/** Marks that come in pairs, and ends of lines: they may not change their order, numbers and names may. */
export const isStructure = (kept: string): boolean => /[*_[\]\r\n]/.test(kept) && !kept.startsWith('`');
