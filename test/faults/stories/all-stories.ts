import { ARRIVALS } from './arrivals.ts';
import { BEGINNINGS } from './beginnings.ts';
import { DECISIONS } from './decisions.ts';
import { DEPARTURES } from './departures.ts';
import { MEETINGS } from './meetings.ts';
import type { Story } from './story.ts';

/** The canonical stories; every layer of this folder tells them in its own way. */
export const ALL_STORIES: readonly Story[] = [
  ...ARRIVALS,
  ...DEPARTURES,
  ...MEETINGS,
  ...DECISIONS,
  ...BEGINNINGS,
];
