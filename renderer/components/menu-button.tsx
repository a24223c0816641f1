import type { LucideIcon } from 'lucide-react';
import type { JSX, KeyboardEvent } from 'react';
import { useEffect, useId, useRef, useState } from 'react';
import { Button } from './button.tsx';

/** One entry of a menu. */
export interface MenuItem {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly onSelect: () => void;
  /** Makes no sense now; it stays in its place, so that nothing jumps. */
  readonly inert?: boolean;
}

interface Props {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly items: readonly MenuItem[];
}

const STEPS: Readonly<Record<string, (at: number, length: number) => number>> = {
  ArrowDown: (at, length) => (at + 1) % length,
  ArrowUp: (at, length) => (at - 1 + length) % length,
  Home: () => 0,
  End: (_at, length) => length - 1,
};

/** The entries while the menu is open: arrows move, Escape and Tab close, a click elsewhere too. */
function MenuList({ items, id, onClose }: { items: readonly MenuItem[]; id: string; onClose: () => void }) {
  const menu = useRef<HTMLDivElement>(null);
  const entries = (): HTMLElement[] => [
    ...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? []),
  ];

  useEffect(() => {
    menu.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
    const outside = (event: PointerEvent): void => {
      const inside = event.target instanceof Node && menu.current?.parentElement?.contains(event.target);
      if (inside !== true) onClose();
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [onClose]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      // Tab goes on from the button, as if the menu had never been there.
      if (event.key === 'Escape') event.preventDefault();
      onClose();
      return;
    }
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const all = entries();
    all[step(all.indexOf(document.activeElement as HTMLElement), all.length)]?.focus();
  };

  return (
    <div ref={menu} id={id} role="menu" tabIndex={-1} className="menu" onKeyDown={onKeyDown}>
      {items.map(({ label, icon: Icon, onSelect, inert = false }) => (
        <button
          key={label}
          type="button"
          role="menuitem"
          tabIndex={-1}
          aria-disabled={inert || undefined}
          onClick={() => {
            if (inert) return;
            onClose();
            onSelect();
          }}
        >
          <Icon aria-hidden="true" />
          {label}
        </button>
      ))}
    </div>
  );
}

/** A button that opens a small menu above itself. */
export function MenuButton({ label, icon: Icon, items }: Props): JSX.Element {
  const id = useId();
  const [open, setOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const close = useRef(() => {
    setOpen(false);
    trigger.current?.focus();
  });
  return (
    <div className="menu-anchor">
      <Button
        ref={trigger}
        kind="quiet"
        className="button-icon"
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <Icon aria-hidden="true" />
      </Button>
      {open && <MenuList items={items} id={id} onClose={close.current} />}
    </div>
  );
}
