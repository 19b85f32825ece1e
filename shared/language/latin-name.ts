/** Cyrillic letters in Latin ones, of all languages we speak; what two of them read differently is read plainly. */
const cyrillic = letters(
  'а a б b в v г g д d ѓ gj е e ж zh з z ѕ dz и i й y ј j к k л l љ lj м m н n њ nj о o п p р r с s т t ќ kj у u ф f х h ц ts ч ch џ dzh ш sh щ sht ъ a ь y ю yu я ya ы y э e ё yo і i ї yi є ye ґ g',
);

/** Arabic letters as Urdu reads them; short vowels are not written, so a name is only a beginning. */
const arabic = letters(
  'ا a آ a ب b پ p ت t ٹ t ث s ج j چ ch ح h خ kh د d ڈ d ذ z ر r ڑ r ز z ژ zh س s ش sh ص s ض z ط t ظ z ع a غ gh ف f ق q ک k گ g ل l م m ن n ں n و o ہ h ھ h ء - ی i ئ i ے e ؤ o',
);

const consonants = letters(
  'क k ख kh ग g घ gh ङ n च ch छ chh ज j झ jh ञ n ट t ठ th ड d ढ dh ण n त t थ th द d ध dh न n प p फ ph ब b भ bh म m य y र r ल l व v श sh ष sh स s ह h',
);
const vowels = letters('अ a आ a इ i ई i उ u ऊ u ऋ ri ए e ऐ ai ओ o औ au');
const vowelSigns = letters('ा a ि i ी i ु u ू u ृ ri े e ै ai ो o ौ au ् -');
const nasals = letters('ं n ँ n');

/** Pairs in one line: a letter, then how it reads; a hyphen for one that is not heard. */
function letters(pairs: string): ReadonlyMap<string, string> {
  const all = pairs.split(' ');
  return new Map(
    all.flatMap((letter, at) =>
      at % 2 === 0 ? [[letter, all[at + 1] === '-' ? '' : (all[at + 1] ?? '')] as const] : [],
    ),
  );
}

/** A Hindi word letter by letter: a consonant carries an "a" unless a sign says otherwise or the word ends with it. */
function devanagari(word: string): string {
  const signs = Array.from(word.normalize('NFD').replace(/\u093C/g, ''));
  return signs
    .map((sign, at) => {
      const consonant = consonants.get(sign);
      if (consonant === undefined) return vowels.get(sign) ?? vowelSigns.get(sign) ?? nasals.get(sign) ?? sign;
      const after = signs[at + 1];
      return after === undefined || vowelSigns.has(after) ? consonant : `${consonant}a`;
    })
    .join('');
}

const plain = (word: string): string =>
  Array.from(word, (letter) => cyrillic.get(letter) ?? arabic.get(letter) ?? letter)
    .join('')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');

/**
 * A name for an address, suggested from a title in any script we speak: small Latin letters, digits and single hyphens,
 * cut between words. A suggestion and no more: whoever opens the topic may change it.
 * @returns an empty text where nothing can be read
 */
export function latinName(title: string, maximum: number): string {
  const words = title
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map((word) => (/\p{Script=Devanagari}/u.test(word) ? devanagari(word) : plain(word)))
    .map((word) => word.replace(/[^a-z0-9]/g, '').slice(0, maximum))
    .filter((word) => word !== '');
  return words.reduce((name, word) => {
    const longer = name === '' ? word : `${name}-${word}`;
    return longer.length > maximum ? name : longer;
  }, '');
}
