/** A name of a street, of up to five words, and the number of a house; every part is bounded. */
const name = String.raw`["„“”']?\p{L}[\p{L}.\-]{0,30}(?: [\p{L}\p{N}][\p{L}.\-]{0,30}){0,4}["„“”']?`;
const at = String.raw`(?<![\p{L}\p{N}])`;
const behind = String.raw`(?![\p{N}]|[.,]\d| ?(?:г\.|год|век|век[а-я]|%|лв|ден|евро|км|часа?\b))`;

/** House numbers, not the years and sums that stand behind names of streets too. */
const cyrillic: readonly string[] = [
  // ул. „Раковски“ № 12, бул. Илинден бр. 5
  `${at}(?:ул\\.?|улица(?:та)?|улицата|бул\\.?|булевард(?:а|ът)?|булевар(?:от)?) ?${name},? ?(?:№ ?|номер |бр\\.? ?|број |N[o°]?\\.? ?)?\\d{1,3}${behind}`,
  // ж.к. Младост 1, бл. 12; населба Аеродром, зграда 4
  `${at}(?:ж\\. ?к\\.?|жк|кв\\.?|квартал|населба|нас\\.|населбата) ?${name}(?: \\d{1,2})?,? ?(?:бл\\.?|блок|зграда|зград\\.|к[уќ]ќа) ?\\d{1,4}`,
  // бл. 5, вх. Б; вх. А, ет. 3, ап. 12; влез 2, стан 14
  `${at}(?:бл\\.?|блок|зграда|вх\\.?|вход|влез|ет\\.?|етаж|кат) ?[\\p{L}\\d]{1,3},? ?(?:вх\\.?|вход|влез|ет\\.?|етаж|кат|ап\\.?|апартамент|стан) ?[\\p{L}\\d]{1,3}(?![\\p{L}\\d])`,
];

const indic: readonly string[] = [
  // मकान नंबर 12, गली 3
  `${at}(?:मकान|घर|फ\\u093C?्लैट|प्लॉट|कोठी|हाउस|क्वार्टर) ?(?:नंबर|नं\\.?|न\\.|संख्या|क्रमांक|#) ?[\\p{L}\\d/\\-]{0,4}\\d{1,4}`,
  `${at}(?:पिन|पिनकोड|पिन कोड) ?[:-]? ?\\d{3} ?\\d{3}`,
  `${at}गली (?:नंबर|नं\\.?|संख्या) ?\\d{1,3}`,
  // مکان نمبر 12، گلی نمبر 3
  `${at}(?:مکان|گھر|فلیٹ|پلاٹ|کوٹھی|ہاوس|ہاؤس|کوارٹر) ?(?:نمبر|#) ?[\\p{L}\\d/\\-]{0,4}\\d{1,4}`,
  `${at}گلی (?:نمبر|نمبر\\.) ?\\d{1,3}`,
];

const latin: readonly string[] = [
  `${at}(?:[Hh]ouse|[Ff]lat|[Pp]lot|[Aa]partment|[Aa]pt\\.?|[Qq]uarter) ?(?:[Nn]o\\.?|[Nn]umber|#)? ?[A-Z]?-?\\d{1,4}(?:[A-Z]|/\\d{1,3})?,? (?:[Ss]treet|[Ss]ector|[Bb]lock|[Ll]ane|[Rr]oad|[Gg]ali|\\p{Lu})`,
  `${at}\\d{1,4}[A-Za-z]?,? (?:\\p{Lu}[\\p{L}'’.]{1,30} ){1,3}(?:Street|Road|Avenue|Lane|Square|Drive|Boulevard|Marg|Nagar|Colony|St\\b|Rd\\b|Ave\\b)`,
  `${at}(?:ul\\.|ulica|bul\\.) ?${name},? ?(?:No\\.? ?|br\\.? ?)?\\d{1,3}${behind}`,
];

const patterns = [
  ...[...cyrillic, ...indic].map((source) => new RegExp(source, 'giu')),
  ...latin.map((source) => new RegExp(source, 'gu')),
];

/** Where postal addresses of homes stand, as far as a street and a number, or a building and a door, tell one. */
export const addressesIn = (text: string): { readonly start: number; readonly end: number }[] =>
  patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length })),
  );
