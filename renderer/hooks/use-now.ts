import { useEffect, useState } from 'react';

/** The time, renewed every `everyMs` while the window can be seen: a hidden window has no timer and costs nothing. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    let timer: ReturnType<typeof setInterval> | undefined;
    const tick = (): void => setNow(Date.now());
    const start = (): void => {
      if (document.visibilityState === 'visible') timer = setInterval(tick, everyMs);
    };
    const follow = (): void => {
      clearInterval(timer);
      if (document.visibilityState === 'visible') tick();
      start();
    };
    // Without a tick, which would draw every row a second time before anybody has seen it.
    start();
    document.addEventListener('visibilitychange', follow);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', follow);
    };
  }, [everyMs]);
  return now;
}
