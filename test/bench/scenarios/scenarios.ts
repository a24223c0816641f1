import { desktopCosts } from '../desktop/desktop-costs.ts';
import { mainStalls } from '../desktop/main-stalls.ts';
import type { Scenario } from '../support/stage.ts';
import { firstPull, firstPush, peersFirstCopies } from './first-copies.ts';
import { freshSync } from './fresh-sync.ts';
import { profiles } from './profiles.ts';
import { residentCycles } from './resident-cycles.ts';
import { saves } from './saves.ts';
import { syncthingBeside } from './syncthing-beside.ts';

/** In this order: what changes the tree comes last. */
export const SCENARIOS: readonly Scenario[] = [
  firstPush,
  firstPull,
  peersFirstCopies,
  freshSync,
  residentCycles,
  saves,
  syncthingBeside,
  profiles,
  mainStalls,
  desktopCosts,
];
