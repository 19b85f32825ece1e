import type { ConceptView } from '../../../../shared/translation/glossary.schema.js';
import { administrativeStatus, idPrefix, ownNotes } from './glossary-terms.js';
import { element, openTag, xmlDeclaration, xmlText } from '../../../platform/xml/xml-writing.js';

// TBX-Basic (ISO 30042:2019) in the style DCA: a concept has sections by language, and each of those has terms.

/** What stands before the entries of a TBX file. */
export const tbxBegin = `${xmlDeclaration}${openTag('tbx', {
  type: 'TBX-Basic',
  style: 'dca',
  'xml:lang': 'en',
  xmlns: 'urn:iso:std:iso:30042:ed-2',
})}\n<tbxHeader><fileDesc><sourceDesc><p>entente</p></sourceDesc></fileDesc></tbxHeader>\n<text><body>\n`;

export const tbxEnd = '</body></text>\n</tbx>\n';

/** A concept; notes in a language that has no term stand with the concept, since a section by language needs a term. */
export function writeTbxConcept({ id, changedOn, terms, note }: ConceptView): string {
  const languages = [...new Set(terms.map(({ language }) => language))];
  const elsewhere = Object.entries(note).filter(([language]) => !languages.includes(language));
  const changed = element('transac', { type: 'transactionType' }, 'modification') + element('date', {}, changedOn);
  const sections = languages.map((language) =>
    element(
      'langSec',
      { 'xml:lang': language },
      [
        note[language] === undefined ? '' : element('note', {}, xmlText(note[language])),
        ...terms.filter((term) => term.language === language).map(termSection),
      ].join('\n'),
    ),
  );
  const inside = [
    element('transacGrp', {}, changed),
    ...elsewhere.map(([language, text]) => element('note', { 'xml:lang': language }, xmlText(text))),
    ...sections,
  ];
  return `${element('conceptEntry', { id: `${idPrefix}${id}` }, inside.join('\n'))}\n`;
}

function termSection({ form, forms, stems, status }: ConceptView['terms'][number]): string {
  const notes = [
    ...(status === 'contested' ? [ownNotes.contested] : []),
    ...forms.map((one) => ownNotes.form + one),
    ...stems.map((one) => ownNotes.stem + one),
  ];
  const standing =
    status === 'contested' ? '' : element('termNote', { type: 'administrativeStatus' }, administrativeStatus[status]);
  const said = notes.map((text) => element('note', {}, xmlText(text))).join('');
  return element('termSec', {}, element('term', {}, xmlText(form)) + standing + said);
}
