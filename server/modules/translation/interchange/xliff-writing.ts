import type { Pair } from '../engine/translation-engine.js';
import { wordsOf, type InlineCode, type MemoryUnit, type Part } from './memory-unit.js';
import { metadata, stateOf, subStateOf, usualState } from './xliff-terms.js';
import { element, openTag, xmlDeclaration, xmlText } from '../../../platform/xml/xml-writing.js';

// XLIFF 2.1 (OASIS): one pair of languages in a file, a state on each segment, notes, and metadata of other programs.

/** What stands before the units of a file. */
export const xliffBegin = ({ source, target }: Pair): string =>
  `${xmlDeclaration}${openTag('xliff', {
    xmlns: 'urn:oasis:names:tc:xliff:document:2.0',
    'xmlns:mda': 'urn:oasis:names:tc:xliff:metadata:2.0',
    version: '2.1',
    srcLang: source,
    trgLang: target,
  })}\n<file id="memory">\n`;

export const xliffEnd = '</file>\n</xliff>\n';

/**
 * @param isAgreed people of both sides confirmed it here: `final`, and `entente:agreed` below that
 * @param number of the unit in the file
 */
export function writeXliffUnit(unit: MemoryUnit, isAgreed: boolean, number: number): string {
  const { properties = [], notes = [], name, context } = unit;
  const said = (type: string): string | undefined => properties.find((one) => one.type === type)?.text;
  const codes = new Codes();
  const source = codes.written(unit.source.parts ?? [unit.source.text]);
  const target = codes.written(unit.target.parts ?? [unit.target.text]);
  const told = [
    ...properties.filter(({ type }) => type !== stateOf && type !== subStateOf),
    ...(context === undefined ? [] : [{ type: metadata.context, text: context }]),
  ];
  const state = isAgreed
    ? { state: 'final', subState: metadata.agreed }
    : { state: said(stateOf) ?? usualState, subState: said(subStateOf) };
  const inside = [
    whole(
      'mda:metadata',
      whole('mda:metaGroup', told.map(({ type, text }) => element('mda:meta', { type }, xmlText(text))).join('')),
    ),
    whole('notes', notes.map(({ text }) => element('note', {}, xmlText(text))).join('')),
    whole('originalData', codes.data()),
    element('segment', state, element('source', {}, source) + element('target', {}, target)),
  ];
  const attributes = { id: `u${number}`, name: name === '' ? undefined : name, 'xml:space': 'preserve' };
  return `${element('unit', attributes, inside.join(''))}\n`;
}

/** An element that is left out when nothing is in it. */
const whole = (name: string, content: string): string => (content === '' ? '' : element(name, {}, content));

/** Markup of the texts of one unit, and the codes it stands for. */
class Codes {
  private readonly originals: string[] = [];
  private count = 0;

  data(): string {
    return this.originals.map((text, at) => element('data', { id: `d${at + 1}` }, xmlText(text))).join('');
  }

  written(parts: readonly Part[]): string {
    const begun = new Set(parts.flatMap((part) => (isCode(part, 'bpt') ? [part.attributes['i']] : [])));
    const ended = new Set(parts.flatMap((part) => (isCode(part, 'ept') ? [part.attributes['i']] : [])));
    return parts
      .map((part) => {
        if (typeof part === 'string') return xmlText(part);
        if (part.name === 'hi') return element('mrk', { id: `m${(this.count += 1)}` }, this.written(part.parts));
        const number = part.attributes['i'] ?? '';
        const isPaired = begun.has(number) && ended.has(number);
        if (part.name === 'bpt' && isPaired) return element('sc', { id: `c${number}`, dataRef: this.kept(part) }, '');
        if (part.name === 'ept' && isPaired)
          return element('ec', { startRef: `c${number}`, dataRef: this.kept(part) }, '');
        const id = `p${part.attributes['x'] ?? `0${(this.count += 1)}`}`;
        return element('ph', { id, dataRef: this.kept(part) }, '');
      })
      .join('');
  }

  private kept({ parts }: InlineCode): string | undefined {
    const text = wordsOf(parts, allMarkup);
    if (text === '') return undefined;
    this.originals.push(text);
    return `d${this.originals.length}`;
  }
}

const allMarkup: ReadonlySet<string> = new Set(['bpt', 'ept', 'it', 'ph', 'hi', 'sub']);

const isCode = (part: Part, name: string): part is InlineCode => typeof part !== 'string' && part.name === name;
