import type { Notice } from '../../shared/notice.ts';
import { describeNotice } from '../../shared/texts/notice-texts.ts';
import { shellTexts } from '../../shared/texts/shell-texts.ts';
import { Button } from '../components/button.tsx';
import { CloseIcon, WarningIcon } from '../components/icons.tsx';
import { useNow } from '../state/use-now.ts';
import { useLive, useWindowState } from '../state/window-state-context.ts';

/** What happened at the start: what it means, what to do, and where the old file is. */
export function NoticeBanners() {
  const { api, notices: liveNotices } = useWindowState();
  const notices = useLive(liveNotices);
  if (notices.kind !== 'ready' || notices.value.length === 0) return null;
  return (
    <div className="notices">
      {notices.value.map((notice) => (
        <NoticeBanner
          key={notice.id}
          notice={notice}
          onDismiss={() => void api.app.dismissNotice(notice.id)}
        />
      ))}
    </div>
  );
}

function NoticeBanner({ notice, onDismiss }: { notice: Notice; onDismiss: () => void }) {
  const nowMs = useNow();
  const { format } = useWindowState();
  const { title, body, file } = describeNotice(notice, { nowMs, format });
  return (
    <section className="notice" aria-label={title}>
      <WarningIcon />
      <div className="notice-text">
        <h2>{title}</h2>
        <p className="selectable">{body}</p>
        {file !== null && (
          <p className="selectable">
            {file.label} <code dir="auto">{file.name}</code>
          </p>
        )}
      </div>
      <Button look="icon" aria-label={shellTexts.notice.dismissOf(title)} onPress={onDismiss}>
        <CloseIcon />
      </Button>
    </section>
  );
}
