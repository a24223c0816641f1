import { act, cleanup, render } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { useNow } from '../../../renderer/hooks/use-now.ts';

function Clock() {
  return <p>{useNow(1_000)}</p>;
}

function setVisible(isVisible: boolean): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(isVisible ? 'visible' : 'hidden');
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
}

beforeEach(() => {
  vi.useFakeTimers({ now: 5_000 });
  return () => {
    cleanup();
    vi.restoreAllMocks();
    vi.useRealTimers();
  };
});

test('the time goes on while the window can be seen', () => {
  const { container } = render(<Clock />);
  act(() => void vi.advanceTimersByTime(3_000));
  expect(container.textContent).toBe('8000');
});

test('a hidden window has no timer; when it is seen again the time is right at once', () => {
  const { container } = render(<Clock />);
  setVisible(false);
  expect(vi.getTimerCount()).toBe(0);
  vi.advanceTimersByTime(60_000);
  expect(container.textContent).toBe('5000');
  setVisible(true);
  expect(container.textContent).toBe('65000');
  act(() => void vi.advanceTimersByTime(1_000));
  expect(container.textContent).toBe('66000');
});
