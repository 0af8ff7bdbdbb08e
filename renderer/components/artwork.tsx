import { useState } from 'react';
import { DiscIcon } from './icons.tsx';
import './artwork.css';

/** Artwork as it came, neither cropped nor covered; a drawn sleeve where there is none. */
export function Artwork({ imageUrl }: { readonly imageUrl: string | null }) {
  const [failedUrl, setFailedUrl] = useState<string | null>(null);
  if (imageUrl === null || failedUrl === imageUrl) {
    return (
      <span className="artwork artwork-missing" aria-hidden="true">
        <DiscIcon size={20} />
      </span>
    );
  }
  return (
    <img
      className="artwork"
      // The name stands beside it, so the picture itself says nothing more.
      alt=""
      src={`/artwork?url=${encodeURIComponent(imageUrl)}`}
      loading="lazy"
      decoding="async"
      draggable={false}
      onError={() => setFailedUrl(imageUrl)}
    />
  );
}
