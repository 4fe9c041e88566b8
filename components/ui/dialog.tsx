'use client';

import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react';

/**
 * A modal window made of the browser's own `<dialog>`: focus is kept inside, Escape closes it,
 * and focus goes back to what opened it.
 *
 * The focus goes to what carries `data-first`, else to the first control.
 *
 * @param onClose also called for Escape; leave it out for a window that only a choice can end
 */
export function Dialog({
  isOpen,
  title,
  onClose,
  isWide = false,
  isSheet = false,
  children,
}: {
  isOpen: boolean;
  title: string;
  onClose?: () => void;
  isWide?: boolean;
  /** On a phone it rises from the lower edge, where the thumb is. */
  isSheet?: boolean;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    if (isOpen && !element.open) {
      element.showModal();
      element.querySelector<HTMLElement>('[data-first]')?.focus();
    }
    if (!isOpen && element.open) element.close();
  }, [isOpen]);

  // Taken off the page while open, it would leave the focus nowhere.
  useLayoutEffect(() => {
    const element = dialog.current;
    return () => {
      if (element?.open && element.contains(document.activeElement)) element.close();
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      className={isSheet ? 'sheet' : isWide ? 'wide' : undefined}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      {isOpen && (
        <div className="stack">
          <div className="dialog-head">
            <h2 id={titleId}>{title}</h2>
            {onClose && (
              <button type="button" className="button-plain" onClick={onClose}>
                Tutup
              </button>
            )}
          </div>
          {children}
        </div>
      )}
    </dialog>
  );
}
