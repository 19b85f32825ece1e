import { useEffect, useRef, useSyncExternalStore } from 'react';
import { liveChannel, type ChannelState, type Following } from './live-channel';

export const useChannelState = (): ChannelState => useSyncExternalStore(liveChannel.watch, liveChannel.getState);

/** Follows a stream while the component is shown; from `seq` on, once it is known. */
export function useStream(following: Omit<Following, 'seq'> & { seq: number | undefined }): void {
  const latest = useRef(following);
  useEffect(() => {
    latest.current = following;
  });
  const { dyad, stream, seq } = following;
  const known = seq !== undefined;
  useEffect(() => {
    if (!known) return undefined;
    return liveChannel.follow({
      dyad,
      stream,
      seq: latest.current.seq ?? 0,
      onSignal: (signal) => latest.current.onSignal(signal),
      onPresence: (people) => latest.current.onPresence?.(people),
      onTyping: () => latest.current.onTyping?.(),
      onEnded: (code) => latest.current.onEnded?.(code),
    });
  }, [dyad, stream, known]);
}
