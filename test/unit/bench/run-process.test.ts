import { expect, test } from 'vitest';
import { runProcess } from '../../bench/support/run-process.ts';

test.runIf(process.platform === 'linux')(
  'a program that takes too long is ended with all that it has started',
  async () => {
    const script = 'sleep 61.5 & wait';
    await expect(runProcess('sh', ['-c', script], { patience: 200 })).rejects.toThrow(
      'ended after 0.2 seconds',
    );
    const { stdout } = await runProcess('sh', ['-c', 'grep -alz "^61.5$" /proc/[0-9]*/cmdline || true']);
    expect(stdout).toBe('');
  },
);
