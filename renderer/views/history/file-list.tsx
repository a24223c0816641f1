import { useVirtualizer } from '@tanstack/react-virtual';
import type { JSX, KeyboardEvent } from 'react';
import { useId, useRef, useState } from 'react';
import type { ItemPath } from '../../../shared/model/item.ts';
import { PathName } from '../../components/path-name.tsx';
import { pixelsOf } from '../../components/pixels-of.ts';
import { ROW_STEPS } from '../../components/row-steps.ts';
import { historyText } from '../../history-text.ts';

const rowHeight = (): number => pixelsOf(2);

interface Props {
  readonly paths: readonly ItemPath[];
  readonly selected: ItemPath | null;
  readonly onSelect: (path: ItemPath) => void;
}

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ...ROW_STEPS,
  PageDown: (at, last) => Math.min(at + 10, last),
  PageUp: (at) => Math.max(at - 10, 0),
};

/** The rows that can be seen, of however many there are. */
function VirtualPaths({ paths, selected, onSelect }: Props): JSX.Element {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: paths.length,
    getScrollElement: () => list.current,
    estimateSize: rowHeight,
    overscan: 10,
  });
  const at = selected === null ? -1 : paths.indexOf(selected);
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = STEPS[event.key]?.(at, paths.length - 1);
    const path = next === undefined ? undefined : paths[next];
    if (next === undefined || path === undefined) return;
    event.preventDefault();
    rows.scrollToIndex(next);
    onSelect(path);
  };
  const shown = rows.getVirtualItems();
  return (
    <div
      ref={list}
      role="listbox"
      className="file-list"
      aria-label={historyText.byFile}
      aria-activedescendant={shown.some(({ index }) => index === at) ? `${id}-${at}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className="file-rows" style={{ height: rows.getTotalSize() }}>
        {shown.map(({ index, start, size }) => {
          const path = paths[index] ?? '';
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the focus and takes the keys
            <div
              key={path}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-label={path}
              aria-selected={index === at}
              aria-posinset={index + 1}
              aria-setsize={paths.length}
              className="file-row"
              style={{ height: size, transform: `translateY(${start}px)` }}
              onClick={() => onSelect(path)}
            >
              <PathName path={path} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Every file that has earlier versions, with a filter. */
export function FileList({ paths, selected, onSelect }: Props): JSX.Element {
  const [filter, setFilter] = useState('');
  const wanted = filter.trim().toLowerCase();
  const found = wanted === '' ? paths : paths.filter((path) => path.toLowerCase().includes(wanted));
  return (
    <>
      <input
        type="search"
        className="file-filter"
        aria-label={historyText.filter}
        placeholder={historyText.filter}
        spellCheck={false}
        value={filter}
        onChange={(event) => setFilter(event.target.value)}
      />
      {found.length === 0 ? (
        <p className="pane-empty">{paths.length === 0 ? historyText.noFiles : historyText.noMatch}</p>
      ) : (
        <VirtualPaths paths={found} selected={selected} onSelect={onSelect} />
      )}
    </>
  );
}
