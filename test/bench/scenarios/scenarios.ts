import { desktopCosts } from '../desktop/desktop-costs.ts';
import { mainStalls } from '../desktop/main-stalls.ts';
import type { Scenario } from '../support/stage.ts';
import { firstCopy } from './first-copy.ts';
import { freshSync } from './fresh-sync.ts';
import { profiles } from './profiles.ts';
import { residentCycles } from './resident-cycles.ts';
import { saves } from './saves.ts';
import { syncthingBeside } from './syncthing-beside.ts';

/** In this order: what changes the tree comes last. */
export const SCENARIOS: readonly Scenario[] = [
  firstCopy,
  freshSync,
  residentCycles,
  saves,
  syncthingBeside,
  profiles,
  mainStalls,
  desktopCosts,
];
