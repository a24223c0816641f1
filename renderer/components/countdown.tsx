import type { JSX } from 'react';
import { useNow } from '../hooks/use-now.ts';
import { text } from '../text.ts';

/** "Next try in 4 minutes". It ticks silently: the status says what has changed. */
export function Countdown({ time }: { readonly time: number }): JSX.Element {
  const now = useNow(1000);
  return <p className="countdown">{text.nextTry(time, now)}</p>;
}
