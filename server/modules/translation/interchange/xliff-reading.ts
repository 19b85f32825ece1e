import { normalLanguage } from '../../../../shared/translation/translation.rules.js';
import { isPlain, joined, wordsOf, type MemoryUnit, type Part, type Variant } from './memory-unit.js';
import { rowOf, type ReadRow } from './read-row.js';
import { childrenOf, readXml, textIn, type XmlNode } from './xml-reading.js';
import { metadata, stateOf, subStateOf, usualState } from './xliff-terms.js';

const marking: ReadonlySet<string> = new Set(['hi']);

/**
 * The segments of an XLIFF 2.0 or 2.1 file. A segment that its file calls untranslated (`initial`), or that has no target,
 * is left out. Its state goes along as properties.
 * @param languages those in which people write here
 * @throws Failure, as `readXml` does
 */
export function* readXliff(chunks: Iterable<string>, languages: readonly string[]): Generator<ReadRow> {
  let pair = { source: '', target: '' };
  const wanted = { root: 'xliff', elements: new Set(['unit']), around: new Set(['xliff']) };
  for (const node of readXml(chunks, wanted)) {
    if (node.name === 'xliff') {
      const { srcLang = '', trgLang = '' } = node.attributes;
      pair = { source: normalLanguage(srcLang), target: normalLanguage(trgLang) };
      continue;
    }
    const isOurs = pair.source !== pair.target && Object.values(pair).every((one) => languages.includes(one));
    for (const segment of childrenOf(node, 'segment'))
      yield isOurs ? readSegment(node, segment, pair) : { line: segment.line, units: [], problem: 'other_languages' };
  }
}

function readSegment(unit: XmlNode, segment: XmlNode, pair: { source: string; target: string }): ReadRow {
  const { line, attributes } = segment;
  const [source] = childrenOf(segment, 'source');
  const [target] = childrenOf(segment, 'target');
  if (attributes['state'] === 'initial' || !target) return { line, units: [], problem: 'not_translated' };
  const data = originalData(unit);
  const texts = [source, target].map((node) => (node ? partsOf(node, data) : []));
  const [from, to] = texts;
  if (!from || !to) return { line, units: [], problem: 'unknown_markup' };
  const notes = childrenOf(unit, 'notes')
    .flatMap((all) => childrenOf(all, 'note'))
    .map((note) => ({ text: textIn(note) }));
  const told = metadataOf(unit);
  const context = told.find(({ type }) => type === metadata.context)?.text;
  const properties = [...told.filter(({ type }) => type !== metadata.context), ...statesOf(attributes)];
  const read: MemoryUnit = {
    name: unit.attributes['name'] ?? '',
    ...(notes.length > 0 && { notes }),
    ...(properties.length > 0 && { properties }),
    ...(context !== undefined && /^[0-9a-f]{64}$/.test(context) && { context }),
    source: variantOf(pair.source, from),
    target: variantOf(pair.target, to),
  };
  return rowOf(line, [read]);
}

/** The state as properties: not the usual one, and not what this program itself said. */
function statesOf({ state = usualState, subState }: XmlNode['attributes']): { type: string; text: string }[] {
  if (subState === metadata.agreed) return [];
  return [
    ...(state === usualState ? [] : [{ type: stateOf, text: state }]),
    ...(subState === undefined ? [] : [{ type: subStateOf, text: subState }]),
  ];
}

const variantOf = (language: string, parts: readonly Part[]): Variant => ({
  language,
  text: wordsOf(parts, marking),
  ...(!isPlain(parts) && { parts }),
});

const originalData = (unit: XmlNode): ReadonlyMap<string, string> =>
  new Map(
    childrenOf(unit, 'originalData')
      .flatMap((all) => childrenOf(all, 'data'))
      .map((data) => [data.attributes['id'] ?? '', textIn(data)]),
  );

const metadataOf = (unit: XmlNode): { type: string; text: string }[] =>
  childrenOf(unit, 'mda:metadata')
    .flatMap((all) => childrenOf(all, 'mda:metaGroup'))
    .flatMap((group) => childrenOf(group, 'mda:meta'))
    .map((meta) => ({ type: meta.attributes['type'] ?? '', text: textIn(meta) }));

/** An id as TMX would number it. */
const numberOf = (id: string | undefined): string => (id ?? '').replace(/^[cp](?=\d)/, '');

/** Words and codes as TMX has them; nothing when there is markup that XLIFF does not have in a text. */
function partsOf(node: XmlNode, data: ReadonlyMap<string, string>): Part[] | undefined {
  const parts: Part[] = [];
  for (const child of node.children) {
    const read = typeof child === 'string' ? [child] : partsOfCode(child, data);
    if (!read) return undefined;
    parts.push(...read);
  }
  return joined(parts);
}

function partsOfCode(node: XmlNode, data: ReadonlyMap<string, string>): Part[] | undefined {
  const { id, startRef, dataRef, dataRefStart, dataRefEnd } = node.attributes;
  const code = (reference: string | undefined): string[] => {
    const original = data.get(reference ?? '') ?? '';
    return original === '' ? [] : [original];
  };
  const begins = (reference: string | undefined): Part => ({
    name: 'bpt',
    attributes: { i: numberOf(id) },
    parts: code(reference),
  });
  const ends = (of: string | undefined, reference: string | undefined): Part => ({
    name: 'ept',
    attributes: { i: numberOf(of) },
    parts: code(reference),
  });
  switch (node.name) {
    case 'ph':
      return [{ name: 'ph', attributes: { x: numberOf(id) }, parts: code(dataRef) }];
    case 'sc':
      return [begins(dataRef)];
    case 'ec':
      return [ends(startRef ?? id, dataRef)];
    case 'pc': {
      const inside = partsOf(node, data);
      return inside && [begins(dataRefStart), ...inside, ends(id, dataRefEnd)];
    }
    case 'mrk': {
      const inside = partsOf(node, data);
      return inside && [{ name: 'hi', attributes: {}, parts: inside }];
    }
    default:
      return undefined;
  }
}
