import { describe, expect, test } from 'vitest';
import { followAutostart } from '../../../electron/shell/follow-autostart.ts';
import { trayModel } from '../../../electron/shell/tray-model.ts';
import { NO_POLICY } from '../../../shared/model/policy.ts';
import { snapshot } from '../shell/snapshot.ts';

const actions = (quitAllowed: boolean, state: 'inStep' | 'setup') =>
  trayModel(snapshot({ quitAllowed, state }), 0).menu.flatMap((item) =>
    item.kind === 'action' ? [item.action] : [],
  );

describe('the tray', () => {
  test.each(['inStep', 'setup'] as const)(
    'has no Quit where IT keeps the application running: %s',
    (state) => {
      expect(actions(true, state)).toContain('quit');
      expect(actions(false, state)).not.toContain('quit');
      expect(trayModel(snapshot({ quitAllowed: false, state }), 0).menu.at(-1)?.kind).not.toBe('separator');
    },
  );
});

describe('starting with the session', () => {
  function computer(isOn: boolean) {
    const told: boolean[] = [];
    let policy = NO_POLICY;
    let tell = (): void => undefined;
    const application = {
      policy: () => policy,
      onChange: (listener: (now: never) => void) => {
        tell = () => listener(undefined as never);
        return () => undefined;
      },
    };
    const state = () => ({ is: (told.at(-1) ?? isOn) ? ('on' as const) : ('off' as const) });
    followAutostart(application, { state, set: (on) => void told.push(on) });
    const decide = (autostart?: boolean): void => {
      policy = { ...NO_POLICY, settings: autostart === undefined ? {} : { autostart } };
      tell();
    };
    return { told, decide };
  }

  test('is done in the operating system as IT decides, once for each decision', () => {
    const { told, decide } = computer(false);
    decide(true);
    decide(true);
    decide(false);
    decide();
    expect(told).toEqual([true, false]);
  });

  test('is left as it is where it is so already, or where the person decides', () => {
    const { told, decide } = computer(true);
    decide();
    decide(true);
    expect(told).toEqual([]);
  });
});
