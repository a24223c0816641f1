import { expect, test } from 'vitest';
import { LOG_EVENTS } from '../../../shared/log-events.ts';
import { filesWith, sourceFiles } from '../../architecture/source-files.ts';

test('every event of the catalogue is written somewhere, and only the log speaks of unknown ones', () => {
  const sources = sourceFiles('electron');
  const unused = Object.keys(LOG_EVENTS).filter(
    (event) => filesWith(new RegExp(`'${event}'`), sources).length === 0,
  );
  expect(unused).toEqual([]);
  expect(Object.keys(LOG_EVENTS).filter((event) => !/^[a-z]+(?:-[a-z]+)*$/.test(event))).toEqual([]);
});

test('nothing in the program writes to a console or a log of its own', () => {
  const loud = filesWith(
    /\bconsole\.(?:log|info|warn|error|debug)\(/,
    sourceFiles('electron', 'renderer', 'shared'),
  );
  expect(loud).toEqual([]);
  expect(filesWith(/from 'electron-log/, sourceFiles('electron'))).toEqual(['electron/stores/log-files.ts']);
});
