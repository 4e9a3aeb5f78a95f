interface Picture {
  id: string;
  name: string;
  url: string;
  width: number | null;
  height: number | null;
}

/** The pictures of an entry, small, each leading to the whole one. Their room is kept, so that nothing jumps. */
export function RailPictures({ pictures }: { pictures: readonly Picture[] }) {
  if (pictures.length === 0) return null;
  return (
    <ul className="mt-2 flex flex-wrap gap-2">
      {pictures.map((picture) => (
        <li key={picture.id}>
          <a href={picture.url} target="_blank" rel="noopener" className="block overflow-hidden rounded-sm border border-line bg-sunken">
            <img
              src={picture.url}
              alt={picture.name}
              loading="lazy"
              width={picture.width ?? undefined}
              height={picture.height ?? undefined}
              className="h-32 w-auto max-w-60 object-cover object-top"
            />
          </a>
        </li>
      ))}
    </ul>
  );
}
