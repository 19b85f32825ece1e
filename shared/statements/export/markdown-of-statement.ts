import { citationKey, footnotesOf, type Citation } from '../citation.rules.js';
import { facingOrder, sidesInOrder } from '../facing.rules.js';
import type { RatifiedStatement, ReservationView } from '../ratified.schema.js';
import type { StatementText } from '../statement-text.schema.js';
import {
  checkCommand,
  citedWords,
  groupedHash,
  namesOf,
  textsInOrder,
  titlesOf,
  whatTheHashIs,
  type FileWords,
} from './file-words.js';
import { markdownOfText, noteMark } from './markdown-text.js';
import { escapedWords } from './markdown-words.js';

/** Headings that stand above those of a clause's text: the title, the clause, and the language of the text. */
const headingsAbove = 2;

/** A ratified statement as one Markdown file: both texts of each clause, what was reserved, who signed, how to check. */
export function markdownOfStatement(statement: RatifiedStatement, words: FileWords): string {
  const notes = new NoteNumbers();
  const parts = [
    ...titlesOf(statement, words).map(({ text }) => `# ${oneLine(text)}`),
    escaped(`${words.say('ratified_on', { day: words.day(statement.ratifiedOn) })} · ${words.say('both_count')}`),
    ...statement.clauses.flatMap((clause, at) => clausePart(statement, clause, at + 1, { words, notes })),
    ...wholePart(statement, words),
    ...signaturesPart(statement, words),
    ...checkPart(statement, words),
  ];
  return `${parts.join('\n\n')}\n`;
}

const escaped = (text: string): string =>
  text
    .split('\n')
    .map((line) => escapedWords(line))
    .join('\\\n');
const oneLine = (text: string): string => escapedWords(text);

function clausePart(
  statement: RatifiedStatement,
  { id, texts }: RatifiedStatement['clauses'][number],
  number: number,
  { words, notes }: { readonly words: FileWords; readonly notes: NoteNumbers },
): string[] {
  return [
    `## ${oneLine(words.say('clause', { number }))}`,
    ...facingOrder(statement, words.language).flatMap((side) => [
      `### ${oneLine(words.languageName(statement.languages[side]))}`,
      ...textPart(statement, texts[side], { words, notes }),
    ]),
    ...statement.reservations.filter(({ clause }) => clause === id).map((one) => reservation(statement, one, words)),
  ];
}

/** Footnotes are numbered through the whole file, since programs know a footnote by its number. */
class NoteNumbers {
  private given = 0;

  /** Numbers for the footnotes of the next text. */
  next(text: StatementText): ReadonlyMap<string, number> {
    return new Map(footnotesOf(text).map(({ cites }) => [citationKey(cites), (this.given += 1)]));
  }
}

/**
 * One text, and beneath it what it cites. Each footnote is more than one word, and its address stands last: a program that
 * knows no footnotes shows the line as it is, and takes it for no address of a link.
 */
function textPart(
  statement: RatifiedStatement,
  text: StatementText,
  { words, notes }: { readonly words: FileWords; readonly notes: NoteNumbers },
): string[] {
  const numbers = notes.next(text);
  const noteOf = (cites: Citation): number => numbers.get(citationKey(cites)) ?? 0;
  const beneath = footnotesOf(text).map(({ cites }) => {
    const { words: said, address } = citedWords(statement, cites, words);
    return `${noteMark(noteOf(cites))}: ${oneLine(said)}${address === undefined ? '' : ` <${address}>`}`;
  });
  return [markdownOfText(text, { above: headingsAbove, noteOf }), ...beneath];
}

function wholePart(statement: RatifiedStatement, words: FileWords): string[] {
  const whole = statement.reservations.filter(({ clause }) => clause === null);
  if (whole.length === 0) return [];
  return [`## ${oneLine(words.say('reservations_whole'))}`, ...whole.map((one) => reservation(statement, one, words))];
}

/** In the words of the organisation, in every language it gave. */
function reservation(statement: RatifiedStatement, one: ReservationView, words: FileWords): string {
  const name = escaped(namesOf(statement, one.organisation, words.language).join(' · '));
  const texts = textsInOrder(statement, one.text, words.language).map(({ text }) => escaped(text));
  return [`**${escaped(words.say('reservation'))}** — ${name}`, ...texts]
    .flatMap((part) => ['', ...part.split('\n')])
    .slice(1)
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

function signaturesPart(statement: RatifiedStatement, words: FileWords): string[] {
  const groups = sidesInOrder(statement, words.language).flatMap((side) => {
    const signed = statement.signatures.filter(({ organisation }) => organisation.side === side);
    if (signed.length === 0) return [];
    const lines = signed.map(
      ({ organisation, kind, on }) =>
        `- ${escaped(`${namesOf(statement, organisation, words.language).join(' · ')}, ${words.say(kind, { day: words.day(on) })}`)}`,
    );
    return [`### ${oneLine(words.sideName(side))}`, lines.join('\n')];
  });
  const quorum = escaped(words.say('quorum', { quorum: statement.quorum }));
  return [`## ${oneLine(words.say('signatures'))}`, ...groups, quorum];
}

function checkPart(statement: RatifiedStatement, words: FileWords): string[] {
  return [
    `## ${oneLine(words.say('check'))}`,
    escaped(words.say('hash')),
    `    ${groupedHash(statement.hash)}`,
    escaped(whatTheHashIs(statement, words)),
    escaped(words.say('check_how')),
    `    ${checkCommand(words.address)}`,
  ];
}
