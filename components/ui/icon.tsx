/** Outlines on a square of 24 units, drawn with a stroke of the text's colour. */
const outlines = {
  desk: 'M4 5h16v11h-4.5l-1.5 3h-4l-1.5-3H4zM8 9h8M8 12h5',
  queue: 'M4 6h16M4 12h16M4 18h10',
  published: 'M5 4h11v16H7a2 2 0 0 1-2-2zM16 9h3v9a2 2 0 0 1-2 2M8 8h5M8 12h5M8 16h5',
  library: 'M4 5h16v14H4zM4 15.5l4.5-4.5 4 4 3-3 4.5 4.5M15.5 9a.75.75 0 1 0-1.5 0 .75.75 0 0 0 1.5 0z',
  front: 'M4 4h16v16H4zM7 7h10v5H7zM7 15h4M13 15h4M7 17.5h4M13 17.5h4',
  calendar: 'M4 6h16v14H4zM4 10h16M8.5 3.5v4M15.5 3.5v4M8 14h3M13 14h3M8 17h3',
  press:
    'M12 15a3.5 3.5 0 0 0 3.5-3.5v-5a3.5 3.5 0 1 0-7 0v5A3.5 3.5 0 0 0 12 15zM5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3M9 21h6',
  links: 'M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1',
  new: 'M12 5v14M5 12h14',
  administration: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 5v4M9 15v4',
  register: 'M6 4h13v16H6a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM8 4v16M11.5 8.5h4M11.5 12h4',
  audit: 'M6 3.5h9l4 4V13M6 3.5V20h6M9 9h6M9 12.5h3M15.5 20a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM17.7 19.2l2.3 2.3',
  coaching: 'M12 3a6 6 0 0 0-3.5 10.9V17h7v-3.1A6 6 0 0 0 12 3zM9.5 20h5',
  reports: 'M4 20h16M7 20v-6M12 20V8M17 20V4',
  bell: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4M12 3v2',
  help: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M12 16.6v.2',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20a7.5 7.5 0 0 1 15 0',
  leave: 'M10 4H5v16h5M10 12h10M16 8l4 4-4 4',
  more: 'M5.5 12a.5.5 0 1 0-1 0 .5.5 0 0 0 1 0zM12.5 12a.5.5 0 1 0-1 0 .5.5 0 0 0 1 0zM19.5 12a.5.5 0 1 0-1 0 .5.5 0 0 0 1 0z',
} as const;

export type IconName = keyof typeof outlines;

/** A sign beside a word. It says nothing that the word does not say. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={outlines[name]} />
    </svg>
  );
}
