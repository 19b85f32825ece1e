import { erasedText } from '../../language/erased-text.rules.js';
import { citationKey, type Citation } from '../citation.rules.js';
import type { CitedForAll } from '../citation.schema.js';
import { facingOrder } from '../facing.rules.js';
import { hashGroups } from '../ratification.rules.js';
import type { RatifiedStatement, SignatureView } from '../ratified.schema.js';

/** The sentences of a file, by their keys under `paper` in `locales/<language>/ratified.json`. */
export type PaperSentence =
  | 'ratified_on'
  | 'both_count'
  | 'clause'
  | 'reservation'
  | 'reservations_whole'
  | 'signatures'
  | 'quorum'
  | 'hash'
  | 'hash_what'
  | 'record'
  | 'check'
  | 'check_how'
  | SignatureView['kind'];

/** A footnote in a file; what is not there any more has no address. */
export interface CitedWords {
  readonly words: string;
  readonly address: string | undefined;
}

/** What a file says besides the texts: in one language, that of whoever asked for it. */
export interface FileWords {
  readonly language: string;
  readonly say: (sentence: PaperSentence, params?: Readonly<Record<string, string | number>>) => string;
  readonly languageName: (language: string) => string;
  readonly sideName: (side: 'a' | 'b' | 'neutral') => string;
  readonly day: (day: string) => string;
  /** What a footnote says, and where what it cites can be read; `thing` is absent for what this server does not know. */
  readonly cited: (thing: CitedForAll | undefined) => CitedWords;
  /** That the title was erased, when and why. */
  readonly erased: string;
  /** Where the data to check are; the command that checks them is made of it. */
  readonly address: string;
}

/** The fingerprint as people read it to each other, in the groups in which it was signed; nothing else can be in it. */
export const groupedHash = (hash: string): string => hashGroups(hash.replace(/[^0-9a-f]/g, '')).join(' ');

/** How to work the fingerprint out with tools that are not ours. */
export const checkCommand = (address: string): string => `curl -s '${address}' | jq -j .canonical | sha256sum`;

/** What a text of a statement cites, in the words of a file. */
export const citedWords = ({ citations }: RatifiedStatement, cites: Citation, words: FileWords): CitedWords =>
  words.cited(citations.find((thing) => citationKey(thing) === citationKey(cites)));

interface TextIn {
  readonly language: string;
  readonly text: string;
}

/** A text in the languages of both sides, in their order, then in the others it has. */
export function textsInOrder(
  statement: RatifiedStatement,
  texts: Readonly<Record<string, string>>,
  reader: string,
): TextIn[] {
  const own = facingOrder(statement, reader).map((side) => statement.languages[side]);
  return [...new Set([...own, ...Object.keys(texts).toSorted()])].flatMap((language) => {
    const text = texts[language];
    return text === undefined ? [] : [{ language, text }];
  });
}

/** The title in its languages; what was erased of it is said in the language of the file. */
export const titlesOf = (statement: RatifiedStatement, { language: reader, erased }: FileWords): TextIn[] =>
  textsInOrder(statement, statement.title, reader).map((one) =>
    one.text === erasedText ? { language: reader, text: erased } : one,
  );

/** The names of an organisation in the languages of both sides, or else in those it has; each once. */
export function namesOf(
  statement: RatifiedStatement,
  { name }: SignatureView['organisation'],
  reader: string,
): string[] {
  const all = textsInOrder(statement, name, reader);
  const ofSides = all.filter(({ language }) => Object.values(statement.languages).includes(language));
  return [...new Set((ofSides.length > 0 ? ofSides : all).map(({ text }) => text))];
}

/** What the fingerprint is of, and where it is recorded. */
export function whatTheHashIs({ recordSeq }: RatifiedStatement, words: FileWords): string {
  const what = words.say('hash_what');
  return recordSeq === null ? what : `${what} ${words.say('record', { number: recordSeq })}`;
}
