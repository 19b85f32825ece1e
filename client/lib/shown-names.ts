import i18next from 'i18next';
import { numberOfNeutral } from '../../shared/dyads/neutral-name.rules.js';

/** A name as a page shows it: a neutral one in the words of the reader's language. */
export function shownName(name: string): string {
  const number = numberOfNeutral(name);
  return number === undefined ? name : i18next.t('common:neutral_name', { number });
}

const names: ReadonlySet<string> = new Set(['pseudonym', 'shownAs']);

/** Puts neutral names into words in all that comes from the server, so that no page has to think of them. */
export function withShownNames<Answer>(answer: Answer): Answer {
  if (Array.isArray(answer)) return answer.map(withShownNames) as Answer;
  if (typeof answer !== 'object' || answer === null) return answer;
  return Object.fromEntries(
    Object.entries(answer).map(([key, value]) => [
      key,
      names.has(key) && typeof value === 'string' ? shownName(value) : withShownNames(value),
    ]),
  ) as Answer;
}
