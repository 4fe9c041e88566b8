/** One number that is read from afar, in a list of them. */
export function KeyFigure({ name, value, note }: { name: string; value: string; note: string }) {
  return (
    <div className="key-figure">
      <dt>{name}</dt>
      <dd>
        <strong>{value}</strong> <span className="muted">{note}</span>
      </dd>
    </div>
  );
}
