import type { Country } from './countries.js';
import { isSaid, numbersIn, type NumberInText } from './digit-groups.js';

interface Numbering {
  /** The country code, without plus and zeroes. */
  readonly code: string;
  /** The number as it is dialled in the country. */
  readonly local: RegExp;
  /** The number behind the country code. */
  readonly national: RegExp;
}

/** The numbering plans, as far as they tell a telephone number from another (ITU-T E.164, national plans). */
const plans: Readonly<Record<Country, Numbering>> = {
  BG: { code: '359', local: /^0(?:(?:8[789]|98|99)\d{7}|2\d{7}|[3-9]\d{7})$/, national: /^[2-9]\d{7,8}$/ },
  MK: { code: '389', local: /^0(?:7\d{7}|2\d{7}|[345]\d{7})$/, national: /^[2-7]\d{7}$/ },
  IN: { code: '91', local: /^0[1-9]\d{9}$/, national: /^[1-9]\d{9}$/ },
  PK: { code: '92', local: /^0(?:3\d{9}|[2-9]\d{8,9})$/, national: /^[2-9]\d{8,9}$/ },
};

/** Mobile numbers of India are written without anything before them, and in these groups. */
const indianMobile = /^[6-9]\d{9}$/;
const indianGroups = new Set(['10', '5 5', '4 6', '3 3 4', '4 3 3', '3 4 3', '2 4 4', '5 3 2']);

/** How words begin that say that a number behind them is a telephone's. */
const said = [
  ...'тел моб gsm tel mob phone call cell viber whatsapp джиесем вайбър вајбер вотсап ватсап'.split(' '),
  ...'звън обад ѕвон јаве јави फोन फ\u093Cोन मोबाइल कॉल व्हाट्स فون موبائل کال رابطہ واٹس'.split(' '),
];
const saidDigits = /^\d{6,12}$/;

/** Where telephone numbers stand, of the whole world with a plus, of some countries as they are dialled there. */
export const phonesIn = (text: string, countries: ReadonlySet<Country>): NumberInText[] =>
  numbersIn(text, {
    mayBegin: (group, { plus, before }) => plus || /^[06-9]/.test(group) || isSaid(before, said),
    isOne: (number) => isPhone(number, countries),
  });

function isPhone(number: NumberInText, countries: ReadonlySet<Country>): boolean {
  const { digits, plus, before } = number;
  if (plus) return isWorldNumber(digits);
  if (digits.startsWith('00')) return planOf(digits.slice(2)) !== undefined && isWorldNumber(digits.slice(2));
  if ([...countries].some((country) => plans[country].local.test(digits))) return true;
  if (countries.has('IN') && isIndianMobile(number)) return true;
  return saidDigits.test(digits) && isSaid(before, said);
}

/** With a country code (E.164); a number of a country that is known here must be one of its plan. */
function isWorldNumber(digits: string): boolean {
  const plan = planOf(digits);
  if (plan) return plan.national.test(digits.slice(plan.code.length).replace(/^0/, ''));
  return /^[1-9]\d{7,14}$/.test(digits);
}

const planOf = (digits: string): Numbering | undefined =>
  Object.values(plans).find(({ code }) => digits.startsWith(code));

const isIndianMobile = ({ digits, groups }: NumberInText): boolean =>
  (indianMobile.test(digits) && indianGroups.has(groups)) ||
  (/^91[6-9]\d{9}$/.test(digits) && indianGroups.has(groups.replace(/^2 /, '')));
