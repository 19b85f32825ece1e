import type { TestMember } from './actors.js';
import type { Answer } from './sweep.js';

/** Whatever tells somebody apart: the name they wear, and their ids, with or without what stands between their parts. */
const marksOf = ({ pseudonym, id, accountId }: TestMember): readonly string[] => [
  pseudonym,
  ...[id, accountId].flatMap((one) => [one, one.replaceAll('-', '')]),
];

/** Of answers those that name one of these people. */
export function namingAny(people: readonly TestMember[], answers: readonly Answer[]): Answer[] {
  const marks = people.flatMap(marksOf).map((mark) => mark.toLowerCase());
  return answers.filter(({ said }) => marks.some((mark) => said.toLowerCase().includes(mark)));
}
