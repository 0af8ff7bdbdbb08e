import { changesTexts } from '../../shared/texts/changes-texts.ts';
import { SpotifyMark } from './spotify-mark.tsx';
import './from-spotify.css';

/** Whose titles and artwork these are (spotify-facts §5). Invented ones are nobody's. */
export function FromSpotify() {
  return (
    <p className="from-spotify">
      <SpotifyMark />
      {changesTexts.fromSpotify}
    </p>
  );
}
