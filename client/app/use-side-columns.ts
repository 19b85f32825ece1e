import { useTranslation } from 'react-i18next';
import { useDyad } from '../features/dyads/api';
import { sideColumns, type SideColumn } from '../features/fairness/side-columns';
import { useSideName } from './use-reader';

/** Both sides of a dyad as columns, in the order for this reader; nothing before the dyad is known. */
export function useSideColumns(slug: string): readonly SideColumn[] | undefined {
  const { i18n } = useTranslation();
  const dyad = useDyad(slug).data;
  const nameOf = useSideName(dyad);
  return dyad && sideColumns(dyad, i18n.language, nameOf);
}
