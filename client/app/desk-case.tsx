import type { ReactNode, RefObject } from 'react';
import type { CharterView, DyadView, OwnMemberView } from '../../shared/dyads/dyad.schema.js';
import type { DeskItem } from '../../shared/moderation/desk.schema.js';
import type { DeskStore } from '../features/desk/api';
import { CaseActs, UndoLine } from '../features/desk/case-acts';
import { claimOf, useClaim, useHeartbeat } from '../features/desk/claims';
import { DeskCard } from '../features/desk/desk-card';
import { useRoster } from '../features/desk/duty';
import { possibleActs } from '../features/desk/possible-acts';
import type { TextOf } from '../features/desk/text-of';
import type { DeskCase as Deciding } from '../features/desk/use-desk-case';
import { useDeskKeys } from '../features/desk/use-desk-keys';
import { PostText } from '../features/forum/post-text';
import { AuthenticPair } from '../ui/authentic-pair';
import { sideLanguages } from '../lib/side-languages';
import { useSideName } from './use-reader';

export interface CaseProps {
  readonly dyad: DyadView;
  readonly me: OwnMemberView;
  readonly articles: CharterView['articles'];
  readonly item: DeskItem;
  /** Whether it still stands where it is listed. */
  readonly isOpen: boolean;
  readonly store: DeskStore;
  readonly deskCase: Deciding;
  readonly card: RefObject<HTMLElement | null>;
  /** Opens the form about everything that is selected, where something is. */
  readonly proposeTogether: (() => void) | undefined;
}

/** One case fully, with everything that can be done about it, by hand and by key. */
export function DeskCase({ dyad, me, articles, item, isOpen, store, deskCase, card, ...keyed }: CaseProps): ReactNode {
  const sideName = useSideName(dyad);
  const { data: roster } = useRoster(dyad.slug);
  const onCall = (roster ?? []).flatMap((one) => (one.onCall ? [one.moderator] : []));
  const possible = possibleActs(item, me, onCall);
  const claim = useClaim(dyad.slug, store);
  const take = (wanted: boolean) => claim.mutate({ item: item.id, take: wanted });
  useHeartbeat(dyad.slug, item, me, store);
  useDeskKeys({ ...keyed, item, possible, deskCase, card, claim: () => take(claimOf(item, me) === undefined) });
  const given = { dyad: dyad.slug, me, sideName, articles, item, languages: sideLanguages(dyad, me.writesIn) };
  return (
    <>
      <UndoLine deskCase={deskCase} />
      <DeskCard {...given} key={item.id} textOf={textFor(me, sideName)} card={card} store={store}>
        <CaseActs
          {...given}
          possible={possible}
          deskCase={deskCase}
          isOpen={isOpen}
          claim={take}
          claimError={claim.variables?.item === item.id ? claim.error : null}
        />
      </DeskCard>
    </>
  );
}

/** Texts as this reader reads them: their own language first. */
const textFor =
  (me: OwnMemberView, sideName: ReturnType<typeof useSideName>): TextOf =>
  ({ body, language, facing, translations }) =>
    facing ? (
      <AuthenticPair texts={[{ language, body }, facing]} reader={me.writesIn} />
    ) : (
      <PostText
        body={body}
        language={language}
        translations={translations}
        reader={me.writesIn}
        reading="side_by_side"
        sideName={sideName}
        authorOf={() => undefined}
      />
    );
