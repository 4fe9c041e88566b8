'use client';

import { useEffect, useRef } from 'react';

/** The article in a frame as tall as itself: one thing to scroll, also under a thumb. */
export function PreviewFrame({ address }: { address: string }) {
  const frame = useRef<HTMLIFrameElement>(null);

  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      const page = element.contentDocument?.body;
      if (page) element.style.setProperty('block-size', `${Math.max(320, page.offsetHeight)}px`);
    });
    const watch = () => {
      observer.disconnect();
      const page = element.contentDocument?.body;
      if (page) observer.observe(page);
    };
    element.addEventListener('load', watch);
    watch();
    return () => {
      element.removeEventListener('load', watch);
      observer.disconnect();
    };
  }, []);

  return <iframe ref={frame} className="preview-frame" src={address} title="Naskah seperti dilihat pembaca" />;
}
