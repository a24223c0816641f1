import { openSqliteState } from '../../../../electron/stores/sqlite-state.ts';
import { StateWriteError } from '../../../../electron/sync/state-write-error.ts';

/** Opens a database and writes into it; says what it came to as one word. */
const opened = openSqliteState(process.argv[2] ?? '');
if (opened.ok) {
  try {
    opened.value.approvals.put({ path: 'written' });
    console.log('written');
  } catch (error) {
    console.log(error instanceof StateWriteError ? error.error.code : String(error));
  }
} else {
  console.log(opened.error.code);
}
