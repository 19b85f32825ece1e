import { inflateSync } from 'node:zlib';

/** The words on each page of a PDF that Chromium made, glyph by glyph in the order in which they are painted. */
export function pagesOfPdf(pdf: Buffer): string[] {
  const source = pdf.toString('latin1');
  const objects = new Map(
    [...source.matchAll(/(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj/gs)].map(([, number = '', body = '']) => [number, body]),
  );
  const streamOf = (number: string): string => {
    const body = objects.get(number) ?? '';
    const stream = /stream\r?\n(.*)\r?\nendstream/s.exec(body)?.[1] ?? '';
    return body.includes('/FlateDecode') ? inflateSync(Buffer.from(stream, 'latin1')).toString('latin1') : stream;
  };
  const glyphsOf = (font: string): Map<string, string> => {
    const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font) ?? '')?.[1];
    return map === undefined ? new Map() : glyphs(streamOf(map));
  };
  return [...objects.values()]
    .filter((body) => /\/Type \/Page\n/.test(body))
    .map((page) => {
      const fonts = new Map(
        [...page.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', at = '']) => [name, glyphsOf(at)]),
      );
      return wordsOf(streamOf(/\/Contents (\d+) 0 R/.exec(page)?.[1] ?? ''), fonts);
    });
}

const letters = (hex: string): string =>
  String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((code) => Number.parseInt(code, 16)));
const next = (hex: string, by: number): string =>
  (Number.parseInt(hex, 16) + by).toString(16).toUpperCase().padStart(4, '0');

/** A font's table from glyphs to letters. */
function glyphs(map: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, part = ''] of map.matchAll(/beginbfchar\n(.*?)endbfchar/gs))
    for (const [, glyph = '', hex = ''] of part.matchAll(/<(\w+)> <(\w+)>/g)) found.set(glyph, letters(hex));
  for (const [, part = ''] of map.matchAll(/beginbfrange\n(.*?)endbfrange/gs))
    for (const [, from = '', to = '', hex = ''] of part.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
      for (let by = 0; next(from, by) <= to; by += 1) found.set(next(from, by), letters(next(hex, by)));
  return found;
}

/** What is painted; a group of glyphs that stands for letters in another order says which. */
function wordsOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let font: ReadonlyMap<string, string> = new Map();
  let words = '';
  let instead = false;
  for (const [, name, actual, ends, glyph] of content.matchAll(
    /\/(F\d+) [\d.]+ Tf|ActualText <FEFF(\w+)>|(EMC)|<(\w+)> Tj/g,
  )) {
    if (name !== undefined) font = fonts.get(name) ?? new Map();
    else if (actual !== undefined) {
      words += letters(actual);
      instead = true;
    } else if (ends !== undefined) instead = false;
    else if (glyph !== undefined && !instead)
      words += (glyph.match(/.{4}/g) ?? []).map((one) => font.get(one) ?? '').join('');
  }
  return words;
}
