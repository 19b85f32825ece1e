import { directionOf } from '../../language/language.js';
import { footnotesOf } from '../citation.rules.js';
import { facingOrder, rowsOf, sidesInOrder } from '../facing.rules.js';
import type { RatifiedStatement, ReservationView } from '../ratified.schema.js';
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
import { escapedHtml, htmlOfBlocks, markName, noteName, type Notes } from './html-text.js';
import { statementStyle } from './statement-style.js';

/**
 * A ratified statement as one HTML file that needs nothing else and does nothing: no script, no request, and one style,
 * named by its own hash in the policy that the file carries with it.
 * @param sha256 of a text's UTF-8, in base64
 */
export function htmlOfStatement(
  statement: RatifiedStatement,
  words: FileWords,
  sha256: (text: string) => string,
): string {
  const style = statementStyle(statement);
  const titles = titlesOf(statement, words);
  const policy = `default-src 'none'; style-src 'sha256-${sha256(style)}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="${escapedHtml(words.language)}" dir="${directionOf(words.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapedHtml(titles[0]?.text ?? '')}</title>
<style>${style}</style>
</head>
<body>
<main>
<header>
<h1>${titles.map(({ language, text }) => said('span', language, text)).join('')}</h1>
<p class="soft">${line(words.say('ratified_on', { day: words.day(statement.ratifiedOn) }), words.say('both_count'))}</p>
</header>
${statement.clauses.map((clause, at) => clausePart(statement, clause, at + 1, words)).join('\n')}
${wholePart(statement, words)}${signaturesPart(statement, words)}
${checkPart(statement, words)}
</main>
</body>
</html>
`;
}

/** An element in a language, in the direction of its letters. */
const said = (tag: string, language: string, text: string): string =>
  `<${tag} lang="${escapedHtml(language)}" dir="${directionOf(language)}">${escapedHtml(text)}</${tag}>`;

const line = (...parts: readonly string[]): string => parts.map(escapedHtml).join(' · ');

function clausePart(
  statement: RatifiedStatement,
  { id, texts }: RatifiedStatement['clauses'][number],
  number: number,
  words: FileWords,
): string {
  const rows = rowsOf(texts);
  const pages = facingOrder(statement, words.language).map((side) => {
    const language = statement.languages[side];
    const notes = { footnotes: footnotesOf(texts[side]), name: `clause-${number}-${side}` };
    return `<section class="page" lang="${escapedHtml(language)}" dir="${directionOf(language)}">
<p class="soft"><bdi lang="${escapedHtml(words.language)}">${escapedHtml(words.languageName(language))}</bdi></p>
${[...htmlOfBlocks(texts[side], notes), ...footnotes(statement, notes, words)].join('\n')}
</section>`;
  });
  const beside = statement.reservations.filter(({ clause }) => clause === id);
  return `<article id="clause-${escapedHtml(id)}">
<h2>${escapedHtml(words.say('clause', { number }))}</h2>
<div class="pages rows-${rows}">
${pages.join('\n')}
</div>
${beside.map((one) => reservation(statement, one, words)).join('\n')}</article>`;
}

/** What a text cites, beneath it and in the language of the file. */
function footnotes(statement: RatifiedStatement, notes: Notes, words: FileWords): string[] {
  if (notes.footnotes.length === 0) return [];
  const items = notes.footnotes.map(({ number, cites }) => {
    const { words: said, address } = citedWords(statement, cites, words);
    const what =
      address === undefined
        ? escapedHtml(said)
        : `<a href="${escapedHtml(address)}" rel="noopener noreferrer">${escapedHtml(said)}</a>`;
    const back = `<a href="#${markName(notes, number)}" role="doc-backlink">${number}</a>`;
    return `<li id="${noteName(notes, number)}">${back} <span>${what}</span></li>`;
  });
  return [
    `<ol class="notes" lang="${words.language}" dir="${directionOf(words.language)}">\n${items.join('\n')}\n</ol>`,
  ];
}

function wholePart(statement: RatifiedStatement, words: FileWords): string {
  const whole = statement.reservations.filter(({ clause }) => clause === null);
  if (whole.length === 0) return '';
  return `<section>
<h2>${escapedHtml(words.say('reservations_whole'))}</h2>
${whole.map((one) => reservation(statement, one, words)).join('\n')}</section>
`;
}

/** In the words of the organisation, in every language it gave. */
function reservation(statement: RatifiedStatement, one: ReservationView, words: FileWords): string {
  const texts = textsInOrder(statement, one.text, words.language);
  return `<div class="reservation" role="note">
<p><strong>${escapedHtml(words.say('reservation'))}</strong> · ${organisation(statement, one.organisation, words)}</p>
${texts.map(({ language, text }) => said('p', language, text)).join('\n')}
</div>
`;
}

const organisation = (
  statement: RatifiedStatement,
  one: ReservationView['organisation'],
  { language }: FileWords,
): string =>
  namesOf(statement, one, language)
    .map((name) => `<bdi>${escapedHtml(name)}</bdi>`)
    .join(' · ');

function signaturesPart(statement: RatifiedStatement, words: FileWords): string {
  const groups = sidesInOrder(statement, words.language).flatMap((side) => {
    const signed = statement.signatures.filter((one) => one.organisation.side === side);
    if (signed.length === 0) return [];
    const rows = signed.map(
      ({ organisation: who, kind, on }) =>
        `<li>${organisation(statement, who, words)} <span class="soft">${escapedHtml(words.say(kind, { day: words.day(on) }))}</span></li>`,
    );
    return [`<div><h3>${escapedHtml(words.sideName(side))}</h3>\n<ul>\n${rows.join('\n')}\n</ul></div>`];
  });
  return `<section class="signatures">
<h2>${escapedHtml(words.say('signatures'))}</h2>
<div class="groups">
${groups.join('\n')}
</div>
<p class="soft">${escapedHtml(words.say('quorum', { quorum: statement.quorum }))}</p>
</section>`;
}

function checkPart(statement: RatifiedStatement, words: FileWords): string {
  return `<section class="check">
<h2>${escapedHtml(words.say('check'))}</h2>
<p>${escapedHtml(words.say('hash'))}</p>
<p class="hash" dir="ltr">${groupedHash(statement.hash)}</p>
<p>${escapedHtml(whatTheHashIs(statement, words))}</p>
<p>${escapedHtml(words.say('check_how'))}</p>
<pre dir="ltr">${escapedHtml(checkCommand(words.address))}</pre>
</section>`;
}
