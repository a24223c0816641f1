import type { JSX } from 'react';
import { useNow } from '../hooks/use-now.ts';
import { timeText } from '../time-text.ts';

interface Props {
  readonly time: number;
  /** The words around the age; the age alone where there are none. */
  readonly words?: (time: number, now: number) => string;
}

/** A moment by its age, kept current; the exact time is in its title. */
export function Age({ time, words = timeText.age }: Props): JSX.Element {
  const now = useNow(30_000);
  return (
    <time dateTime={new Date(time).toISOString()} title={timeText.exact(time)}>
      {words(time, now)}
    </time>
  );
}
