import { listTexts } from '../../../shared/texts/list-texts.ts';
import { Button } from '../../components/button.tsx';
import { PlaylistIcon } from '../../components/icons.tsx';
import { PLAYLISTS } from '../../state/routes/playlists-route.ts';
import { navigate } from '../../state/use-route.ts';
import '../../components/empty-panel.css';

/** The address names a list that this account never had, or has no more. */
export function MissingList() {
  const { title, body, action } = listTexts.missing;
  return (
    <div className="list-page">
      <div className="empty-panel">
        <span className="empty-panel-sign">
          <PlaylistIcon size={20} />
        </span>
        <h1>{title}</h1>
        <p>{body}</p>
        <Button onPress={() => navigate(PLAYLISTS)}>{action}</Button>
      </div>
    </div>
  );
}
