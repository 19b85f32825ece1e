import { useEffect, useState } from 'react';

/** The time as of now, in milliseconds, told anew every half minute: for words such as "3 hours left". */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
