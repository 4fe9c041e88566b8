'use client';

import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react';
import { cropPosition } from '#lib/media/crop-position.ts';
import { shownShapes } from '#lib/media/table.ts';

type Point = { x: number; y: number };

/** Share of the photo that one press of an arrow key moves the point; with Shift a fifth of it. */
const step = 0.05;

/**
 * What must stay in sight where the photo is cut: chosen by tapping the photo or with the arrow keys,
 * and shown at once in every shape in which readers meet it.
 */
export function FocalPicker({
  source,
  size,
  focal,
  isEditable,
  onChange,
}: {
  source: string;
  /** Of the photo; undefined where it is known only once the picture is there. */
  size?: { width: number; height: number } | undefined;
  focal: Point;
  isEditable: boolean;
  onChange: (focal: Point) => void;
}) {
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    // By script: a style attribute in the page is refused.
    mark.current?.style.setProperty('left', `${focal.x * 100}%`);
    mark.current?.style.setProperty('top', `${focal.y * 100}%`);
  }, [focal]);

  const tap = (event: MouseEvent<HTMLButtonElement>) => {
    // A key pressed on the button clicks too, at no place.
    if (event.detail === 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    onChange({
      x: inside((event.clientX - box.left) / box.width),
      y: inside((event.clientY - box.top) / box.height),
    });
  };
  const move = (event: KeyboardEvent<HTMLButtonElement>) => {
    const [x, y] = arrows[event.key] ?? [];
    if (x === undefined || y === undefined) return;
    event.preventDefault();
    const by = event.shiftKey ? step / 5 : step;
    onChange({ x: inside(focal.x + x * by), y: inside(focal.y + y * by) });
  };

  return (
    <div className="focal">
      <button
        type="button"
        className="focal-photo"
        onClick={tap}
        onKeyDown={move}
        disabled={!isEditable}
        aria-label="Titik fokus. Ketuk bagian foto yang harus terlihat, atau geser dengan tombol panah."
      >
        <img src={source} alt="" draggable={false} />
        <span ref={mark} className="focal-point" />
      </button>
      <p className="small muted" aria-live="polite">
        Titik fokus: {Math.round(focal.x * 100)} % dari kiri, {Math.round(focal.y * 100)} % dari atas
      </p>
      <ul className="crops">
        {shownShapes.map(({ name, ratio }) => (
          <li key={name}>
            <Crop source={source} ratio={ratio} focal={focal} size={size} />
            <span className="small">{name}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const inside = (share: number) => Math.round(Math.min(1, Math.max(0, share)) * 100) / 100;

function Crop({
  source,
  ratio,
  focal,
  size,
}: {
  source: string;
  ratio: number;
  focal: Point;
  size: { width: number; height: number } | undefined;
}) {
  const picture = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const image = picture.current;
    if (image === null) return;
    const place = () => {
      const own = size ?? { width: image.naturalWidth, height: image.naturalHeight };
      if (own.width === 0 || own.height === 0) return;
      const { x, y } = cropPosition(own, ratio, focal);
      image.style.setProperty('aspect-ratio', String(ratio));
      image.style.setProperty('object-position', `${x * 100}% ${y * 100}%`);
    };
    place();
    image.addEventListener('load', place);
    return () => image.removeEventListener('load', place);
  }, [ratio, focal, size]);
  return <img ref={picture} src={source} alt="" className="crop" />;
}
