import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { drafts } from '../../lib/drafts';
import { mayUse, placeOf, type Tool, type ToolProps } from './tools';

/** The tools in which words are written, by the name under which these are kept. */
const written: readonly (readonly [tool: Tool, place: string])[] = [
  ['give_back', 'give_back'],
  ['hold', 'hold'],
  ['propose', 'propose'],
  ['amend', 'amend'],
  ['oppose', 'oppose'],
  ['enact', 'verdict'],
];

/** Words that were written for an item, and can be sent no more since somebody else has decided about it. */
export function Unsent(props: Pick<ToolProps, 'dyad' | 'item' | 'possible'>): ReactNode {
  const { t } = useTranslation('moderation');
  const words = written
    .filter(([tool]) => !mayUse(tool, props.possible))
    .flatMap(([, place]) => wordsIn(drafts.read(placeOf(props, place))));
  if (words.length === 0) return null;
  return (
    <div>
      <p className="small soft">{t('desk.unsent')}</p>
      {words.map((one) => (
        <blockquote key={one} dir="auto">
          {one}
        </blockquote>
      ))}
    </div>
  );
}

/** What was kept: words as they are, or a whole form of which the facts are words. */
function wordsIn(kept: string): string[] {
  if (kept === '') return [];
  try {
    const form = JSON.parse(kept) as { facts?: Readonly<Record<string, string>> };
    return Object.values(form.facts ?? {}).filter((text) => text !== '');
  } catch {
    return [kept];
  }
}
