import { termStatuses, type TermStatus } from '../../../../shared/translation/glossary.rules.js';
import { administrativeStatus, idPrefix, ownNotes, superseded } from './glossary-terms.js';
import type { FileConcept } from './read-concept.js';
import { readXml, textIn, type XmlNode } from './xml-reading.js';

/**
 * The concepts of a TBX file (ISO 30042:2019), in the style DCA, where attributes say what an element is, or DCT, where its
 * name does. Definitions and notes of a language are its note; those of the concept belong to the language they name, or
 * that the file names. A term without a status is admitted; one that is deprecated or superseded is forbidden.
 * @throws Failure, as `readXml` does
 */
export function* readTbx(chunks: Iterable<string>): Generator<FileConcept> {
  let fileLanguage = '';
  const wanted = { root: 'tbx', elements: new Set(['conceptEntry']), around: new Set(['tbx']) };
  for (const node of readXml(chunks, wanted)) {
    if (node.name === 'tbx') fileLanguage = node.attributes['xml:lang'] ?? '';
    else yield conceptOf(node, fileLanguage);
  }
}

function conceptOf(entry: XmlNode, fileLanguage: string): FileConcept {
  const sections = elementsIn(entry).filter(({ name }) => name === 'langSec');
  const languageOf = (section: XmlNode): string => section.attributes['xml:lang'] ?? '';
  const { id = '' } = entry.attributes;
  return {
    line: entry.line,
    name: id.startsWith(idPrefix) ? id.slice(idPrefix.length) : id,
    terms: sections.flatMap((section) =>
      elementsIn(section)
        .filter(({ name }) => name === 'termSec')
        .map((term) => termOf(term, languageOf(section))),
    ),
    notes: [
      ...notesOf(entry, fileLanguage),
      ...sections.flatMap((section) => notesOf(section, languageOf(section))),
    ].filter(({ language }) => language !== ''),
  };
}

function notesOf(node: XmlNode, language: string): { language: string; text: string }[] {
  return dataIn(node)
    .filter(({ kind }) => kind === 'note' || kind === 'definition')
    .map(({ element }) => ({ language: element.attributes['xml:lang'] ?? language, text: textIn(element).trim() }))
    .filter(({ text }) => text !== '');
}

function termOf(section: XmlNode, language: string): FileConcept['terms'][number] {
  const [term] = elementsIn(section).filter(({ name }) => name === 'term');
  const data = dataIn(section).map(({ kind, element }) => ({ kind, text: textIn(element).trim() }));
  const notes = data.filter(({ kind }) => kind === 'note').map(({ text }) => text);
  const after = (prefix: string): string[] =>
    notes.filter((text) => text.startsWith(prefix)).map((text) => text.slice(prefix.length));
  return {
    language,
    form: term ? textIn(term) : '',
    forms: after(ownNotes.form),
    stems: after(ownNotes.stem),
    status: notes.includes(ownNotes.contested)
      ? 'contested'
      : statusOf(data.find(({ kind }) => kind === 'administrativeStatus')?.text),
  };
}

function statusOf(written: string | undefined): TermStatus {
  if (written === superseded) return 'forbidden';
  return termStatuses.find((one) => one !== 'contested' && administrativeStatus[one] === written) ?? 'admitted';
}

/** What an element says about its parent, by its kind: its type in DCA, its name in DCT. Groups are looked into. */
function dataIn(node: XmlNode): { kind: string; element: XmlNode }[] {
  return elementsIn(node).flatMap((element) => {
    const name = element.name.replace(/^[^:]*:/, '');
    if (name.endsWith('Grp')) return dataIn(element);
    return [{ kind: element.attributes['type'] ?? name, element }];
  });
}

const elementsIn = ({ children }: XmlNode): XmlNode[] => children.filter((child) => typeof child !== 'string');
