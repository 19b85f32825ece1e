import { useRef, type ReactNode } from 'react';
import { useDeskItem, useDeskStore } from '../features/desk/api';
import { useDeskCase } from '../features/desk/use-desk-case';
import { Loading, Problem } from '../ui/states';
import { DeskCase, type CaseProps } from './desk-case';

/** One case by its address, whatever list it stands in: a decision of before, to be compared or to be taken up again. */
export function DeskSingleItem({
  id,
  ...given
}: Pick<CaseProps, 'dyad' | 'me' | 'articles'> & { id: string }): ReactNode {
  const { data: item, error, refetch } = useDeskItem(given.dyad.slug, id);
  const store = useDeskStore(given.dyad.slug);
  const card = useRef<HTMLElement>(null);
  const deskCase = useDeskCase(given.dyad.slug, store, () => card.current?.focus());
  if (error) return <Problem error={error} retry={() => void refetch()} />;
  if (!item) return <Loading />;
  return <DeskCase {...given} {...{ item, store, deskCase, card }} isOpen proposeTogether={undefined} />;
}
