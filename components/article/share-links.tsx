/**
 * Plain links to where people pass news on, the commonest first. Nothing of these places is
 * loaded, so they learn of a reader only when the reader goes there.
 */
export function ShareLinks({ title, address }: { title: string; address: string }) {
  const words = encodeURIComponent(title);
  const url = encodeURIComponent(address);
  const places = [
    ['WhatsApp', `https://wa.me/?text=${words}%20${url}`],
    ['Telegram', `https://t.me/share/url?url=${url}&text=${words}`],
    ['X', `https://x.com/intent/post?text=${words}&url=${url}`],
    ['Facebook', `https://www.facebook.com/sharer/sharer.php?u=${url}`],
    ['Surel', `mailto:?subject=${words}&body=${url}`],
  ] as const;
  return (
    <section className="share" aria-labelledby="bagikan">
      <h2 id="bagikan" className="label">
        Bagikan
      </h2>
      <ul className="share-places">
        {places.map(([name, href]) => (
          <li key={name}>
            <a href={href} rel="nofollow noopener">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
