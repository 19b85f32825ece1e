/** Begins only where a word does, and parts are bounded (RFC 5321), so hostile text takes no longer than other text. */
const usual = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu;

/** The same with the signs said in words, as people do who think of machines that read along. */
const spelled =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}(?: ?[([{] ?(?:at|@|ет|ат|маймунско а|кльомба|ऐट|एट|ایٹ) ?[)\]}] ?| at | ет )\p{L}[\p{L}\p{N}-]{0,62}(?:(?:\.| ?[([{] ?(?:dot|точка|тачка|дот|डॉट|ڈاٹ) ?[)\]}] ?| dot | точка | डॉट | ڈاٹ )\p{L}{2,63}){1,4}/giu;

/** Where e-mail addresses stand. */
export const emailsIn = (text: string): { readonly start: number; readonly end: number }[] =>
  [usual, spelled].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length })),
  );
