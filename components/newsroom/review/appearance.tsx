'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { showInScheme } from './frame-scheme.ts';

/** How an edition is shared and found: the words are those of the page's own head. */
export type SharedLook = {
  title: string;
  description: string;
  /** The host a reader sees, and the path below it. */
  host: string;
  path: string;
  /** The picture drawn for shared links; null for what has none. */
  card: string | null;
};

const views = [
  { value: 'page', label: 'Halaman' },
  { value: 'whatsapp', label: 'WhatsApp' },
  { value: 'search', label: 'Hasil pencarian' },
] as const;
const widths = [
  { value: 'phone', label: 'Ponsel' },
  { value: 'desktop', label: 'Layar lebar' },
] as const;
const schemes = [
  { value: 'light', label: 'Terang' },
  { value: 'dark', label: 'Gelap' },
] as const;

/** CSS pixels of the screens that readers hold. */
const widthOf = { phone: 360, desktop: 1280 } as const;

/** An edition exactly as readers will meet it: the page at both widths and in both schemes, the shared card, the search result. */
export function Appearance({ address, look }: { address: string; look: SharedLook }) {
  const [view, setView] = useState<(typeof views)[number]['value']>('page');
  const [width, setWidth] = useState<keyof typeof widthOf>('phone');
  const [scheme, setScheme] = useState<'light' | 'dark'>('light');
  return (
    <div className="stack">
      <div className="row appearance-choices">
        <Choice legend="Yang dilihat" name="tampilan" choices={views} chosen={view} choose={setView} />
        {view === 'page' && (
          <Choice legend="Lebar layar" name="lebar" choices={widths} chosen={width} choose={setWidth} />
        )}
        {view !== 'search' && (
          <Choice legend="Warna" name="warna" choices={schemes} chosen={scheme} choose={setScheme} />
        )}
      </div>
      {view === 'page' && <PageInFrame address={address} width={widthOf[width]} scheme={scheme} />}
      {view === 'whatsapp' && <WhatsAppCard look={look} scheme={scheme} />}
      {view === 'search' && <SearchResult look={look} />}
    </div>
  );
}

function Choice<Value extends string>({
  legend,
  name,
  choices,
  chosen,
  choose,
}: {
  legend: string;
  name: string;
  choices: readonly { value: Value; label: string }[];
  chosen: Value;
  choose: (value: Value) => void;
}) {
  return (
    <fieldset className="segments">
      <legend className="visually-hidden">{legend}</legend>
      {choices.map(({ value, label }) => (
        <label key={value} className="segment">
          <input type="radio" name={name} value={value} checked={value === chosen} onChange={() => choose(value)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** The page at its true width, made smaller as a whole where the screen is narrower than that. */
function PageInFrame({ address, width, scheme }: { address: string; width: number; scheme: 'light' | 'dark' }) {
  const stage = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);

  useEffect(() => {
    const [room, page] = [stage.current, frame.current];
    if (room === null || page === null) return;
    const resize = () => {
      const share = Math.min(1, room.clientWidth / width);
      const height = Math.max(320, page.contentDocument?.body?.offsetHeight ?? 0);
      page.style.setProperty('inline-size', `${width}px`);
      page.style.setProperty('block-size', `${height}px`);
      page.style.setProperty('transform', `scale(${share})`);
      room.style.setProperty('block-size', `${Math.ceil(height * share)}px`);
    };
    const observer = new ResizeObserver(resize);
    observer.observe(room);
    const watch = () => {
      if (page.contentDocument?.body) observer.observe(page.contentDocument.body);
      if (page.contentDocument) showInScheme(page.contentDocument, scheme);
      resize();
    };
    page.addEventListener('load', watch);
    watch();
    return () => {
      observer.disconnect();
      page.removeEventListener('load', watch);
    };
  }, [width, scheme]);

  return (
    <div ref={stage} className={`appearance-stage appearance-${width < 600 ? 'phone' : 'desktop'}`}>
      <iframe ref={frame} className="appearance-frame" src={address} title="Naskah seperti dilihat pembaca" />
    </div>
  );
}

function WhatsAppCard({ look, scheme }: { look: SharedLook; scheme: 'light' | 'dark' }) {
  return (
    <Sample note="Gambar dan teks ini tampil ketika tautan dibagikan. WhatsApp memotong teks yang panjang.">
      <div className={`whatsapp whatsapp-${scheme}`}>
        <div className="whatsapp-bubble">
          {look.card !== null && (
            <img
              src={look.card}
              width={1200}
              height={630}
              alt="Kartu bagikan artikel ini"
              className="whatsapp-picture"
            />
          )}
          <p className="whatsapp-words">
            <b className="whatsapp-title">{look.title}</b>
            <span className="whatsapp-description">{look.description}</span>
            <span className="whatsapp-host">{look.host}</span>
          </p>
          <p className="whatsapp-link">
            https://{look.host}
            {look.path}
          </p>
        </div>
      </div>
    </Sample>
  );
}

function SearchResult({ look }: { look: SharedLook }) {
  return (
    <Sample note="Mesin pencari boleh memilih cuplikan lain dari isi artikel dan biasanya memotong judul setelah kira-kira 60 karakter.">
      <div className="search-result">
        <p className="search-address">
          {look.host} › {look.path.split('/').filter(Boolean).join(' › ')}
        </p>
        <p className="search-title">{look.title}</p>
        <p className="search-description">{look.description}</p>
      </div>
    </Sample>
  );
}

function Sample({ note, children }: { note: string; children: ReactNode }) {
  return (
    <div className="stack-tight">
      {children}
      <p className="muted small">{note}</p>
    </div>
  );
}
