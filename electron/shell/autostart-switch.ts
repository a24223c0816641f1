import type { AutostartState } from '../../shared/model/autostart.ts';

/** Start with the session. What the operating system holds is the truth, read anew each time: a person may change it there. */
export interface Autostart {
  state(): AutostartState;
  /** Whether the next session starts it. */
  isOn(): boolean;
  /** As a person asked for it: this also mends what is broken. Throws what the disk says. */
  set(on: boolean): void;
}
