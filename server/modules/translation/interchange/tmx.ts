import { normalLanguage } from '../../../../shared/translation/translation.rules.js';
import { isPlain, joined, wordsOf, type MemoryUnit, type Part, type Said, type Variant } from './memory-unit.js';
import { rowOf, type ReadRow } from './read-row.js';
import { childrenOf, known, readXml, textIn, type XmlNode } from './xml-reading.js';
import { element, openTag, xmlDeclaration, xmlText } from '../../../platform/xml/xml-writing.js';

// TMX 1.4b, as LISA published it: a unit (`tu`) has variants (`tuv`), one for each language.

const own = {
  context: 'x-entente-context',
  agreed: 'x-entente-agreed',
} as const;

const unitAttributes = [
  'o-encoding',
  'datatype',
  'usagecount',
  'lastusagedate',
  'creationtool',
  'creationtoolversion',
  'creationdate',
  'creationid',
  'changedate',
  'segtype',
  'changeid',
  'o-tmf',
];

/** Inline markup with the attributes each has; `hi` marks words, the others hold codes of a program. */
const inline: Readonly<Record<string, readonly string[]>> = {
  bpt: ['i', 'x', 'type'],
  ept: ['i'],
  it: ['pos', 'x', 'type'],
  ph: ['x', 'assoc', 'type'],
  hi: ['x', 'type'],
  sub: ['datatype', 'type'],
};
const marking: ReadonlySet<string> = new Set(['hi']);

/**
 * The units of a TMX file. Of each, the source language is the one that the unit or the header names; where that is none
 * of ours, or all, it is the language of the first variant that is. Every other variant in a language of ours makes a unit.
 * @param languages those in which people write here
 * @throws Failure, as `readXml` does
 */
export function* readTmx(chunks: Iterable<string>, languages: readonly string[]): Generator<ReadRow> {
  let sourceLanguage = '';
  const wanted = { root: 'tmx', elements: new Set(['tu']), around: new Set(['header']) };
  for (const node of readXml(chunks, wanted)) {
    if (node.name === 'header') sourceLanguage = node.attributes['srclang'] ?? '';
    else yield readUnit(node, sourceLanguage, languages);
  }
}

function readUnit(tu: XmlNode, headerLanguage: string, languages: readonly string[]): ReadRow {
  const variants: Variant[] = [];
  for (const tuv of childrenOf(tu, 'tuv')) {
    const variant = readVariant(tuv);
    if (!variant) return { line: tu.line, units: [], problem: 'unknown_markup' };
    if (languages.includes(variant.language)) variants.push(variant);
  }
  const named = normalLanguage(tu.attributes['srclang'] ?? headerLanguage);
  const source = variants.find(({ language }) => language === named) ?? variants[0];
  const { context, said } = saidOf(tu);
  const units = variants
    .filter(({ language }) => language !== source?.language)
    .flatMap((target): MemoryUnit[] =>
      source ? [{ name: tu.attributes['tuid'] ?? '', ...said, source, target, ...(context && { context }) }] : [],
    );
  return rowOf(tu.line, units);
}

function readVariant(tuv: XmlNode): Variant | undefined {
  const [segment] = childrenOf(tuv, 'seg');
  const parts = segment ? partsOf(segment) : [];
  if (!parts) return undefined;
  return {
    language: normalLanguage(tuv.attributes['xml:lang'] ?? tuv.attributes['lang'] ?? ''),
    text: wordsOf(parts, marking),
    ...(!isPlain(parts) && { parts }),
    ...saidOf(tuv).said,
  };
}

/** The words and markup of an element; nothing when there is markup that TMX does not have. */
function partsOf({ children }: XmlNode): Part[] | undefined {
  const parts: Part[] = [];
  for (const child of children) {
    if (typeof child === 'string') {
      parts.push(child);
      continue;
    }
    const attributes = Object.hasOwn(inline, child.name) ? inline[child.name] : undefined;
    const inside = partsOf(child);
    if (!attributes || !inside) return undefined;
    parts.push({ name: child.name, attributes: known(child.attributes, attributes) ?? {}, parts: inside });
  }
  return joined(parts);
}

function saidOf(node: XmlNode): { said: Said; context: string | undefined } {
  const attributes = known(node.attributes, unitAttributes);
  const said = (name: string) =>
    childrenOf(node, name).map((child) => ({
      type: child.attributes['type'] ?? '',
      text: textIn(child),
      ...(child.attributes['xml:lang'] !== undefined && { language: child.attributes['xml:lang'] }),
    }));
  const notes = said('note').map(({ type: _type, ...note }) => note);
  const all = said('prop');
  const context = all.find(({ type }) => type === own.context)?.text;
  const properties = all.filter(({ type }) => type !== own.context && type !== own.agreed);
  return {
    context: context !== undefined && /^[0-9a-f]{64}$/.test(context) ? context : undefined,
    said: {
      ...(attributes && { attributes }),
      ...(notes.length > 0 && { notes }),
      ...(properties.length > 0 && { properties }),
    },
  };
}

/** What stands before the units of a TMX file. */
export const tmxBegin = `${xmlDeclaration}<tmx version="1.4">\n${element(
  'header',
  {
    creationtool: 'entente',
    creationtoolversion: '1',
    segtype: 'sentence',
    'o-tmf': 'entente',
    adminlang: 'en',
    srclang: '*all*',
    datatype: 'plaintext',
  },
  '',
)}\n<body>\n`;

export const tmxEnd = '</body>\n</tmx>\n';

/** @param isAgreed people of both sides confirmed it here; other programs may read it, we do not take their word for it */
export function writeTmxUnit(unit: MemoryUnit, isAgreed: boolean): string {
  const properties = [
    ...(unit.context === undefined ? [] : [{ type: own.context, text: unit.context }]),
    ...(isAgreed ? [{ type: own.agreed, text: 'true' }] : []),
  ];
  const said = { ...unit, properties: [...(unit.properties ?? []), ...properties] };
  const name = unit.name === '' ? undefined : unit.name;
  return `${openTag('tu', { tuid: name, srclang: unit.source.language, ...unit.attributes })}\n${writeSaid(said)}${writeVariant(
    unit.source,
  )}${writeVariant(unit.target)}</tu>\n`;
}

const writeSaid = ({ notes = [], properties = [] }: Said): string =>
  [
    ...notes.map(({ text, language }) => element('note', { 'xml:lang': language }, xmlText(text))),
    ...properties.map(({ type, text, language }) => element('prop', { type, 'xml:lang': language }, xmlText(text))),
  ]
    .map((line) => `${line}\n`)
    .join('');

const writeVariant = (variant: Variant): string =>
  `${openTag('tuv', { 'xml:lang': variant.language, ...variant.attributes })}\n${writeSaid(variant)}${element(
    'seg',
    {},
    writeParts(variant.parts ?? [variant.text]),
  )}</tuv>\n`;

const writeParts = (parts: readonly Part[]): string =>
  parts
    .map((part) =>
      typeof part === 'string' ? xmlText(part) : element(part.name, part.attributes, writeParts(part.parts)),
    )
    .join('');
