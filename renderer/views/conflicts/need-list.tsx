import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import type { JSX, KeyboardEvent, RefObject } from 'react';
import { useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { pixelsOf } from '../../components/pixels-of.ts';
import { ROW_STEPS } from '../../components/row-steps.ts';
import { NeedRow, type Touch } from './need-row.tsx';
import type { Need } from './needs.ts';
import type { Target } from './window-state.ts';

interface Props {
  readonly needs: readonly Need[];
  readonly labelledBy: string;
  readonly scroller: HTMLElement | null;
  readonly shown: Target | null;
  readonly ticked: ReadonlySet<string>;
  readonly onTouch: (need: Need, touch: Touch) => void;
}

/** The height of a row in root ems, as conflicts.css sets it. */
const ROW_REMS = 3;

const rowHeight = (): number => pixelsOf(ROW_REMS);

/** Where this list begins inside of what scrolls: other lists may stand above it. */
function useOffset(list: RefObject<HTMLElement | null>): number {
  const [offset, setOffset] = useState(0);
  // With every rendering: what stands above may have changed.
  useLayoutEffect(() => setOffset(list.current?.offsetTop ?? 0));
  return offset;
}

/** A list of any length: only the rows in sight exist. One row is reached by Tab, the others by arrows from there. */
export function NeedList({ needs, labelledBy, scroller, shown, ticked, onTouch }: Props): JSX.Element {
  const list = useRef<HTMLUListElement>(null);
  const [reached, setReached] = useState<string | null>(null);
  const offset = useOffset(list);
  const at = needs.findIndex(({ path }) => path === (reached ?? shown?.path));
  const reachable = Math.max(0, at);
  const virtual = useVirtualizer({
    count: needs.length,
    getScrollElement: () => scroller,
    estimateSize: rowHeight,
    scrollMargin: offset,
    overscan: 6,
    getItemKey: (index) => needs[index]?.path ?? index,
    // The row that has the focus stays, or the focus would be lost by scrolling.
    rangeExtractor: (range: Range) =>
      [...new Set([...defaultRangeExtractor(range), reachable])].sort((a, b) => a - b),
  });

  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>): void => {
    const step = ROW_STEPS[event.key];
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-path]') : null;
    if (step === undefined || row === null || event.altKey || event.ctrlKey) return;
    event.preventDefault();
    const from = needs.findIndex(({ path }) => path === row.dataset.path);
    const next = step(from, needs.length - 1);
    const control = event.target instanceof HTMLInputElement ? 'input' : 'button';
    // At once, so that the row is there to take the focus, and with it the next key.
    flushSync(() => setReached(needs[next]?.path ?? null));
    list.current?.querySelector<HTMLElement>(`li[data-index="${next}"] ${control}`)?.focus();
  };

  return (
    <ul
      ref={list}
      className="need-list"
      aria-labelledby={labelledBy}
      style={{ height: virtual.getTotalSize() }}
      onKeyDown={onKeyDown}
    >
      {virtual.getVirtualItems().map(({ key, index, start }) => {
        const need = needs[index];
        if (need === undefined) return null;
        const { path } = need;
        return (
          <li
            key={key}
            data-index={index}
            aria-setsize={needs.length}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start - offset}px)` }}
          >
            <NeedRow
              need={need}
              isOpen={shown?.group === need.group && shown.path === path}
              isTicked={ticked.has(path)}
              isReachable={index === reachable}
              onTouch={(touch) => onTouch(need, touch)}
            />
          </li>
        );
      })}
    </ul>
  );
}
